"""Dates and workers that cannot all be true (need R76). Pure; one numbered list of rules, each with the question it asks.

Nothing is put right by a rule: a person looks, and corrects the council's system, from which the next import brings it.
Short stays and series of short breaks overlap homes by their nature and are left out. Partial dates are not compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from law.wording import gettext_noop
from official_file.chapters import SHORT_STAYS
from official_file.gap_rules import Span

_ = gettext_noop
HANDED_OVER = timedelta(days=28)  # two workers of one role at once for longer than this
ONE_DAY = timedelta(days=1)
BEFORE_BIRTH = frozenset({"home", "came_into_care", "legal_status", "review_held", "health_check", "visit"})
REVIEWS = frozenset({"review_held", "review_minutes"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated entry: `who` a worker's or author's name (or number), `role` theirs, `systems` where it comes from."""

    id: str
    kind: str
    start: date
    end: date | None = None
    place: str = ""
    who: str = ""
    role: str = ""
    written_on: date | None = None
    systems: frozenset[str] = field(default_factory=frozenset)
    short_break: bool = False

    @property
    def last(self) -> date:
        """Its last day; the end of time while it goes on."""
        return self.end or date.max


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question: the rule that asks it, the entries it is about, and the worker it names ("" for none)."""

    rule: int
    ids: tuple[str, ...]
    who: str = ""


QUESTIONS: dict[int, str] = {
    1: _("More than one home at the same time. Is a date wrong, or are they the same home?"),
    2: _("This home has no end, and another began after it. When did it end?"),
    3: _("Two sources give different dates for %(who)s. Which is right?"),
    4: _("Two people are written down for the same job at the same time. Who was it?"),
    5: _("A review is dated when the child was not in care. Which date is wrong?"),
    6: _("%(who)s wrote about a visit on a day when they were not this child's worker. Is the day right, or the worker's dates?"),
    7: _("This was written before it happened. Which date is wrong?"),
    8: _("This is dated before the child was born. Is it about somebody else?"),
    9: _("Care had ended, and this home goes on. Which date is wrong?"),
}


def conflicts(facts: Iterable[Fact], *, care: Sequence[Span], left: Sequence[date], born: date | None) -> list[Conflict]:
    """Every question there is to ask, rule by rule, each rule in date order. `care`: the times in care; `left`: days it ended."""
    ordered = sorted(facts, key=lambda fact: (fact.start, fact.last, fact.id))
    homes = [fact for fact in ordered if fact.kind == "home" and fact.place not in SHORT_STAYS and not fact.short_break]
    workers = [fact for fact in ordered if fact.kind == "worker_period"]
    found = [*_homes_at_once(homes), *_homes_without_end(homes), *_other_dates(workers), *_two_for_one_job(workers)]
    found += [Conflict(5, (one.id,)) for one in ordered if one.kind in REVIEWS and care and not _is_in(care, one.start)]
    found += _visits_by_others(ordered, workers)
    found += [
        Conflict(7, (one.id,))
        for one in ordered
        if one.kind in ("visit", "review_minutes") and one.written_on and one.written_on < one.start
    ]
    if born:
        found += [Conflict(8, (one.id,)) for one in ordered if one.kind in BEFORE_BIRTH and one.start < born]
    return found + [Conflict(9, (home.id,)) for home in homes if any(home.start < day and day + ONE_DAY < home.last for day in left)]


def _homes_at_once(homes: Sequence[Fact]) -> Iterator[Conflict]:
    """Rule 1: a home that has an end, with every home that begins more than a day before it: one question for all of them."""
    for place, one in enumerate(homes):
        others = [other.id for other in homes[place + 1 :] if one.end and other.start + ONE_DAY < one.end]
        if others:
            yield Conflict(1, (one.id, *others))


def _homes_without_end(homes: Sequence[Fact]) -> Iterator[Conflict]:
    """Rule 2: the row after it says that they moved on."""
    for one, after in zip(homes, homes[1:], strict=False):
        if one.end is None and after.start > one.start:
            yield Conflict(2, (one.id, after.id))


def _other_dates(workers: Sequence[Fact]) -> Iterator[Conflict]:
    """Rule 3: the same worker in the same role, from other systems, at times that touch and differ."""
    for one, other in combinations([worker for worker in workers if worker.who], 2):
        same = (one.who.casefold(), one.role.casefold()) == (other.who.casefold(), other.role.casefold())
        touch = one.start <= other.last and other.start <= one.last
        if same and touch and not one.systems & other.systems and (one.start, one.end) != (other.start, other.end):
            yield Conflict(3, (one.id, other.id), one.who)


def _two_for_one_job(workers: Sequence[Fact]) -> Iterator[Conflict]:
    """Rule 4: two names for one role for longer than a handover takes, said by different sources."""
    for one, other in combinations([worker for worker in workers if worker.who and worker.role], 2):
        if one.role.casefold() == other.role.casefold() and one.who.casefold() != other.who.casefold() and not one.systems & other.systems:
            together = min(one.last, other.last) - max(one.start, other.start)
            if together > HANDED_OVER:
                yield Conflict(4, (one.id, other.id))


def _visits_by_others(facts: Sequence[Fact], workers: Sequence[Fact]) -> Iterator[Conflict]:
    """Rule 6: the file knows when this worker was theirs, and the visit is on none of those days."""
    times: dict[str, list[Fact]] = {}
    for worker in workers:
        if worker.who:
            times.setdefault(worker.who.casefold(), []).append(worker)
    for visit in facts:
        known = times.get(visit.who.casefold(), []) if visit.kind == "visit" and visit.who else []
        if known and not any(one.start <= visit.start <= one.last for one in known):
            yield Conflict(6, (visit.id, known[0].id), visit.who)


def _is_in(care: Iterable[Span], day: date) -> bool:
    """Whether care had begun and not ended on that day."""
    return any(time.start <= day <= (time.end or date.max) for time in care)
