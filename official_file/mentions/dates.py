"""Dates of birth: a date that the words around it call one. Any other date is not a mention of anybody. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from official_file.mentions.known import Span

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:[0-3OoIl]?[\dOoIl])(?:st|nd|rd|th)?"
_YEAR = r"(?:'?\d{2}\b(?!:)|(?:19|20)\d\d|[12][\dOoIl]{3})"
_SPACE = r"[ \t\u00a0]{0,2}\n?[ \t]{0,2}"
DATE = re.compile(
    rf"(?<![\w/])(?:{_DAY}{_SPACE}[/.\-]{_SPACE}[01OoIl]?[\dOoIl]{_SPACE}[/.\-]{_SPACE}{_YEAR}|(?:19|20)\d\d-\d\d-\d\d"
    rf"|{_DAY}(?:{_SPACE}|[./\-])(?:of{_SPACE})?{_MONTH}(?:\.?{_SPACE}[,./\-]?{_SPACE}{_YEAR})?|{_DAY}[ ][01]?\d[ ]{_YEAR}"
    rf"|{_MONTH}\.?{_SPACE}{_DAY}(?:{_SPACE},?{_SPACE}{_YEAR})?"
    rf"|{_DAY}[/.\-][01]?\d(?![/.\-]?\d)|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d\d)(?!\w|/\d)",
    re.IGNORECASE,
)
PART = re.compile(rf"(?<![\w/])(?:{_MONTH}{_SPACE}(?:of{_SPACE})?{_YEAR}|(?:19|20)\d\d)(?![\w/])", re.IGNORECASE)
_SAYS = r"(?:\bd\s?[./]?\s?[o0]\s?[./]?\s?b\b\.?|\bdate\s{1,3}of\s{1,3}birth|\bbirth\s?dates?|\bb(?:irth)?days?)"
OF_SOMEBODY = re.compile(
    r"(?:\bd\s?[./]?\s?[o0]\s?[./]?\s?b\b\.?|"
    r"\bdate\s{1,3}of\s{1,3}birth)(?:[^\d;\n]|0(?=[a-z])){0,45}$",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"(?:{_SAYS}(?:\s(?:is|was|falls|given|recorded|as|on|the|her|his|their|today|for|party|and|age|of|confirmed|being)){{0,4}}[\s:;=.,\-\u2013(|*_]{{0,8}}(?:the\s)?"
    r"|\bborn(?:\s(?!and\b)[\w'\u2019\-]{1,20},?){0,5}\s(?:on|in)?\s?(?:the\s)?|\bborn[\s:]{1,3}|"
    r"(?:\(|,\s)b\.?\s?|\bb\.\s|(?:\bturn(?:s|ed|ing)?|\bwill be)\s\d{1,2}\s(?:on|in)\s(?:the\s)?)$",
    re.IGNORECASE,
)
AFTER = re.compile(rf"^[\s(\[,:\-\u2013]{{0,4}}(?:{_SAYS}|\(birthday)", re.IGNORECASE)
BORN = re.compile(
    r"\bborn(?:\s[\w'\u2019\-]{1,20},?){0,3}\s(?:in|on|of)\s$|\bborn[\s:]{1,2}$|\bd\.?o\.?b\.?[\s:]{1,3}$|\(b\.?\s?$", re.IGNORECASE
)
HEADING = re.compile(rf"^(?=.*(?:\||\t|  )).*{_SAYS}.*$", re.IGNORECASE)
LOOK_BACK, ROWS = 70, 12


def find_births(text: str) -> Iterator[Span]:
    """Every date of birth: "DOB 2.3.13", "born in Leeds on 2 March 2013", "02/03/2013 (DOB)", and the column of a table."""
    rows = _rows_of_tables(text)
    for match in DATE.finditer(text):
        before, after = text[max(0, match.start() - LOOK_BACK) : match.start()], text[match.end() : match.end() + 24]
        if BEFORE.search(before) or OF_SOMEBODY.search(before) or AFTER.match(after) or _is_in(rows, match.start()):
            yield Span(match.start(), match.end(), match.group(), "date_of_birth")
    for match in PART.finditer(text):
        if BORN.search(text[max(0, match.start() - LOOK_BACK) : match.start()]):
            yield Span(match.start(), match.end(), match.group(), "date_of_birth")


def _is_in(rows: list[tuple[int, int]], at: int) -> bool:
    """Whether this place lies in one of the rows, which stand in the order of the text."""
    before = bisect_right(rows, (at, len(rows) + at)) - 1
    return before >= 0 and rows[before][0] <= at < rows[before][1]


def _rows_of_tables(text: str) -> list[tuple[int, int]]:
    """Where the rows stand below a line of headings that has one for dates of birth and no date itself."""
    found, at, left = [], 0, 0
    for line in text.splitlines(keepends=True):
        if left and line.strip():
            found.append((at, at + len(line)))
            left -= 1
        else:
            left = ROWS if len(line) < 400 and HEADING.match(line) and not DATE.search(line) else 0
        at += len(line)
    return found
