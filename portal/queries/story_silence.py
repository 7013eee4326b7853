"""Where the story is silent, and why: years about which the council has nothing at all, and chapters of which more is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from official_file.models import EntryNow
from people.models import Child, Task, TaskKind
from portal.queries.story_parts import Part

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Silence:
    """Whole years, first to last, with nothing recorded."""

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


def silences(child: Child, *, first: date, last: date) -> list[Silence]:
    """The years between `first` and `last` about which there is nothing in the file, open or closed.

    Everything counts as something here, also what must leave no trace: a year in which it lies is never called empty.
    """
    years = range(first.year + 1, last.year)
    empty = [year for year, full in _answers(child, {year: _in_year(year) for year in years}).items() if not full]
    found: list[Silence] = []
    for year in empty:
        if found and found[-1].last_year == year - 1:
            found[-1] = Silence(found[-1].first_year, year)
        else:
            found.append(Silence(year, year))
    return found


def chapters_with_more(child: Child, parts: Sequence[Part]) -> frozenset[str]:
    """The chapters (by first entry) of which something waits for the worker to read first. What leaves no trace does not count."""
    waiting = {
        part.first_id: EntryNow.objects.waiting_for_worker().filter(no_trace=False, day__gte=part.start, day__lte=part.end or date.max)
        for part in parts
        if part.is_chapter
    }
    return frozenset(first_id for first_id, more in _answers(child, waiting).items() if more)


def asked_chapters(child: Child) -> dict[UUID, Task]:
    """The chapters the reader asked for and that are not answered yet, by their first entry."""
    tasks = Task.objects.open().filter(child=child, kind=TaskKind.OPEN_CHAPTER)
    return {task.about_id: task for task in tasks}


def _in_year(year: int) -> QuerySet[EntryNow]:
    start, end = date(year, 1, 1), date(year, 12, 31)
    lasting = Q(end_day__gte=start) | Q(end_day__isnull=True, kind__in=("home", "legal_status"))
    return EntryNow.objects.filter(Q(day__gte=start) | lasting, day__lte=end)


def _answers(child: Child, questions: Mapping[Key, QuerySet[EntryNow]]) -> dict[Key, bool]:
    """One query for all questions: is there such an entry of this child?"""
    if not questions:
        return {}
    asked = {f"answer_{number}": Exists(rows.filter(child=OuterRef("pk"))) for number, rows in enumerate(questions.values())}
    row = Child.objects.filter(pk=child.pk).order_by().values(**asked).get()
    return dict(zip(questions, row.values(), strict=True))
