"""Every source of one story: its own, and those of the entries that a person called the same event."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from law.wording import Translate, identity
from official_file.joining_rules import RULES, differences, order_for
from official_file.models import EntryNow, EntrySource, SourceChange
from official_file.models.now import State
from official_file.plain_language.dataset_lines import lines_of
from people.models import Identifier

TELLS_EVERYTHING = ("ssd",)  # systems whose every export holds everything: what is there tonight was true tonight
RULE = {rule.number: rule.says for rule in RULES}


@dataclass(frozen=True, slots=True)
class Source:
    """One source as staff see it. `rule`: in words, why it stands here; `differs`: names of what it says otherwise than the entry.

    `lists`: of a source that only lists what the entry's words are about, its own sentences; None for any other.
    """

    id: UUID
    system: str
    as_of: date | None
    rule: str
    differs: tuple[str, ...]
    entry_id: UUID
    lists: tuple[str, ...] | None = None


def told_with(row: EntryNow) -> list[EntryNow]:
    """The entries behind this one, in their newest versions, that still say something."""
    behind = EntryNow.objects.filter(part_of=row.pk, superseded_by__isnull=True).exclude(state=State.DISPOSED)
    return list(behind.select_related("entry__payload").order_by("day", "recorded_at"))


def sources_of(row: EntryNow) -> list[tuple[str, date | None]]:
    """Each system that tells this story and when it was last true there, once, in the order in which they are believed."""
    newest: dict[str, date | None] = {}
    sources = _sources([row.pk, *(one.pk for one in told_with(row))])
    seen = _last_seen(row, sources)
    for source in sources:
        known, as_of = newest.get(source.system), seen.get(source.pk) or source.as_of
        newest[source.system] = max(known, as_of) if known and as_of else known or as_of
    order = order_for("codes and days")
    return sorted(newest.items(), key=lambda one: (order.index(one[0]) if one[0] in order else len(order), one[0]))


def staff_sources(row: EntryNow, translate: Translate = identity) -> list[Source]:
    """Every source of this entry itself, with why it stands here and in what it differs. `translate`: Django's gettext on pages."""
    found = []
    for source in _sources([row.pk]):
        said = getattr(source, "said", None)
        body = {**json.loads(said.body), "supersedes": None} if said else None
        lists = lines_of(body["kind"], body["facts"], translate) if body and body["kind"] != row.kind else None
        differs = tuple(differences(row.entry.body, body)) if body and row.entry.body and lists is None else ()
        rule = RULE.get(said.rule, "") if said else ""
        found.append(Source(source.pk, source.system, source.as_of, rule, differs, row.pk, lists))
    return found


def _last_seen(row: EntryNow, sources: list[EntrySource]) -> dict[UUID, date]:
    """The day of the newest export that held each of these sources: of a system that tells everything each night, and has not lost it."""
    mine = [source for source in sources if source.system in TELLS_EVERYTHING]
    if not mine:
        return {}
    days = Identifier.objects.filter(child=row.child_id, source__in=TELLS_EVERYTHING, last_seen__isnull=False)
    last = {system: day for system, day in days.order_by("last_seen").values_list("source", "last_seen") if day}
    changes = SourceChange.objects.filter(source__in=[source.pk for source in mine]).order_by("at")
    gone = {source for source, change in dict(changes.values_list("source", "change")).items() if change == SourceChange.Change.VANISHED}
    return {source.pk: last[source.system] for source in mine if source.pk not in gone and source.system in last}


def _sources(entries: list[UUID]) -> list[EntrySource]:
    rows = EntrySource.objects.filter(entry__in=entries, parted__isnull=True).select_related("said")
    return list(rows.order_by("as_of", "system", "key"))
