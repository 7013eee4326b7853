"""What a file should hold and does not: years, reviews and notes of reviews. Pure; one numbered list of rules.

 1. Years without anything. A whole calendar year in care of which the file holds no home, no event and no word.
 2. Years with a home and nothing else. The same, where only lasting facts (a home, a legal status) cover the year. Staff only.
 3. Reviews that should be there. Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959) reg 33: the
    first within 20 working days of coming into care, the second within three months of the first, then every six months. Wales
    has the same rhythm (WSI 2015/1818). From 14 October 1991 the Review of Children's Cases Regulations 1991 gave four weeks,
    three months, six months: to a day or two the same. Before that, and in Scotland and Northern Ireland, whose rhythms are
    others, none is demanded. A review that was held late is not missing: it counts until the next one would have been due.
    None is demanded before coming into care, after leaving it, of a series of short breaks, or within 28 days of its due day.
 4. Notes of a review. A review the file says was held, with no notes of one from 7 days before to 28 days after it.
 5. The letter about why. Somebody came into care, and no "what happened on the day" is in the file.

Rule 1 serves two readers. Staff are asked about all that the file holds. The young person is told about what is open to them:
the answer is then the same whether or not something closed lies there, and the words must be true of both.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from law.bank_holidays import Nation, counts_as_working_day

REVIEWS_BEGAN = date(1991, 10, 14)
FIRST_REVIEW = 20  # working days
SECOND_REVIEW, LATER_REVIEWS = relativedelta(months=3), relativedelta(months=6)
BARELY_LATE = timedelta(days=28)
NOTES_BEFORE, NOTES_AFTER = timedelta(days=7), timedelta(days=28)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last. `end` None: it goes on."""

    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years, first to last."""

    first: int
    last: int

    @property
    def start(self) -> date:
        """Their first day."""
        return date(self.first, 1, 1)

    @property
    def end(self) -> date:
        """Their last day."""
        return date(self.last, 12, 31)


@dataclass(frozen=True, slots=True)
class Missing:
    """Things of one kind in a row that should be in the file: the days of the first and of the last, and how many."""

    first: date
    last: date
    count: int = 1


def times_in_care(begun: Iterable[date], left: Iterable[date], *, until: date) -> list[Span]:
    """From each day on which care began (a home, or coming into care) to the first day after it on which it ended.

    Ends at `until` (today, or growing up) at the latest. A day of leaving without a beginning before it says nothing.
    """
    endings = sorted(left)
    found: list[Span] = []
    for start in sorted(set(begun)):
        if start >= until or (found and (found[-1].end is None or start < found[-1].end)):
            continue
        end = next((day for day in endings if day > start), None)
        found.append(Span(start, min(end, until) if end else until))
    return found


def silent_years(care: Iterable[Span], recorded: Iterable[Span]) -> list[Years]:
    """Rule 1 (and 2, when `recorded` leaves lasting facts out): whole years in care that nothing in `recorded` touches."""
    told: set[int] = set()
    spans = list(recorded)
    for time in care:
        last = (time.end or date.max).year
        for one in spans:
            told |= set(range(max(one.start.year, time.start.year), min((one.end or time.end or one.start).year, last) + 1))
    years = (year for time in care for year in range(time.start.year + 1, time.end.year if time.end else time.start.year))
    return _in_a_row([year for year in years if year not in told])


def missing_reviews(care: Iterable[Span], held: Iterable[date], *, today: date, nation: str) -> list[Missing]:
    """Rule 3, times in care in order; reviews that follow each other are one answer. Raises ValueError for a nation."""
    if Nation(nation) is not Nation.ENGLAND_AND_WALES:
        return []
    days = sorted(set(held))
    return [gap for time in care if time.start >= REVIEWS_BEGAN for gap in _missing(_reviews_due(time, days, today, nation))]


def without_notes(held: Iterable[date], notes: Iterable[date]) -> list[Missing]:
    """Rule 4: reviews of which there are no notes; those with none between them that has notes are one answer."""
    written = sorted(notes)
    return _missing((day, any(day - NOTES_BEFORE <= note <= day + NOTES_AFTER for note in written)) for day in sorted(set(held)))


def first_review_due(came: date, nation: str) -> date:
    """The last of the 20 working days after the day of coming into care. Years whose bank holidays are not held count weekdays."""
    day, left = came, FIRST_REVIEW
    while left:
        day += ONE_DAY
        left -= counts_as_working_day(day, nation)
    return day


def _reviews_due(time: Span, held: Sequence[date], today: date, nation: str) -> Iterator[tuple[date, bool]]:
    """The rhythm of one time in care, begun again at each review: every due day, and whether a review was held for it."""
    until = min(today, time.end or today)
    due, following, after = first_review_due(time.start, nation), SECOND_REVIEW, time.start
    while due + BARELY_LATE < until:
        first = next((day for day in held if after <= day < due + following and day <= until), None)
        yield due, first is not None
        if first is not None:
            last = max(day for day in held if first <= day <= max(first, due))
            after, due = last + ONE_DAY, last
        due, following = due + following, LATER_REVIEWS


def _missing(asked: Iterable[tuple[date, bool]]) -> list[Missing]:
    """Days in order, each with whether the thing is there: those in a row that are not there are one answer."""
    found: list[Missing] = []
    there_before = True
    for day, there in asked:
        if not there and there_before:
            found.append(Missing(day, day))
        elif not there:
            found[-1] = Missing(found[-1].first, day, found[-1].count + 1)
        there_before = there
    return found


def _in_a_row(years: Iterable[int]) -> list[Years]:
    """Years that follow each other as one stretch."""
    found: list[Years] = []
    for year in sorted(set(years)):
        if found and found[-1].last == year - 1:
            found[-1] = Years(found[-1].first, year)
        else:
            found.append(Years(year, year))
    return found
