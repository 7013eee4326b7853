"""Whose record a request may be about: the few records that fit a whole name, and how well each fits what was said.

An officer has nobody in reach before a record is found, and finding one must not be a way to read through every name. So:

* only somebody who handles requests looks, for one open request that they may see and that nobody has matched;
* only what was said in it is compared, and a whole name or number the officer adds; parts of names find nothing;
* a name that is only nearly so counts when the whole date of birth is the same;
* of each record they see what it is called and whether the rest agrees, never what the file says instead;
* no more than ten are shown, and each of those people can read in their own record that it was searched for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from access_requests.models import AccessRequest
from official_file.models import Connection, EntryNow, SearchWords
from official_file.plain_language.partial_dates import NotADate, read_partial
from official_file.plain_language.when import Precision
from official_file.search.words import words_of
from people.finding import children_exactly, fit
from people.models import Child, ChildName, Identifier
from people.written_names import folded

MOST = 10
PRIVATE = 2  # the sensitivity from which on only a worker opens an entry
IN_CARE = ("home", "came_into_care")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHORT = 4  # letters: shorter words of a place or a name say too little to agree


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of whom they ask about. `names` as they wrote them; `born` with how much of it they knew."""

    names: tuple[str, ...]
    born: date | None = None
    precision: Precision | None = None
    years: frozenset[int] = frozenset()
    places: str = ""
    people: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One record. `by_name`: the name of theirs that fits. `born`, `years`: True they agree, False they do not, None not known.

    `places` and `people`: how many words of what was said stand in the file too, and never which.
    """

    child: Child
    by_name: str
    born: bool | None
    years: bool | None
    places: int
    people: int

    @property
    def weight(self) -> int:
        """How well it fits: a birthday that is the same says most, one that is not takes most away."""
        birthday = {True: 6, False: -6, None: 0}[self.born]
        return birthday + 2 * (self.years is True) + min(self.places, 3) + min(self.people, 3)


def said_of(request: AccessRequest, more: str = "") -> Said:
    """What the request says of whom it is about, with the names and numbers an officer adds, one on each line."""
    answers = request.answers
    own = answers.get("name") or request.known_as if request.asker == AccessRequest.Asker.SELF else answers.get("subject")
    lines = [str(own or ""), *str(answers.get("other_names") or "").splitlines(), *more.splitlines()]
    names = tuple(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
    born, precision = _born(str(answers.get("born") or ""))
    places = " ".join(str(answers.get(key) or "") for key in ("homes", "schools"))
    people = " ".join(str(answers.get(key) or "") for key in ("family", "workers"))
    years = frozenset(int(year) for year in YEAR.findall(str(answers.get("when_in_care") or "")))
    return Said(names, born, precision, years, places, people)


def candidates_for(request: AccessRequest, more: str = "") -> list[Candidate]:
    """The records that may be the one, best first. Nothing here asks who looks: the verb does, and writes it down."""
    said = said_of(request, more)
    found = {child.pk: child for name in said.names for child in children_exactly(name)}
    if said.born and said.precision is Precision.DAY:
        same_day = Child.objects.filter(date_of_birth=said.born)
        found |= {child.pk: child for child in same_day if _nearly(child, said.names)}
    rows = [_candidate(child, said) for child in found.values()]
    return sorted(rows, key=lambda one: (-one.weight, str(one.child), str(one.child.pk)))[:MOST]


def _candidate(child: Child, said: Said) -> Candidate:
    names = _names(child)
    fits = max(names, key=lambda name: max((fit(folded(one).split(), [folded(name)]) for one in said.names), default=0), default="")
    words = _words_in(child)
    told_of = Connection.objects.filter(child=child).values_list("names", flat=True)
    people = words | {word for each in told_of for name in each for word in words_of(str(name))}
    return Candidate(
        child=child,
        by_name=fits,
        born=_same_birthday(child, said),
        years=_same_years(child, said.years),
        places=_agree(said.places, words),
        people=_agree(said.people, people),
    )


def _words_in(child: Child) -> set[str]:
    """The words of the file, as they are kept to search by: nothing kept apart by law, closely private or limited."""
    shown = {"entry__now__no_trace": False, "entry__now__limited": "", "entry__now__sensitivity__lt": PRIVATE}
    rows = SearchWords.objects.filter(child=child, **shown).values_list("open_words", "staff_words")
    return {word for texts in rows.iterator() for text in texts for word in text.split()}


def _same_years(child: Child, said: frozenset[int]) -> bool | None:
    """Whether a year they named lies in a time in care that the record knows, give or take one; None when either says nothing."""
    times = EntryNow.objects.filter(child=child, kind__in=IN_CARE, day__isnull=False, no_trace=False).values_list("day", "end_day")
    spans = [(first.year - 1, (last or first).year + 1) for first, last in times]
    if not said or not spans:
        return None
    return any(first <= year <= last for year in said for first, last in spans)


def _names(child: Child) -> list[str]:
    rows = ChildName.objects.filter(child=child, mistaken=False).values_list("name", flat=True)
    return [child.known_as, *rows, *Identifier.objects.filter(child=child).values_list("key", flat=True)]


def _nearly(child: Child, names: Iterable[str]) -> bool:
    theirs = [folded(name) for name in _names(child)]
    return any(fit(folded(name).split(), theirs) for name in names)


def _same_birthday(child: Child, said: Said) -> bool | None:
    born, theirs = said.born, child.date_of_birth
    if born is None or theirs is None or said.precision is None:
        return None
    if said.precision is Precision.DAY:
        return born == theirs
    return born.year == theirs.year  # a month or a season remembered wrongly is no reason to pass somebody over


def _born(typed: str) -> tuple[date | None, Precision | None]:
    try:
        return read_partial(typed)
    except NotADate:
        return None, None


def _agree(said: str, held: set[str]) -> int:
    """How many of the longer words they said stand in the file."""
    return len({word for word in words_of(said) if len(word) >= SHORT} & held)
