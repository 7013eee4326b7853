"""Where the story is silent: years about which there is nothing to show, and chapters of which more is closed.

What must leave no trace, and what is held or withheld, counts as nothing in a silence: every page is the same as if it did
not exist. So the words say "nothing to show", which is true either way. What a second person agreed to withhold is told of as
the law's grounds say (official_file/withheld.py), in the chapter it falls in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import BaseExpression

from law.ages import turns
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.withheld import ROW, Withheld, decision_of, told
from people.models import Child, Task, TaskKind
from portal.queries.story_parts import Part

GROWN_UP = 18
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
    """Of the chapters asked about (by first entry): those of which something waits for the worker; when one was asked for.

    `withheld` is everything withheld that the reader is told of, whatever its chapter.
    """

    more: frozenset[str]
    asked_at: dict[str, datetime]
    withheld: list[Withheld]


def silences(child: Child, *, homes: Sequence[EntryNow], today: date) -> list[Silence]:
    """The years in care about which nothing is open and nothing waits: from the first open home to now, or to growing up.

    A year after they turned 18 without an entry is a year lived without us, not a missing one.
    """
    first = min((home.day for home in homes if home.day), default=today)
    until = min(today.year, turns(child.date_of_birth, GROWN_UP).year) if child.date_of_birth else today.year
    years = [year for year in range(first.year + 1, until) if not any(_lived(home, year) for home in homes)]
    told = EntryNow.objects.current().filter(child=OuterRef("pk"), no_trace=False, state__in=SHOWN_OR_WAITING)
    answers = _answers(child, {str(year): Exists(_in_year(told, year)) for year in years})
    return _joined([year for year in years if not answers[str(year)]])


def closed_in(child: Child, chapters: Sequence[Part], today: date) -> Closed:
    """What is closed of these chapters, and what is withheld: one query."""
    waiting = EntryNow.objects.waiting_for_worker().filter(child=OuterRef("pk"), no_trace=False)
    asked = Task.objects.open().filter(child=OuterRef("pk"), kind=TaskKind.OPEN_CHAPTER).values("made_at")
    questions: dict[str, BaseExpression] = {}
    for part in chapters:
        questions[f"more {part.first_id}"] = Exists(waiting.filter(day__gte=part.start, day__lte=part.end or date.max))
        questions[f"asked {part.first_id}"] = Subquery(asked.filter(about_id=part.first_id)[:1])
    answers, rows = _with_withheld(child, questions)
    return Closed(
        more=frozenset(part.first_id for part in chapters if answers[f"more {part.first_id}"]),
        asked_at={part.first_id: at for part in chapters if (at := answers[f"asked {part.first_id}"])},
        withheld=told(rows, today),
    )


def _with_withheld(child: Child, questions: dict[str, BaseExpression]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The answers, and every withheld entry with its decision: the child's row comes once for each, or once with none."""
    kept = FilteredRelation(
        "entries_now", condition=Q(entries_now__state=State.WITHHELD, entries_now__no_trace=False, entries_now__part_of=None)
    )
    asked = {f"answer_{number}": question for number, question in enumerate(questions.values())}
    withheld: dict[str, Any] = {f"kept_{name}": F(f"kept__{name}") for name in ROW} | {"kept_decision": decision_of(OuterRef("kept__pk"))}
    rows = list(Child.objects.filter(pk=child.pk).order_by().annotate(kept=kept).values(**asked, **withheld))
    answers = {question: rows[0][name] for question, name in zip(questions, asked, strict=True)}
    found = [{name: row[f"kept_{name}"] for name in (*ROW, "decision")} for row in rows if row["kept_pk"]]
    return answers, found


def _answers(child: Child, questions: dict[str, BaseExpression]) -> dict[str, Any]:
    """One query for all questions."""
    if not questions:
        return {}
    asked = {f"answer_{number}": question for number, question in enumerate(questions.values())}
    row = Child.objects.filter(pk=child.pk).order_by().values(**asked).get()
    return dict(zip(questions, row.values(), strict=True))


def _joined(years: Sequence[int]) -> list[Silence]:
    """Years in a row as one silence."""
    found: list[Silence] = []
    for year in years:
        if found and found[-1].last_year == year - 1:
            found[-1] = Silence(found[-1].first_year, year)
        else:
            found.append(Silence(year, year))
    return found


def _lived(home: EntryNow, year: int) -> bool:
    """Whether the home is told of that year."""
    begun = home.day is not None and home.day.year <= year
    return begun and (home.end_day is None or home.end_day.year >= year)


def _in_year(told: QuerySet[EntryNow], year: int) -> QuerySet[EntryNow]:
    """Entries of that year; a home counts as long as it lasts."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    lasting = Q(end_day__gte=start) | Q(end_day__isnull=True, kind__in=("home", "legal_status"))
    return told.filter(Q(day__gte=start) | lasting, day__lte=end)
