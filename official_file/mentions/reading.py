"""A text as its words: where each stands, how it is compared, and what stands between them. Pure, linear in the length of the text."""

import re
from dataclasses import dataclass
from functools import cached_property

from people.written_names import folded

APOSTROPHES = "'\u2019\u2018\u02bc`\u00b4\u02b9\u2032"
MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d\u00ad"  # accents written apart, vowel signs, signs nobody sees
TORN = r"-[ \t]*\r?\n[ \t]*(?=[a-z])"  # a word that goes on in the next line
PLAIN_WORD = re.compile(rf"[^\W_]+(?:(?:[{APOSTROPHES}]|{TORN})[^\W_]+)*")
MARKED_WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+(?:(?:[{APOSTROPHES}]|{TORN})(?:[^\W_]|[{MARKS}])+)*")
HAS_MARKS = re.compile(f"[{MARKS}]")
ENDING = re.compile(rf"[{APOSTROPHES}](?:s|ll|d|ve|re)$", re.IGNORECASE)
OWNING = re.compile(rf"^[{APOSTROPHES}](?:s\b|(?!\w))", re.IGNORECASE)
SENTENCE_END = re.compile(
    r"[.!?;:]['\")\]\u2019\u201d]*\s|[\n\r]\s*[-*\u2022\u2013>|\d.)]*\s*$|\n\s*\n|[\u201c\"(\[]$|\t|[-\u2013\u2022]\s$"
)
FIRST_WORDS = 400  # how much of a text tells in which style it is written
FEW = 0.05
LONG_GAP, HALF = 80, 40  # of what stands between two words the beginning and the end are kept


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands without an owning 's, as it is written, as it is compared, and what stands before it."""

    start: int
    end: int
    raw: str
    key: str
    gap: str
    owning: bool = False

    @property
    def has_capital(self) -> bool:
        """Whether it begins with a capital letter, or has one after a sign that scanning put there."""
        return self.raw[:1].isupper() or (self.raw[:1].isdigit() and self.raw[1:2].isupper())

    @property
    def all_capitals(self) -> bool:
        """Whether it is written in capitals throughout."""
        return len(self.raw) > 1 and self.raw.isupper()


class Reading:
    """A text, cut into words. `words[i].start` and `.end` are places in the text as it was given."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(_words(text))

    @cached_property
    def keys(self) -> list[str]:
        """The words as they are compared."""
        return [word.key for word in self.words]

    @cached_property
    def is_small(self) -> bool:
        """Whether hardly any word has a capital: notes typed in haste, text messages, speech written down by a machine."""
        long = [word for word in self.words[: FIRST_WORDS * 10] if len(word.raw) > 1 and word.raw[0].isalpha()]
        return bool(long) and sum(word.has_capital for word in long) < max(1, len(long) * FEW) and not _sentences_have_capitals(self)

    def begins_sentence(self, place: int) -> bool:
        """Whether a capital at this word says nothing, because every sentence, line or quotation begins with one."""
        return place == 0 or bool(SENTENCE_END.search(self.words[place].gap))

    def among_capitals(self, place: int) -> bool:
        """Whether a word in capitals stands among others, so that its capitals say nothing."""
        if not self.words[place].all_capitals:
            return False
        near = self.words[max(0, place - 2) : place] + self.words[place + 1 : place + 3]
        loud = [word for word in near if word.all_capitals]
        return len(loud) > 1 or any(len(word.raw) > 3 for word in loud)

    def key(self, place: int) -> str:
        """The word at this place as it is compared; empty outside the text."""
        return self.words[place].key if 0 <= place < len(self.words) else ""

    def gap(self, place: int) -> str:
        """What stands before this word; at the end of the text what stands after the last."""
        if place < len(self.words):
            return self.words[place].gap
        return self.text[self.words[-1].end :] if self.words else self.text


def _words(text: str) -> "list[Word]":
    pattern = MARKED_WORD if not text.isascii() and HAS_MARKS.search(text) else PLAIN_WORD
    seen: dict[str, tuple[str, int, bool]] = {}
    found, before = [], 0
    for match in pattern.finditer(text):
        whole = match.group()
        if whole not in seen:
            seen[whole] = _apart(whole)
        key, length, owning = seen[whole]
        if not key:
            continue
        start = match.start()
        gap = text[before:start] if start - before <= LONG_GAP else text[before : before + HALF] + text[start - HALF : start]
        found.append(
            Word(start, start + length, whole[:length], key, gap, owning or bool(OWNING.match(text[match.end() : match.end() + 3])))
        )
        before = match.end()
    return found


def _apart(whole: str) -> tuple[str, int, bool]:
    """A word as it is compared, its length without an ending after an apostrophe, and whether that ending says that it owns something."""
    ending = ENDING.search(whole)
    length = ending.start() if ending and ending.start() else len(whole)
    return folded(whole[:length]).replace(" ", ""), length, bool(ending) and whole[-1] in "sS"


def _sentences_have_capitals(reading: Reading) -> bool:
    starts = [word for place, word in enumerate(reading.words[:FIRST_WORDS]) if reading.begins_sentence(place) and word.raw[0].isalpha()]
    return bool(starts) and sum(word.has_capital for word in starts) > len(starts) / 2
