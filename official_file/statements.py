"""Statements other bodies need, made from what the file knows and never typed anew. The first: "this person was in our care".

    care_periods([date(2019, 3, 4)], [date(2024, 3, 2)])   ->   [Period(date(2019, 3, 4), date(2024, 3, 2))]

A statement holds the name on their papers, the day of birth, the days of care and where those come from; no reason, no home,
nobody else. What the file does not know to the day is not stated.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from official_file.models import EntryNow
from official_file.plain_language.when import Precision
from people.errors import NotAllowed
from people.models import Child, ChildName

STILL_IN_CARE = "X1"  # an episode ended and care went on


@dataclass(frozen=True, slots=True)
class Period:
    """One time in care. `ends` None: it goes on, or its end is not known."""

    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What the letter says. `sources`: each system with the day up to which it was true."""

    name: str
    born: date
    periods: list[Period]
    sources: list[tuple[str, date | None]]
    still: bool


def in_care_statement(child: Child, rows: Iterable[EntryNow]) -> Statement:
    """The statement that they are or were in care, from their entries. Raises NotAllowed, saying what is missing."""
    told = [row for row in rows if row.kind in ("came_into_care", "left_care", "adoption")]
    if any(row.no_trace or row.kind == "adoption" for row in told):
        raise NotAllowed("own_rules", _("This record has rules of its own. Ask the adoption team to write this letter."))
    exact = [row for row in told if row.precision == Precision.DAY]
    came = [row.day for row in exact if row.kind == "came_into_care" and row.day]
    ends = [row for row in exact if row.kind == "left_care" and row.entry.facts.get("code") != STILL_IN_CARE]
    left = [day for row in ends if (day := row.end_day or row.day)]
    if not came or child.date_of_birth is None:
        raise NotAllowed(
            "not_known", _("The file does not hold the exact day they came into care, or were born. Bring in the return first.")
        )
    periods = care_periods(came, left)
    in_care = child.stage == Child.Stage.IN_CARE
    if any(period.ends is None for period in periods[:-1]) or (periods[-1].ends is None) is not in_care:
        raise NotAllowed("no_end", _("The file does not say on which day a time in care ended. Put that right first."))
    return Statement(_name_on_papers(child), child.date_of_birth, periods, _sources([*exact]), in_care)


def care_periods(came: Iterable[date], left: Iterable[date]) -> list[Period]:
    """Each day of coming into care with the first day of leaving it before the next, oldest first."""
    starts, ends = sorted(set(came)), sorted(set(left))
    following = [*starts[1:], date.max][: len(starts)]
    return [Period(start, next((end for end in ends if start <= end <= then), None)) for start, then in zip(starts, following, strict=True)]


def _name_on_papers(child: Child) -> str:
    """Their legal name of now: whoever reads the letter compares it with a passport. Else what they are called."""
    legal = child.names.filter(kind=ChildName.Kind.LEGAL, ends__isnull=True, mistaken=False).order_by("-starts").first()
    return legal.name if legal else child.known_as


def _sources(rows: list[EntryNow]) -> list[tuple[str, date | None]]:
    newest: dict[str, date | None] = {}
    for row in rows:
        for source in row.entry.sources.all():
            known = newest.get(source.system)
            newest[source.system] = max(filter(None, (known, source.as_of)), default=None)
    return sorted(newest.items())
