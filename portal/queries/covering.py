"""What of an entry a worker may cover: whom and what it mentions, what is covered now, and its text with all of it marked."""

from dataclasses import dataclass

from official_file.covering import SOMETHING, Mark, Passage, carried, labels_for, marks_of
from official_file.covering_rules import places_of
from official_file.mentioned import people_of
from official_file.models import EntryNow


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A piece of the text. `key` is that of the mark it belongs to, "" for none; `who` what it is."""

    text: str
    key: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class CoverChoices:
    """What there is to choose. `covered`: keys of marks that are, or are proposed to be; `by_hand`: other words covered now."""

    marks: list[Mark]
    covered: frozenset[str]
    by_hand: list[Passage]
    labels: dict[str, str]
    reason: str
    pieces: list[MarkedPiece]

    @property
    def at_work(self) -> list[Mark]:
        """Those who are mentioned in their work, and so are not covered."""
        return [mark for mark in self.marks if mark.professional]

    @property
    def first_label(self) -> str:
        """What stands in the place of words chosen by hand, unless another label is chosen."""
        return SOMETHING if SOMETHING in self.labels else next(iter(self.labels), "")


def cover_choices(row: EntryNow, *, opened_before: bool) -> CoverChoices:
    """The choices of an entry. `opened_before`: then what was decided stands, and nothing is proposed anew."""
    people = people_of(row.entry.child)
    marks, now = marks_of(row.entry, people), carried(row.entry)
    words = {passage.words.casefold() for passage in now}
    whole = [mark for mark in marks if any(one.casefold() in words for one in mark.words)]
    chosen = whole if opened_before or now else [mark for mark in marks if mark.proposed]
    in_marks = {one.casefold() for mark in whole for one in mark.words}
    return CoverChoices(
        marks=marks,
        covered=frozenset(mark.key for mark in chosen),
        by_hand=[passage for passage in now if passage.words.casefold() not in in_marks],
        labels=labels_for(people),
        reason=next((passage.reason for passage in now if passage.reason), ""),
        pieces=_pieces(row.entry.text, marks),
    )


def _pieces(text: str, marks: list[Mark]) -> list[MarkedPiece]:
    """The text with every mark in it marked; of two that overlap, the one that begins first."""
    places = sorted((start, -end, mark.key, mark.who) for mark in marks for one in mark.words for start, end in places_of(one, text))
    pieces, at = [], 0
    for start, minus_end, key, who in places:
        if start >= at:
            pieces += [MarkedPiece(text[at:start]), MarkedPiece(text[start:-minus_end], key, who)]
            at = -minus_end
    return [piece for piece in [*pieces, MarkedPiece(text[at:])] if piece.text]
