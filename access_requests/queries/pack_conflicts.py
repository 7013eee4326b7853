"""Dates and workers of a pack that cannot all be right (R76): asked by the same rules as the official file, of the things frozen in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from access_requests.models import AccessRequest, ConflictAnswer, Item
from access_requests.queries.pack import to_read
from audit.canonical import digest
from official_file.conflict_rules import QUESTIONS, Conflict, Fact, conflicts
from official_file.gap_rules import times_in_care
from official_file.models import EntrySource

WORKER = "worker_period"
BEGINS = ("home", "came_into_care")


@dataclass(frozen=True, slots=True)
class PackConflict:
    """One question about things that cannot all be right. `key` names it while it stands; `said`: the newest answer, None before."""

    key: str
    rule: int
    question: str
    items: tuple[Item, ...]
    said: ConflictAnswer | None


def conflicts_of(request: AccessRequest, today: date) -> list[PackConflict]:
    """Every question about this pack, rule by rule, answered or not. Of a thing with versions, the newest is asked about."""
    dated = to_read(request).filter(when_from__isnull=False, precision="day").defer("likeness")
    rows = {str(one.pk): one for one in dated if one.frozen.get("version", 1) == one.frozen.get("versions", 1)}
    systems, left = _systems(rows.values()), _left(rows.values())
    born = request.child.date_of_birth if request.child else None
    begun = [one.when_from for one in rows.values() if one.kind in BEGINS and one.when_from]
    care = times_in_care(begun, left, until=today)
    found = conflicts([_fact(one, systems) for one in rows.values()], care=care, left=left, born=born)
    said = {one.key: one for one in request.conflict_answers.order_by("at", "id")}
    return [_shown(one, rows, said) for one in found]


def open_conflicts(request: AccessRequest, today: date) -> list[PackConflict]:
    """Those nobody has said anything of. While there is one, nothing is proposed."""
    return [one for one in conflicts_of(request, today) if one.said is None]


def answers_for(request: AccessRequest, items: Iterable[UUID]) -> dict[UUID, list[ConflictAnswer]]:
    """What was said of conflicts these things are in, newest answers only: for whoever reads them."""
    wanted = {str(pk) for pk in items}
    found: dict[UUID, list[ConflictAnswer]] = {}
    for one in {answer.key: answer for answer in request.conflict_answers.order_by("at", "id")}.values():
        for pk in wanted & set(one.items):
            found.setdefault(UUID(pk), []).append(one)
    return found


def _shown(one: Conflict, rows: dict[str, Item], said: dict[str, ConflictAnswer]) -> PackConflict:
    items = tuple(rows[pk] for pk in one.ids)
    key = digest([one.rule, sorted(item.fingerprint for item in items)])
    return PackConflict(key, one.rule, gettext(QUESTIONS[one.rule]) % {"who": one.who}, items, said.get(key))


def _fact(item: Item, systems: dict[UUID, set[str]]) -> Fact:
    frozen: dict[str, Any] = item.frozen
    facts: dict[str, Any] = frozen.get("facts") or {}
    is_worker = item.kind == WORKER
    start, end, written = item.when_from or date.min, item.when_to, frozen.get("written_on")
    return Fact(
        id=str(item.pk),
        kind=item.kind,
        start=(end or start) if item.kind == "left_care" else start,
        end=None if item.kind == "left_care" else end,
        place=str(facts.get("place") or ""),
        who=str((facts.get("name") if is_worker else frozen.get("author")) or ""),
        role=str((facts.get("role") if is_worker else frozen.get("role")) or ""),
        written_on=date.fromisoformat(written) if written else None,
        systems=frozenset(systems.get(item.about_id, ()) if item.about_id else ()) or frozenset({item.source}),
        short_break=bool(facts.get("short_break")),
    )


def _left(items: Iterable[Item]) -> list[date]:
    return [one.when_to or one.when_from for one in items if one.kind == "left_care" and one.when_from]


def _systems(items: Iterable[Item]) -> dict[UUID, set[str]]:
    """Where each entry behind them comes from: two sources that differ are a question, one that repeats itself is none."""
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    wanted = [one.about_id for one in items if one.about_type == "entry" and one.kind == WORKER]
    for entry_id, system in EntrySource.objects.filter(entry__in=wanted).values_list("entry_id", "system"):
        found[entry_id].add(system)
    return dict(found)
