"""Dates, stretches of time, durations and ages, said as a person would.

For example:

    say_when(When(date(2017, 3, 4), date(2018, 8, 21)))                      ->   "from March 2017 to August 2018"
    say_ages(When(date(2017, 3, 4), date(2018, 8, 21)), date(2009, 12, 1))   ->   "You were 7, then 8."
    say_duration(date(2017, 3, 4), date(2018, 8, 21))                        ->   "That was about 18 months."

A long stretch is said in months; a short one in days. What is not known is not made up: a year stays a year.
"""

from datetime import date

from dateutil.relativedelta import relativedelta

from law.ages import age_on
from law.calendar_words import MONTHS, say_date
from law.wording import Translate, fill, gettext_noop, identity
from official_file.plain_language.when import Precision, When, first_day, last_day

LONG_STRETCH = 62  # days; from here on a stretch is said in months

ON_DAY = gettext_noop("on {date}")
FOR_ONE_DAY = gettext_noop("for one day, {date}")
IN_TIME = gettext_noop("in {time}")
FROM_TO = gettext_noop("from {start} to {end}")
SINCE = gettext_noop("since {start}")
UNTIL = gettext_noop("until {end}")
MONTH_YEAR = gettext_noop("{month} {year}")
DAY_MONTH = gettext_noop("{day} {month}")

TITLE_FROM_TO = gettext_noop("{start} to {end}")
TITLE_SINCE = gettext_noop("Since {start}")
TITLE_UNTIL = gettext_noop("Until {end}")
UNKNOWN_DATE = gettext_noop("We do not know the date.")

SEASONS = {
    3: gettext_noop("spring {year}"),
    6: gettext_noop("summer {year}"),
    9: gettext_noop("autumn {year}"),
    12: gettext_noop("winter {year} to {next_year}"),
}

BABY = gettext_noop("You were a baby.")
BABY_OR = gettext_noop("You were a baby, or {age}.")
BABY_THEN = gettext_noop("You were a baby, then {age}.")
BABY_UNTIL = gettext_noop("You were a baby when it began and {last} when it ended.")
BABY_OR_SINCE = gettext_noop("You were a baby, or {age}, when it began.")
BABY_SINCE = gettext_noop("You were a baby when it began.")
AGE = gettext_noop("You were {age}.")
AGE_OR = gettext_noop("You were {first} or {last}.")
AGE_THEN = gettext_noop("You were {first}, then {last}.")
AGE_UNTIL = gettext_noop("You were {first} when it began and {last} when it ended.")
AGE_OR_SINCE = gettext_noop("You were {first} or {last} when it began.")
AGE_SINCE = gettext_noop("You were {age} when it began.")

LASTED = gettext_noop("That was {duration}.")
LASTED_ABOUT = gettext_noop("That was about {duration}.")
ONE_DAY = gettext_noop("one day")
MANY_DAYS = gettext_noop("{count} days")
MANY_MONTHS = gettext_noop("{count} months")
MANY_YEARS = gettext_noop("{count} years")
# Whole phrases for small numbers, so that every language can put number and noun together in its own way.
DAYS = (
    ONE_DAY,
    gettext_noop("two days"),
    gettext_noop("three days"),
    gettext_noop("four days"),
    gettext_noop("five days"),
    gettext_noop("six days"),
    gettext_noop("seven days"),
    gettext_noop("eight days"),
    gettext_noop("nine days"),
)
WEEKS = (
    gettext_noop("one week"),
    gettext_noop("two weeks"),
    gettext_noop("three weeks"),
    gettext_noop("four weeks"),
    gettext_noop("five weeks"),
    gettext_noop("six weeks"),
    gettext_noop("seven weeks"),
    gettext_noop("eight weeks"),
    gettext_noop("nine weeks"),
)
SOME_MONTHS = (
    gettext_noop("one month"),
    gettext_noop("two months"),
    gettext_noop("three months"),
    gettext_noop("four months"),
    gettext_noop("five months"),
    gettext_noop("six months"),
    gettext_noop("seven months"),
    gettext_noop("eight months"),
    gettext_noop("nine months"),
)
YEARS = (
    gettext_noop("one year"),
    gettext_noop("two years"),
    gettext_noop("three years"),
    gettext_noop("four years"),
    gettext_noop("five years"),
    gettext_noop("six years"),
    gettext_noop("seven years"),
    gettext_noop("eight years"),
    gettext_noop("nine years"),
)
A_FORTNIGHT, HALF_A_MONTH, MONTHS_OF_YEAR = 14, 15, 12


def say_partial(day: date, precision: Precision, translate: Translate = identity) -> str:
    """A date as exactly as it is known: "4 May 2016", "May 2016", "spring 2016", "2016"."""
    if precision is Precision.MONTH:
        return fill(MONTH_YEAR, translate, month=translate(MONTHS[day.month - 1]), year=day.year)
    if precision is Precision.SEASON:
        start = first_day(day, precision)
        return fill(SEASONS[start.month], translate, year=start.year, next_year=start.year + 1)
    return str(day.year) if precision is Precision.YEAR else say_date(day, translate)


