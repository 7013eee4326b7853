"""Where the story is silent: years about which nothing is open, what workers said is missing, and chapters of which more is closed.

A silence is found from what is open and from nothing else (official_file/gap_rules.py, rule 1): every page is the same whatever
waits, is held, withheld or leaves no trace in it. So the words say "nothing is open to you", which is true either way. That
"we have nothing" only a worker says, with the day on which they said it. What a second person agreed to withhold is told of as
the law's grounds say (official_file/withheld.py), in the chapter it falls in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.expressions import BaseExpression
from django.utils.translation import gettext

from law.ages import ADULT, turns
from law.working_time import london_day
from official_file.gap_rules import Span, Years, silent_years, times_in_care
from official_file.gaps import YearSpans, said_to_child, year_spans
from official_file.models import EntryNow, Gap
from official_file.models.now import EntryNowQuerySet, State, of_a_theme_never_shown
from official_file.withheld import ROW, Withheld, decision_of, told
from people.models import Child, Task, TaskKind
from people.roles import display_name
from portal.queries.story_parts import Part
from portal.queries.when_words import one_date

SECTION_OF = {"review": "plans", "notes": "plans", "why_letter": "why_in_care"}
PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class Silence:
    """A band of the story: years with nothing open, or what a worker said is missing. `start` None: nobody knows when.

    `words` and `who` are the worker's, with the day they said it; empty for what a rule found.
    """

    start: date | None
    end: date | None
    title: str
    words: str = ""
    who: str = ""
    section: str = ""
    is_gap: bool = True

    @property
    def years(self) -> bool:
        """Whether it stands for whole years, so that the life line shows it."""
        return not self.section


@dataclass(frozen=True, slots=True)
class Closed:
    """Of the chapters asked about (by first entry): those of which something waits for the worker; when one was asked for.

    `withheld` is everything withheld that the reader is told of, whatever its chapter.
    """

    more: frozenset[str]
    asked_at: dict[str, datetime]
    withheld: list[Withheld]


def silences(child: Child, *, rows: EntryNowQuerySet, frame: Sequence[EntryNow], at: datetime) -> list[Silence]:
    """Every band of this story, in order: one query, three where a worker said something.

    `rows`: what is open to its reader; `frame`: of those, what shapes it.

    Years before the first open home, after leaving care as it is told, and after growing up are nobody's gap. A year with
    something open in it is never said to be empty, whatever a worker said before it opened.
    """
    care = _care(child, frame, london_day(at))
    quiet = silent_years(care, [Span(row.day, row.end_day) for row in frame if row.kind == "home" and row.day])
    spans, anything_said = year_spans(rows, child) if quiet else (None, True)
    said = _said_now(child, rows, at, spans) if anything_said else []
    if spans:
        spoken_for = {year for one in said if one.years for year in _years_of(one)}
        quiet = silent_years(care, spans[True] | spans[False] | _as_spans(spoken_for))
    return sorted([*map(_found, quiet), *said], key=lambda one: (one.start or date.max, one.title))


def _said_now(child: Child, rows: EntryNowQuerySet, at: datetime, spans: YearSpans | None) -> list[Silence]:
    """What workers said is missing, without years in which something is open by now."""
    gaps = said_to_child(child, at, (Gap.Kind.STRETCH, Gap.Kind.REVIEW, Gap.Kind.DOCUMENT))
    if spans is None and any(gap.kind == Gap.Kind.STRETCH for gap in gaps):
        spans, _anything = year_spans(rows, child)
    found = []
    for gap in gaps:
        one = _said(gap)
        also_standing = bool(spans) and not gap.key.startswith("lasting/")
        open_there = _all_years(spans[False]) | (_all_years(spans[True]) if also_standing else set()) if spans else set()
        if not (one.years and open_there & _years_of(one)):
            found.append(one)
    return found


def said_of(child: Child, section: str, at: datetime) -> list[Silence]:
    """What workers said is missing from one section."""
    said = [_said(gap) for gap in said_to_child(child, at, (Gap.Kind.REVIEW, Gap.Kind.DOCUMENT))]
    return [one for one in said if one.section == section]


def _care(child: Child, frame: Sequence[EntryNow], today: date) -> list[Span]:
    """The times in care as they are open to be told."""
    until = min(today, turns(child.date_of_birth, ADULT)) if child.date_of_birth else today
    left = [day for row in frame if row.kind == "left_care" and (day := row.end_day or row.day)]
    return times_in_care([row.day for row in frame if row.kind == "home" and row.day], left, until=until)


def _found(years: Years) -> Silence:
    if years.first == years.last:
        title = gettext("Nothing is open to you from %(year)s") % {"year": years.first}
    else:
        title = gettext("Nothing is open to you from %(first)s to %(last)s") % {"first": years.first, "last": years.last}
    return Silence(years.start, years.end, title)


def _said(gap: Gap) -> Silence:
    who = gettext("%(name)s, %(role)s, told you this on %(day)s.") % {
        "name": gap.by_name,
        "role": display_name(gap.by_role).lower(),
        "day": one_date(london_day(gap.at)),
    }
    of = gap.key.split("/")[0 if gap.kind != Gap.Kind.DOCUMENT or gap.key.startswith("notes/") else 1]
    section = "" if gap.kind == Gap.Kind.STRETCH else SECTION_OF.get(of, PAPERS)
    return Silence(gap.starts, gap.ends, gap.what, gap.words, who, section)


def _years_of(one: Silence) -> set[int]:
    return set(range(one.start.year, one.end.year + 1)) if one.start and one.end else set()


def _all_years(spans: Iterable[Span]) -> set[int]:
    """Every year these touch; what goes on touches no year that has not come."""
    return {year for one in spans for year in range(one.start.year, (one.end or date.max).year + 1)}


def _as_spans(years: Iterable[int]) -> set[Span]:
    return {Span(date(year, 1, 1), date(year, 12, 31)) for year in years}


def closed_in(child: Child, chapters: Sequence[Part], today: date) -> Closed:
    """What is closed of these chapters, and what is withheld: one query."""
    waiting = EntryNow.objects.waiting_for_worker().filter(child=OuterRef("pk"), no_trace=False).not_of_a_theme_never_shown(child)
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
    withheld["kept_never"] = Exists(of_a_theme_never_shown(child, OuterRef("kept__pk")))
    rows = list(Child.objects.filter(pk=child.pk).order_by().annotate(kept=kept).values(**asked, **withheld))
    answers = {question: rows[0][name] for question, name in zip(questions, asked, strict=True)}
    found = [{name: row[f"kept_{name}"] for name in (*ROW, "decision")} for row in rows if row["kept_pk"] and not row["kept_never"]]
    return answers, found
