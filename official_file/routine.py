"""The rules for everyday kinds as they stand, and what a new one would change before it is made."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Q

from official_file.models import EntryNow, RoutineRule
from official_file.models.now import EntryNowQuerySet, State
from official_file.opening_rules import Opens, opens_on, rule_for
from official_file.plain_language.when import When
from official_file.routine_rules import Held, opens_under

Rules = dict[str, Sequence[Held]]


@dataclass(frozen=True, slots=True)
class Effect:
    """How many entries that are not open yet would open sooner, later, or only by a worker; and how many stay as they are."""

    sooner: int = 0
    later: int = 0
    by_worker: int = 0
    same: int = 0


def rules_by_kind() -> Rules:
    """Every rule that was made, by kind, oldest first."""
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for kind, at, days in RoutineRule.objects.order_by("number").values_list("kind", "at", "days"):
        found[kind].append(Held(at, days))
    return dict(found)


def days_now(kind: str) -> int | None:
    """After how many days entries of this kind open by themselves now; None for only by a worker."""
    newest = RoutineRule.objects.filter(kind=kind).order_by("-number").first()
    return newest.days if newest else settings.TOLD_FIRST_DAYS


def opening_day(body: dict[str, Any], recorded_at: datetime, rules: Rules, moment: Callable[[date], datetime]) -> date | None:
    """The day from which an entry may open by rule, None when only a worker opens it. `moment`: when somebody is at work that day."""
    when = When.from_body(body["when"])

    def after(days: int) -> date | None:
        return opens_on(kind=body["kind"], facts=body["facts"], when=when, restricted=body["restricted"], days=days)

    def opens(days: int) -> datetime | None:
        day = after(days)
        return moment(day) if day else None

    held, days = rules.get(body["kind"], ()), settings.TOLD_FIRST_DAYS
    if not held or rule_for(body["kind"], body["facts"], body["restricted"]).opens is not Opens.AFTER_A_TIME:
        return after(days)
    counts, _opens_at = opens_under(held, recorded_at=recorded_at, days=days, moment=opens)
    return None if counts is None else after(counts)


def not_open_yet(kind: str, at: datetime) -> EntryNowQuerySet:
    """What a new rule for this kind can change: what would open by itself later, and what no worker has decided about."""
    undecided = Q(state=State.WAITING, entry__sharings__isnull=True)
    rows: EntryNowQuerySet = EntryNow.objects.current().filter(kind=kind, no_trace=False)
    return rows.filter(Q(state=State.BY_RULE, opens_at__gt=at) | undecided).select_related("entry__payload").order_by("pk")


def effect_of(kind: str, days: int | None, at: datetime) -> Effect:
    """What a rule of so many days would change, counted and not done."""
    now, counts = days_now(kind), dict.fromkeys(("sooner", "later", "by_worker", "same"), 0)
    for row in not_open_yet(kind, at):
        before, after = (_by(row, one) for one in (now, days))
        counts[_compared(before, after)] += 1
    return Effect(**counts)


def _by(row: EntryNow, days: int | None) -> date | None:
    body = row.entry.body
    if days is None or rule_for(row.kind, body["facts"], body["restricted"]).opens is not Opens.AFTER_A_TIME or row.sensitivity > 1:
        return None
    when = When.from_body(body["when"])
    return opens_on(kind=row.kind, facts=body["facts"], when=when, restricted=body["restricted"], days=days)


def _compared(before: date | None, after: date | None) -> str:
    if before == after:
        return "same"
    if after is None:
        return "by_worker"
    return "sooner" if before is None or after < before else "later"