def say_when(when: When, *, lasting: bool = False, translate: Translate = identity) -> str:
    """The time as a phrase inside a sentence: "on 4 May 2016", "in spring 2016", "from ... to ...", "since March 2017".

    `lasting`: a time without end is still going on. Empty when we do not know the date.
    """
    if not when.is_known:
        return ""
    if when.start is None or (when.end is None and lasting):
        return _say_open(when, translate)
    if when.end is None or when.end == when.start:
        one_day = FOR_ONE_DAY if lasting else ON_DAY
        message = one_day if when.precision is Precision.DAY else IN_TIME
        said = say_partial(when.start, when.precision, translate)
        return fill(message, translate, date=said, time=said)
    start, end = _ends_of(when.start, when.end, when.precision, translate)
    return fill(IN_TIME, translate, time=start) if start == end else fill(FROM_TO, translate, start=start, end=end)


def _say_open(when: When, translate: Translate) -> str:
    """A stretch with one end: since, or until."""
    if when.start is not None:
        return fill(SINCE, translate, start=_in_months(when.start, when.precision, translate))
    return fill(UNTIL, translate, end=_in_months(when.end or date.max, when.precision, translate))


def _in_months(day: date, precision: Precision, translate: Translate) -> str:
    """One end of a long stretch: nobody needs its day."""
    return say_partial(day, Precision.MONTH if precision is Precision.DAY else precision, translate)


def _ends_of(start: date, end: date, precision: Precision, translate: Translate) -> tuple[str, str]:
    """Both ends of a stretch: in months when it is long, in days when it is short (the year only once)."""
    if precision is not Precision.DAY or (end - start).days >= LONG_STRETCH:
        return _in_months(start, precision, translate), _in_months(end, precision, translate)
    first = say_date(start, translate)
    if start.year == end.year:
        first = fill(DAY_MONTH, translate, day=start.day, month=translate(MONTHS[start.month - 1]))
    return first, say_date(end, translate)


def title_when(when: When, *, lasting: bool = False, translate: Translate = identity) -> str:
    """The time as a line of its own: "4 May 2016", "March 2017 to August 2018", "Since March 2017", or that we do not know."""
    if not when.is_known:
        return translate(UNKNOWN_DATE)
    if when.start is None:
        return fill(TITLE_UNTIL, translate, end=_in_months(when.end or date.max, when.precision, translate))
    if when.end is None and lasting:
        return fill(TITLE_SINCE, translate, start=_in_months(when.start, when.precision, translate))
    if when.end is None or when.end == when.start:
        return say_partial(when.start, when.precision, translate)
    start, end = _ends_of(when.start, when.end, when.precision, translate)
    return start if start == end else fill(TITLE_FROM_TO, translate, start=start, end=end)


def say_years(start: date, end: date | None, translate: Translate = identity) -> str:
    """The years of a chapter: "2017 to 2018", "2017", "since 2017"."""
    if end is None:
        return fill(SINCE, translate, start=start.year)
    return str(start.year) if start.year == end.year else fill(TITLE_FROM_TO, translate, start=start.year, end=end.year)


def say_ages(when: When, born: date | None, *, lasting: bool = False, translate: Translate = identity) -> str:
    """How old the person was: "You were 7, then 8." Empty when we do not know, or when it was before they were born."""
    if born is None or when.start is None or not when.is_known:
        return ""
    first = age_on(born, first_day(when.start, when.precision))
    last = age_on(born, last_day(when.end or when.start, when.precision))
    if last < 0:
        return ""
    first = max(first, 0)
    is_open = when.end is None and lasting
    is_stretch = when.end is not None and when.end != when.start
    message = _age_at_beginning(first, last) if is_open else _age_message(first, last, is_stretch=is_stretch)
    return fill(message, translate, age=last, first=first, last=last)


def _age_at_beginning(first: int, last: int) -> str:
    """For a time still going on: the age when it began, which a partial date leaves between two."""
    if first == last:
        return AGE_SINCE if first else BABY_SINCE
    return AGE_OR_SINCE if first else BABY_OR_SINCE


def _age_message(first: int, last: int, *, is_stretch: bool) -> str:
    """One age, one of two, two in a row, or the first and the last."""
    if first == last:
        return AGE if first else BABY
    if not is_stretch:
        return AGE_OR if first else BABY_OR
    if last == first + 1:
        return AGE_THEN if first else BABY_THEN
    return AGE_UNTIL if first else BABY_UNTIL


def say_duration(start: date, end: date, translate: Translate = identity) -> str:
    """How long it was, as a sentence: days under a fortnight, then weeks, months under two years, years; the nearest of each."""
    days = (end - start).days
    if days < A_FORTNIGHT:
        return fill(LASTED, translate, duration=_counted(max(days, 1), DAYS, MANY_DAYS, translate))
    if days < LONG_STRETCH:
        return fill(LASTED_ABOUT, translate, duration=_counted(days // 7, WEEKS, MANY_DAYS, translate))
    apart = relativedelta(end, start)
    months = apart.years * MONTHS_OF_YEAR + apart.months + (apart.days >= HALF_A_MONTH)
    years = round(months / MONTHS_OF_YEAR)
    if months < 2 * MONTHS_OF_YEAR and months != MONTHS_OF_YEAR:
        return fill(LASTED_ABOUT, translate, duration=_counted(months, SOME_MONTHS, MANY_MONTHS, translate))
    return fill(LASTED_ABOUT, translate, duration=_counted(years, YEARS, MANY_YEARS, translate))


def _counted(count: int, phrases: tuple[str, ...], many: str, translate: Translate) -> str:
    """Under ten in words, from ten on in figures."""
    return translate(phrases[count - 1]) if count <= len(phrases) else fill(many, translate, count=count)
