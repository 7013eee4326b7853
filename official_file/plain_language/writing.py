"""Help for somebody who writes to a young person: what in a text to look at again, and how hard it is to read.

    look_over("You absconded from placement.", glossary, kinder).marks[0].instead   ->   "left, or ran away"

Nothing is changed: marks say where, what kind, and which exact words to write instead. Offsets are code points.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from official_file.plain_language.jargon import BANNED, Span, find_terms
from official_file.plain_language.reading import WORD, grade, longest_sentence, sentences

AIM, LONG = 20, 25  # words in a sentence: what we aim at, and from where on we warn
FEW_WORDS = 10  # with fewer nothing can be measured: one long word would decide
ROUGH_WORDS = 30
BEGINNING = 4  # words of a long sentence that say which one it is
SCHOOL_YEARS = 5  # an American grade of 4 is read at 9

ACRONYM = re.compile(r"\b(?!(?:UK|USA|TV|OK|DVD|GP|NHS|ID|PIN|PE|DNA|II|III|IV)\b)[A-Z]{2,6}s?\b")
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be)\s+(?:not\s+|never\s+|also\s+|then\s+)?"
    r"(?P<done>\w{2,}ed|taken|given|made|told|seen|found|held|kept|known|moved|put|sent|shown|written|chosen|brought|hurt|left|lost|met|said|felt)"
    r"(?=\s+(?:by|to|from|at|in|on|for|with|that|into)\b|[.,;:!?]|$)",
    re.IGNORECASE,
)
FEELINGS = frozenset(
    {
        "worried",
        "scared",
        "tired",
        "bored",
        "excited",
        "pleased",
        "allowed",
        "supposed",
        "used",
        "interested",
        "surprised",
        "frightened",
        "married",
        "related",
        "disabled",
        "loved",
        "need",
        "wanted",
        "left",
        "lost",
        "hurt",
        "upset",
        "finished",
        "involved",
    }
)


class Look(StrEnum):
    """Why to look at a stretch again."""

    LABEL = "label"  # a word that hurts or hides
    TERM = "term"  # a worker's word that the glossary explains
    ACRONYM = "acronym"  # short for something nobody has said
    PASSIVE = "passive"  # it does not say who did it


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch to look at again. `instead`: exact words to write, or what it means; `why` may be empty."""

    start: int
    end: int
    text: str
    look: Look
    instead: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What was found. `long`: how each too long sentence begins, and its words. `grade` None: too short to measure.

    `most`: the grade to warn above.
    """

    marks: tuple[Mark, ...]
    long: tuple[tuple[str, int], ...]
    words: int
    longest: int
    grade: float | None
    most: float

    @property
    def rough(self) -> bool:
        """Whether the measure stands on few words."""
        return self.grade is not None and self.words < ROUGH_WORDS

    @property
    def age(self) -> int | None:
        """The age at which it is read, or None when it is too short to say."""
        return None if self.grade is None else round(self.grade) + SCHOOL_YEARS

    @property
    def too_hard(self) -> bool:
        """Whether it is above the level set for plain words, or has a sentence that is too long."""
        return (self.grade is not None and self.grade > self.most) or self.longest > LONG


def look_over(text: str, glossary: Iterable[Mapping[str, Any]], kinder: Iterable[Mapping[str, Any]] = (), *, most: float = 6) -> LookedOver:
    """What to look at again in a text, in order and never overlapping: labels before terms, terms before the rest.

    `glossary`: dicts of term, plain and also; `kinder`: dicts of term, instead and why; `most`: the grade to warn above.
    """
    words = len(WORD.findall(text))
    return LookedOver(
        marks=tuple(_apart([*_labels(text, list(kinder)), *_terms(text, glossary), *_acronyms(text), *_passives(text)])),
        long=_long(text),
        words=words,
        longest=longest_sentence(text),
        grade=grade(text) if words >= FEW_WORDS else None,
        most=most,
    )


def _labels(text: str, kinder: list[Mapping[str, Any]]) -> list[Mark]:
    """Words of the editable list, and those never used to a young person."""
    rows = {one["term"]: one for one in kinder}
    more = {word: {"term": word, "instead": better, "why": ""} for word, better in BANNED.items() if word not in rows}
    known = {**more, **rows}
    found = find_terms(text, [{"term": term, "plain": row["instead"], "also": []} for term, row in known.items()])
    return [_mark(span, Look.LABEL, span.plain, known[span.term]["why"]) for span in found]


def _terms(text: str, glossary: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """Words of the glossary, with what they mean."""
    return [_mark(span, Look.TERM, span.plain, "") for span in find_terms(text, glossary)]


def _mark(span: Span, look: Look, instead: str, why: str) -> Mark:
    return Mark(span.start, span.end, span.text, look, instead, why)


def _acronyms(text: str) -> list[Mark]:
    """Capitals that stand for words nobody has said; a whole line in capitals is a heading."""
    return [] if text.isupper() else [Mark(one.start(), one.end(), one.group(), Look.ACRONYM) for one in ACRONYM.finditer(text)]


def _passives(text: str) -> list[Mark]:
    """Something that was done, by nobody knows whom."""
    found = (one for one in PASSIVE.finditer(text) if one.group("done").lower() not in FEELINGS)
    return [Mark(one.start(), one.end(), one.group(), Look.PASSIVE) for one in found]


def _long(text: str) -> tuple[tuple[str, int], ...]:
    """The beginning of each sentence that is too long, and how many words it has."""
    counted = ((sentence, len(WORD.findall(sentence))) for sentence in sentences(text))
    return tuple((" ".join(sentence.split()[:BEGINNING]), count) for sentence, count in counted if count > LONG)


def _apart(marks: list[Mark]) -> list[Mark]:
    """The marks in order of their place; of two that overlap the one that comes first in the list of kinds."""
    rank = list(Look)
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (rank.index(one.look), one.start)):
        if all(mark.end <= other.start or mark.start >= other.end for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda one: one.start)
