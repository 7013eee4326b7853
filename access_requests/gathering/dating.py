"""When a paper was written, by what it says: for papers that nobody gave a date.

    evidence("Thornbeck Council\n12 March 1987\nDear Mrs Lowe", today=today)   ->   that day, because of HEAD

The first of these that is found: a date at its top, one at its end, its name, its folder, the latest day it speaks of.
Days are read as in the United Kingdom (day, month, year). A date of birth never dates a paper, and neither does a day to come.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from law.wording import gettext_noop

OLDEST = 1900
TOP_LINES, END_LINES = 12, 8
BORN_WITHIN = 45  # characters before a date in which "born" makes it a birthday
OTHER_WORDS = 6  # on the line of a date that dates a paper; a longer line tells of something
MONTHS = {name.casefold(): number for names in (calendar.month_name, calendar.month_abbr) for number, name in enumerate(names) if name}
MONTHS["sept"] = 9
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_WORDS = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s./-]*(?P<m>{MONTH})\.?,?[\s./-]*(?P<y>\d{{4}}|\d{{2}})\b", re.IGNORECASE
)
WORDS_DAY = re.compile(rf"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE)
NUMBERS = re.compile(r"(?<![\d./-])(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4}|\d{2})(?!\d|[./-]\d)")
ISO = re.compile(r"(?<!\d)(?P<y>\d{4})[-_](?P<m>\d{2})[-_](?P<d>\d{2})(?!\d)")
MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH})\.?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?!\d)")
BORN = re.compile(r"(?:\bborn|\bbirth|\bdob|\bd\.o\.b)\b[^\d\n]{0,30}$", re.IGNORECASE)
HEAD_LINE = re.compile(r"^(?P<name>From|To|Cc|Date|Subject): (?P<value>.*)$")

HEAD, END, NAME, FOLDER, LATEST, WITH = "head", "end", "name", "folder", "latest", "with"
WHY: dict[str, str] = {
    HEAD: gettext_noop('It has no date of its own in the record. At its top it says "{words}".'),
    END: gettext_noop('It has no date of its own in the record. At its end it says "{words}".'),
    NAME: gettext_noop('It has no date of its own. The file is called "{words}".'),
    FOLDER: gettext_noop('It has no date of its own. It lay in a folder called "{words}".'),
    LATEST: gettext_noop('It has no date of its own. The latest day it speaks of is "{words}", so it was written then or later.'),
    WITH: gettext_noop("It has no date of its own. It came with something of this day."),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A day, how exactly it is known, which rule found it, and the words it was found in."""

    day: date
    precision: str
    rule: str
    words: str = ""

    @property
    def why(self) -> str:
        """In a sentence."""
        return WHY[self.rule].format(words=self.words)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, and where it stands."""

    day: date
    precision: str
    words: str
    at: int


def evidence(text: str, *, today: date, name: str = "", born: date | None = None) -> Evidence | None:
    """What says when it was written, or None. `name`: of its file, with the folders it lay in; `born`: of whom it is about."""
    found = [one for one in dates_in(text, today) if one.day != born]
    lines = text.splitlines()
    top = len("\n".join(lines[:TOP_LINES]))
    end = len("\n".join(lines[:-END_LINES])) if len(lines) > TOP_LINES + END_LINES else len(text)
    days = [one for one in found if one.precision == "day"]
    alone = [one for one in found if _stands_alone(one, text)]
    headed = [one for one in alone if one.precision == "day"]
    for rule, there in (
        (HEAD, [one for one in headed if one.at < top][:1]),
        (END, [one for one in headed if one.at >= end][-1:]),
        (HEAD, [one for one in alone if one.at < top and one.precision == "month"][:1]),
    ):
        for one in there:
            return Evidence(one.day, one.precision, rule, one.words)
    return _by_its_name(name, today) or _latest(days, found)


def _stands_alone(one: Found, text: str) -> bool:
    """Whether it stands as a letter's date does, on a line of its own or with few words, and not in the middle of a sentence."""
    start, stop = text.rfind("\n", 0, one.at) + 1, text.find("\n", one.at)
    line = text[start : stop if stop >= 0 else len(text)]
    return len(line.split()) - len(one.words.split()) <= OTHER_WORDS


def _by_its_name(name: str, today: date) -> Evidence | None:
    path = PurePosixPath(name)
    for rule, part in ((NAME, path.stem), *((FOLDER, folder) for folder in reversed(path.parts[:-1]))):
        for one in dates_in(part.replace("_", " "), today, years=True):
            return Evidence(one.day, one.precision, rule, path.name if rule == NAME else part)
    return None


def _latest(days: list[Found], found: list[Found]) -> Evidence | None:
    one = max(days or found, key=lambda one: one.day, default=None)
    return Evidence(one.day, one.precision, LATEST, one.words) if one else None


def dates_in(text: str, today: date, *, years: bool = False) -> Iterator[Found]:
    """Every date in a text that is not a birthday and not to come, in their order. `years`: bare years too, for names."""
    found: dict[int, Found] = {}
    patterns = (DAY_WORDS, WORDS_DAY, NUMBERS, ISO, MONTH_YEAR, *((YEAR,) if years else ()))
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < stop for start, stop in taken):
                continue
            day = _day(match, today)
            taken.append(match.span())
            if day is None or BORN.search(text[max(0, match.start() - BORN_WITHIN) : match.start()]):
                continue
            precision = "day" if pattern not in (MONTH_YEAR, YEAR) else "month" if pattern is MONTH_YEAR else "year"
            found[match.start()] = Found(day, precision, " ".join(match.group().split()), match.start())
    yield from (found[at] for at in sorted(found))


def _day(match: re.Match[str], today: date) -> date | None:
    parts = match.groupdict()
    year, month = int(parts["y"]), parts.get("m") or "1"
    if len(parts["y"]) == 2:
        year += 2000 if year <= today.year % 100 else 1900
    try:
        day = date(year, int(month) if month.isdigit() else MONTHS[month.casefold()], int(parts.get("d") or 1))
    except ValueError:
        return None
    return day if day.year >= OLDEST and day <= today else None


def heads_of_mail(text: str) -> dict[str, str]:
    """From, To, Cc, Date and Subject of a mail as files/reading/mail_words.py writes it; {} for what is no mail."""
    heads: dict[str, str] = {}
    for line in text.splitlines()[:6]:
        match = HEAD_LINE.match(line)
        if not match:
            break
        heads[match["name"]] = match["value"].strip()
    return heads if "From" in heads or "Subject" in heads else {}
