"""Every flag that asked a human to look soon, and what came of it: so that the words can be made better, and nobody is forgotten.

    counted = list(flags_between(begins, ends))      # one row a flag: whose, from what, what was found, whether in time
    figures = figures_of(counted)                    # how many, false alarms, still open, what words missed

These are whole numbers of children, for those who choose the words (`moderation.figures` hides small ones before anybody else reads).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from uuid import UUID

from moderation.models import RiskOutcome
from people.models import Task, TaskKind
from stories.models import RiskFlag
from stories.queries import ABOUT

WORDS = str(RiskFlag.Source.WORDS)
FALSE_ALARM = str(RiskOutcome.Outcome.FALSE_ALARM)


@dataclass(frozen=True, slots=True)
class Flagged:
    """One flag. `outcome` is "" until somebody said; `minutes` until somebody answered or said, and whether that was `in_time`."""

    child: UUID
    contribution: UUID
    source: str
    groups: tuple[str, ...]
    outcome: str
    minutes: float | None
    in_time: bool | None


@dataclass(frozen=True, slots=True)
class FlagFigures:
    """Flags of some time, counted. `missed_by_words`: what its author or a worker raised and no word had found."""

    flags: int
    by_source: dict[str, int]
    by_group: dict[str, int]
    outcomes: dict[str, dict[str, int]]
    unsaid: int
    in_time: int
    late: int
    minutes: float | None
    missed_by_words: int

    @property
    def false_alarms_of_words(self) -> float | None:
        """Which share of the flags by words, of those answered, was a false alarm; None when none was answered."""
        said = self.outcomes.get(WORDS, {})
        answered = sum(said.values())
        return said.get(FALSE_ALARM, 0) / answered if answered else None


def flags_between(begins: datetime, ends: datetime) -> Iterator[Flagged]:
    """Each flag raised from the one moment on and before the other, first first."""
    flags = list(RiskFlag.objects.filter(at__gte=begins, at__lt=ends).select_related("contribution", "outcome").order_by("at"))
    clocks = _clocks([flag.contribution_id for flag in flags])
    for flag in flags:
        said = flag.outcome if hasattr(flag, "outcome") else None
        clock = _clock_of(flag, clocks.get(flag.contribution_id, []))
        looked = min((at for at in (said.at if said else None, clock.done_at if clock else None) if at), default=None)
        yield Flagged(
            child=flag.contribution.child_id,
            contribution=flag.contribution_id,
            source=flag.source,
            groups=tuple(flag.groups),
            outcome=said.outcome if said else "",
            minutes=(looked - flag.at).total_seconds() / 60 if looked else None,
            in_time=looked <= clock.due_at if looked and clock else None,
        )


def figures_of(flags: Iterable[Flagged]) -> FlagFigures:
    """The flags, counted."""
    rows = list(flags)
    found_by_words = {row.contribution for row in rows if row.source == WORDS}
    outcomes = {source: dict(Counter(row.outcome for row in rows if row.source == source and row.outcome)) for source in _sources(rows)}
    minutes = [row.minutes for row in rows if row.minutes is not None]
    return FlagFigures(
        flags=len(rows),
        by_source=dict(Counter(row.source for row in rows)),
        by_group=dict(Counter(group for row in rows for group in row.groups)),
        outcomes=outcomes,
        unsaid=sum(not row.outcome for row in rows),
        in_time=sum(row.in_time is True for row in rows),
        late=sum(row.in_time is False for row in rows),
        minutes=median(minutes) if minutes else None,
        missed_by_words=len({row.contribution for row in rows} - found_by_words),
    )


def _sources(rows: list[Flagged]) -> list[str]:
    return sorted({row.source for row in rows})


def _clocks(contributions: list[UUID]) -> dict[UUID, list[Task]]:
    clocks: dict[UUID, list[Task]] = {}
    tasks = Task.objects.filter(kind=TaskKind.URGENT_WORRY, about_type=ABOUT, about_id__in=contributions).order_by("made_at")
    for task in tasks:
        clocks.setdefault(task.about_id, []).append(task)
    return clocks


def _clock_of(flag: RiskFlag, clocks: list[Task]) -> Task | None:
    """The clock that ran for this flag: the last that was started before it or with it."""
    return next((task for task in reversed(clocks) if task.made_at <= flag.at), None)
