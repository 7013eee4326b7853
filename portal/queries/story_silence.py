"""Where the story is silent: years about which there is nothing to show, and chapters of which more is closed.

What must leave no trace, and what is held or withheld, counts as nothing here: every page is the same as if it did not
exist. So the words say "nothing to show", which is true either way. Everything is asked in one query.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import BaseExpression

from official_file.models import EntryNow
from official_file.models.now import State
from people.models import Child, Task, TaskKind
from portal.queries.story_parts import Part

SHOWN_OR_WAITING = (State.BY_RULE, State.SHARED, State.WITH_SUPPORT, State.WAITING)


@dataclass(frozen=True, slots=True)
class Silence:
    """Whole years, first to last, with nothing to show."""

    first_year: int
    last_year: int

    @property
    def start(self) -> date:
        """Where it stands in the story."""
        return date(self.first_year, 1, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return date(self.last_year, 12, 31)


@dataclass(frozen=True, slots=True)
class Closed:
    """The silences; the chapters (by first entry) of which something waits for the worker; when a chapter was asked for."""

    silences: list[Silence]
    more: frozenset[str]
    asked_at: dict[str, datetime]


def closed_in(child: Child, *, parts: Sequence[Part], first: date | None, today: date) -> Closed:
    """What the story says about what it does not show. `first`: the day of the first home, None when there is none."""
    years = range(first.year + 1, today.year) if first else range(0)
    chapters = [part for part in parts if part.is_chapter]
    questions: dict[str, BaseExpression] = {f"told_{year}": Exists(_told_in(year)) for year in years}
    for number, part in enumerate(chapters):
        questions[f"more_{number}"] = Exists(_waiting_in(part))
        questions[f"asked_{number}"] = Subquery(_asked(part).values("made_at")[:1])
    answers = Child.objects.filter(pk=child.pk).order_by().values(**questions).get() if questions else {}
    return Closed(
        silences=_joined([year for year in years if not answers[f"told_{year}"]]),
        more=frozenset(part.first_id for number, part in enumerate(chapters) if answers[f"more_{number}"]),
        asked_at={part.first_id: at for number, part in enumerate(chapters) if (at := answers[f"asked_{number}"])},
    )


def _joined(years: Sequence[int]) -> list[Silence]:
    """Years in a row as one silence."""
    found: list[Silence] = []
    for year in years:
        if found and found[-1].last_year == year - 1:
            found[-1] = Silence(found[-1].first_year, year)
        else:
            found.append(Silence(year, year))
    return found


def _told_in(year: int) -> QuerySet[EntryNow]:
    """Entries of that year that are open, or that the reader may know to be waiting; a home counts as long as it lasts."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    lasting = Q(end_day__gte=start) | Q(end_day__isnull=True, kind__in=("home", "legal_status"))
    told: QuerySet[EntryNow] = EntryNow.objects.current().filter(child=OuterRef("pk"), no_trace=False, state__in=SHOWN_OR_WAITING)
    return told.filter(Q(day__gte=start) | lasting, day__lte=end)


def _waiting_in(part: Part) -> QuerySet[EntryNow]:
    """What waits in the chapter for the worker to read first. What leaves no trace does not count."""
    waiting: QuerySet[EntryNow] = EntryNow.objects.waiting_for_worker().filter(child=OuterRef("pk"), no_trace=False)
    return waiting.filter(day__gte=part.start, day__lte=part.end or date.max)


def _asked(part: Part) -> QuerySet[Task]:
    """The reader's open request for more of the chapter."""
    return Task.objects.open().filter(child=OuterRef("pk"), kind=TaskKind.OPEN_CHAPTER, about_id=part.first_id)
