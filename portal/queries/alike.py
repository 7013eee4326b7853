""" "Is this the same?": two entries side by side, what differs marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_lazy
from rapidfuzz.distance import Indel

from law.calendar_words import say_date
from official_file.duplicates import answered_for, newest_ids, questions_for
from official_file.models import EntryNow, PossibleDuplicate
from official_file.plain_language.when import Precision
from official_file.sources import staff_sources
from people.models import Child, User
from people.permissions import decides_for
from portal.queries.staff_lines import StaffLine, official_words, staff_line, with_days
from portal.queries.where_from import from_where

A_PAGE = 10
MOST_WORDS = 3_000  # of a text that are compared word by word; the rest is shown as it is
WHY = {
    "A": gettext_lazy("Two systems tell the same kind of thing within three days."),
    "B": gettext_lazy("The words are nearly the same, within three days."),
    "C": gettext_lazy("A paper and something written down have the same heading and the same day."),
    "D": gettext_lazy("Both papers are the very same file, or have the same heading and the same day."),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `marked`: the other does not have it."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that both entries say, in two columns."""

    label: str
    first: list[Piece]
    second: list[Piece]

    @property
    def same(self) -> bool:
        """Whether both say the same, so that it is said once."""
        return not self.differs and self.first == self.second

    @property
    def differs(self) -> bool:
        """Whether there is anything to mark."""
        return any(piece.marked for piece in [*self.first, *self.second])


@dataclass(frozen=True, slots=True)
class Alike:
    """One question with both entries. `said`: who answered and when; `refused`: why the answer just given was not taken."""

    id: UUID
    why: str
    first: StaffLine
    second: StaffLine
    rows: list[Compared]
    said: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class AlikePage:
    """What the page shows. `more`: questions that come after these."""

    open: list[Alike]
    more: int
    answered: list[Alike]
    decides: bool


def alike_page(user: User, child: Child, at: datetime, refused: Mapping[UUID, str]) -> AlikePage:
    """The oldest questions about this child, and what was said to be one event. `refused`: sentences, by question."""
    asked, answered = questions_for(user, child, at), answered_for(user, child, at)
    return AlikePage(
        open=list(_shown(asked[:A_PAGE], child, at, refused)),
        more=len(asked[A_PAGE:]),
        answered=list(_shown(answered[:A_PAGE], child, at, refused)),
        decides=decides_for(user, child, at),
    )


def _shown(duplicates: Sequence[PossibleDuplicate], child: Child, at: datetime, refused: Mapping[UUID, str]) -> Iterator[Alike]:
    newest = newest_ids({pk for one in duplicates for pk in (one.first_id, one.second_id)})
    stored = with_days(EntryNow.objects.filter(pk__in=newest.values()).select_related("entry__payload"))
    found = {row.pk: row for row in stored.prefetch_related("entry__sources", "entry__plain_versions")}
    for one in duplicates:
        first, second = found[newest[one.first_id]], found[newest[one.second_id]]
        lines = [staff_line(row, child=child, at=at) for row in (first, second)]
        rows = list(_compared(first, second, lines))
        why = str(WHY.get(one.rule, ""))
        yield Alike(one.pk, why, lines[0], lines[1], rows, said=_said(one), refused=refused.get(one.pk, ""))


def _said(one: PossibleDuplicate) -> str:
    if one.answered_by is None or one.answered_at is None:
        return ""
    said = {"name": one.answered_by, "day": say_date(one.answered_at.date(), gettext)}
    return gettext("%(name)s said on %(day)s that they are one event.") % said


def _compared(first: EntryNow, second: EntryNow, lines: list[StaffLine]) -> Iterator[Compared]:
    """Row by row; what neither says is left out."""
    pairs: list[tuple[str, Callable[[EntryNow, StaffLine], str]]] = [
        (gettext("When"), lambda row, line: _days(row) or line.when),
        (gettext("What it is"), lambda _row, line: line.kind),
        (gettext("Heading"), lambda _row, line: line.title),
        (gettext("In the record"), lambda row, _line: official_words(row)),
        (gettext("Who wrote it"), lambda row, _line: ", ".join(filter(None, row.entry.author.values()))),
        (gettext("What they read"), lambda row, line: "" if line.free else line.text),
    ]
    for label, read in pairs:
        one, other = read(first, lines[0]), read(second, lines[1])
        if one or other:
            yield Compared(label, [Piece(one, one != other)], [Piece(other, one != other)])
    if first.entry.text or second.entry.text:
        yield Compared(gettext("The words"), *marked(first.entry.text, second.entry.text))
    yield Compared(gettext("Where it comes from"), [Piece(_sources(first))], [Piece(_sources(second))])
    yield Compared(gettext("How it stands"), *([Piece(line.standing.text)] for line in lines))


def _sources(row: EntryNow) -> str:
    return " ".join(from_where(one.system, one.as_of) for one in staff_sources(row))


def _days(row: EntryNow) -> str:
    """The days exactly as they are in the record; "" when none is known to the day."""
    when = row.entry.when
    if when.start is None or when.precision != Precision.DAY:
        return ""
    first, last = say_date(when.start, gettext), when.end and say_date(when.end, gettext)
    return gettext("%(first)s to %(last)s") % {"first": first, "last": last} if last else first


def marked(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, with the words marked that the other does not have."""
    if not one or not other:
        return [Piece(one)], [Piece(other)]
    words, others = one.split(" "), other.split(" ")
    if max(len(words), len(others)) > MOST_WORDS:
        return [Piece(one)], [Piece(other)]
    first: list[Piece] = []
    second: list[Piece] = []
    for step in Indel.opcodes(words, others):
        first += _piece(words[step.src_start : step.src_end], marked=step.tag != "equal")
        second += _piece(others[step.dest_start : step.dest_end], marked=step.tag != "equal")
    return first, second


def _piece(words: list[str], *, marked: bool) -> list[Piece]:
    return [Piece(" ".join(words), marked)] if words else []
