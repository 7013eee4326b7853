"""Entries that look like one event are put before a person: found beside what an import added, in the same transaction.

    propose(entries=append_entries(...), now=now)   ->   2

Each new entry is compared with those of its child that begin within three days of it, and never with more than a few dozen: the
work grows with what was added and not with its square. A pair that a person has answered is not asked about again, in whatever
version, nor one that a person has taken apart.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from official_file.joining_rules import VISITS, Told
from official_file.likeness_rules import COMPARED_KINDS, DAYS_APART, DOCUMENT, may_be_one, proposal, tells_more
from official_file.models import Entry, EntryNow, EntrySource, PossibleDuplicate, SourceParted
from official_file.models.now import EntryNowQuerySet
from official_file.opening_rules import WRITTEN
from official_file.telling_once import newest_in

MOST_BESIDE = 40  # entries one new entry is compared with: the nearest ones
MOST_ASKED = 3  # questions about one entry in one go: a standard sentence that is written every day is no duplicate
MOST_DAYS_ASKED = 1_500
AT_ONCE = 500
WORDS = WRITTEN | {DOCUMENT}
IN_DAYS = sorted(range(-DAYS_APART, DAYS_APART + 1), key=abs)


@dataclass(frozen=True, slots=True)
class _Row:
    pk: UUID
    child: UUID
    kind: str
    day: date
    no_trace: bool
    group: str

    def place(self, days: int = 0) -> tuple[UUID, str, date]:
        return self.child, self.group, self.day + timedelta(days=days)


def propose(*, entries: Sequence[Entry], now: datetime) -> int:
    """Ask about every pair that looks like one event and has one of these entries in it. Returns how many are asked about anew."""
    fresh = {entry.pk for entry in entries}
    rows = list(_rows(fresh, _told_by_several({entry.child_id for entry in entries})))
    if not rows:
        return 0
    pairs = list(_pairs(rows, _beside(rows), fresh))
    answered = _answered({row.child for row in rows}) if pairs else set()
    pairs = [pair for pair in pairs if frozenset(pair) not in answered]
    made: list[PossibleDuplicate] = []
    for start in range(0, len(pairs), AT_ONCE):
        made += _alike(pairs[start : start + AT_ONCE], {row.pk: row.child for row in rows}, now)
    PossibleDuplicate.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _rows(ids: Collection[UUID], several: Collection[UUID]) -> Iterator[_Row]:
    """What is worth comparing. Words may have been written down twice by anybody; facts alone, only where two systems tell of a child."""
    wanted = list(ids)
    for start in range(0, len(wanted), AT_ONCE):
        found = EntryNow.objects.current().filter(pk__in=wanted[start : start + AT_ONCE])
        yield from _as_rows(found.filter(Q(kind__in=WORDS) | Q(child__in=several)))


def _as_rows(found: EntryNowQuerySet) -> Iterator[_Row]:
    columns = ("pk", "child_id", "kind", "day", "no_trace")
    stored = found.filter(kind__in=COMPARED_KINDS, day__isnull=False).order_by("day", "recorded_at", "pk").values_list(*columns)
    for pk, child, kind, day, no_trace in stored:
        yield _Row(pk, child, kind, day, no_trace, "written" if kind in WORDS | VISITS else kind)


def _told_by_several(children: Collection[UUID]) -> set[UUID]:
    """Those of whom more than one system tells."""
    told = EntrySource.objects.filter(entry__child__in=children).order_by().values("entry__child")
    several = told.annotate(systems=Count("system", distinct=True)).filter(systems__gt=1)
    return set(several.values_list("entry__child", flat=True))


def _beside(rows: list[_Row]) -> dict[tuple[UUID, str, date], list[_Row]]:
    """Every entry of these children on the days around these, by child, kind and day."""
    days = {row.day + timedelta(days=number) for row in rows for number in IN_DAYS}
    found = EntryNow.objects.current().filter(child__in={row.child for row in rows})
    if len(days) <= MOST_DAYS_ASKED:
        found = found.filter(day__in=days)
    beside: dict[tuple[UUID, str, date], list[_Row]] = defaultdict(list)
    for row in _as_rows(found):
        beside[row.place()].append(row)
    return beside


def _pairs(rows: list[_Row], beside: dict[tuple[UUID, str, date], list[_Row]], fresh: Collection[UUID]) -> Iterator[tuple[UUID, UUID]]:
    """Pairs to be compared, each once. What leaves no trace stands beside what leaves none."""
    for row in rows:
        compared = 0
        for other in (one for days in IN_DAYS for one in beside.get(row.place(days), ())):
            once = other.pk not in fresh or row.pk < other.pk
            if compared >= MOST_BESIDE:
                break
            if other.pk != row.pk and once and other.no_trace == row.no_trace and may_be_one(row.kind, other.kind):
                compared += 1
                yield row.pk, other.pk


def _answered(children: Collection[UUID]) -> set[frozenset[UUID]]:
    """Pairs that a person was asked about, or has taken apart, in their newest versions."""
    pairs = list(PossibleDuplicate.objects.filter(child__in=children).values_list("first_id", "second_id"))
    pairs += SourceParted.objects.filter(became__child__in=children).values_list("source__entry_id", "became_id")
    if not pairs:
        return set()
    replaced = EntryNow.objects.filter(child__in=children, superseded_by__isnull=False).order_by()
    newer = dict(replaced.values_list("pk", "superseded_by_id"))
    return {frozenset((newest_in(newer, first), newest_in(newer, second))) for first, second in pairs}


def _alike(pairs: list[tuple[UUID, UUID]], child_of: dict[UUID, UUID], now: datetime) -> Iterator[PossibleDuplicate]:
    told = _told({pk for pair in pairs for pk in pair})
    asked: Counter[UUID] = Counter()
    for one, other in pairs:
        if max(asked[one], asked[other]) >= MOST_ASKED:
            continue
        rule = next((rule for first in told[one] for second in told[other] if (rule := proposal(first, second))), None)
        if rule and not ({first.system for first in told[one]} & {second.system for second in told[other]} and rule.letter == "A"):
            asked.update((one, other))
            first, second = sorted((one, other), key=lambda pk: (tells_more(told[pk][0]), pk))
            yield PossibleDuplicate(child_id=child_of[one], first_id=first, second_id=second, rule=rule.letter, found_at=now)


def _told(ids: Collection[UUID]) -> dict[UUID, list[Told]]:
    """What each of these entries says, once for each system that tells it."""
    bodies = {pk: json.loads(body) for pk, body in Entry.objects.filter(pk__in=ids).values_list("pk", "payload__body") if body}
    found: dict[UUID, list[Told]] = defaultdict(list)
    for pk, system, as_of in EntrySource.objects.filter(entry__in=ids, parted__isnull=True).values_list("entry_id", "system", "as_of"):
        if pk in bodies:
            found[pk].append(Told(system, bodies[pk], as_of))
    return found
