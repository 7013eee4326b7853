"""Documents that a text speaks of: "see the report of Dr Khan", "my letter of 4 May 2016". Pure; a few careful rules.

 1. A paper with its day: a noun of PAPERS, then "of", "dated", "from" or "sent on", then a date with its year.
 2. A paper by somebody with a title: a noun of PAPERS, then "of", "by" or "from", then Dr, Mr, Mrs, Ms, Miss, Prof or Judge and
    a name; only after "see", "attached", "enclosed" or "please read", so that "a letter from Mr Hill came" asks for nothing.
 3. What a text announces about itself ("this report of 4 May 2016") is not asked for.

A reference is answered when the file holds a paper of that day (a week around it; a month for a month), or one that its title
or author names. Asking for too little is better than asking for what nobody wrote: what is doubtful is not asked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from official_file.plain_language.when import Precision, last_day

PAPERS = ("letter", "report", "assessment", "statement", "plan", "certificate", "minutes", "psychological report", "medical report")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
AROUND = timedelta(days=7)

_MONTH = "(?:" + "|".join(f"{name}|{name[:3]}" for name in MONTHS) + r"|Sept)\.?"
_DATE = (
    rf"(?:the\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH})\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
)
_PAPER = "(?P<paper>" + "|".join(sorted(PAPERS, key=len, reverse=True)) + ")"
_OWN = re.compile(r"\b(?:this|present)\s+$", re.IGNORECASE)
DATED = re.compile(
    rf"\b{_PAPER}\b(?:\s+(?:from|by|to)\s+(?P<who>[A-Z][\w'. -]{{1,40}}?))?,?\s+(?:of|dated|from|sent on)\s+(?:{_DATE})\b", re.IGNORECASE
)
NAMED = re.compile(
    rf"\b(?i:see|attached|enclosed|please read)\b[^.;\n]{{0,30}}?\b(?i:{_PAPER})\s+(?i:of|by|from)\s+"
    r"(?P<who>(?:Dr|Mr|Mrs|Ms|Miss|Prof|Judge)\.?\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One paper that a text speaks of: the rule that found it, what it is, its day (or month), by whom."""

    rule: int
    paper: str
    day: date | None = None
    whole_month: bool = False
    who: str = ""

    @property
    def key(self) -> str:
        """The same for every text that speaks of the same paper."""
        when = (self.day.strftime("%Y-%m") if self.whole_month else self.day.isoformat()) if self.day else ""
        return f"document/{self.paper}/{when or '-'.join(self.who.casefold().replace('.', '').split())}"


@dataclass(frozen=True, slots=True)
class Held:
    """A paper that the file holds: its day, and its title and author as one string."""

    day: date | None
    named: str


def references_in(text: str) -> list[Reference]:
    """Every paper that this text speaks of, once each, in the order of the rules."""
    found: dict[str, Reference] = {}
    for match in DATED.finditer(text):
        reference = _dated(match) if not _OWN.search(text[: match.start()]) else None
        if reference:
            found.setdefault(reference.key, reference)
    for match in NAMED.finditer(text):
        reference = Reference(2, match["paper"].lower(), who=" ".join(match["who"].split()))
        found.setdefault(reference.key, reference)
    return list(found.values())


def is_held(reference: Reference, papers: Iterable[Held]) -> bool:
    """Whether one of these papers answers the reference."""
    return any(_answers(reference, paper) for paper in papers)


def _answers(reference: Reference, paper: Held) -> bool:
    if reference.who and reference.who.split()[-1].casefold() in paper.named.casefold():
        return True
    if reference.day is None or paper.day is None:
        return False
    last = last_day(reference.day, Precision.MONTH) if reference.whole_month else reference.day
    return reference.day - AROUND <= paper.day <= last + AROUND


def _dated(match: re.Match[str]) -> Reference | None:
    """Rule 1, or None when the digits are no date."""
    paper, who = match["paper"].lower(), " ".join((match["who"] or "").split())
    try:
        if match["iso"]:
            return Reference(1, paper, date.fromisoformat(match["iso"]), who=who)
        if match["d"]:
            return Reference(1, paper, date(int(match["y"]), int(match["m"]), int(match["d"])), who=who)
        month = [name[:3].casefold() for name in MONTHS].index(match["month"][:3].casefold()) + 1
        day = int(match["day"]) if match["day"] else 1
        return Reference(1, paper, date(int(match["year"]), month, day), whole_month=not match["day"], who=who)
    except ValueError:
        return None
