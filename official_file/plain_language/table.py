"""The numbered table of everything the software says by itself about an entry: its number, its digest, and an example of each row.

    number()   ->   3
    digest()   ->   "5e0c..."   (of every message of the table: a changed word is another digest)

A named person reads it whole and approves it under its number (official_file/actions/approve_sentences.py).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from types import ModuleType

from law import calendar_words
from law.wording import Translate, identity
from official_file.plain_language import (
    chapter_words,
    dataset_lines,
    details,
    easy_words,
    headings,
    patterns,
    phrases,
    pictures,
    relations,
    sentences,
    services_lines,
    twelve_services,
    words_of_codes,
    words_of_dataset,
    words_of_homes,
)
from official_file.plain_language.codes import known_codes
from official_file.plain_language.easy import Easy, say_easy
from official_file.plain_language.facts import CODE_LISTS
from official_file.plain_language.patterns import PATTERNS, TABLE_VERSION
from official_file.plain_language.sentences import Plain, say_entry
from official_file.plain_language.when import LASTING, When

PARTS: tuple[ModuleType, ...] = (
    patterns,
    headings,
    words_of_homes,
    words_of_codes,
    words_of_dataset,
    details,
    dataset_lines,
    services_lines,
    twelve_services,
    easy_words,
    pictures,
    phrases,
    chapter_words,
    relations,
    sentences,
    calendar_words,
)
BORN, STARTED, ENDED, TODAY = date(2009, 12, 1), date(2017, 3, 4), date(2018, 8, 21), date(2026, 11, 22)
# What an entry of a kind needs to say anything, beside its code.
NEEDS: dict[str, dict[str, object]] = {
    "health_check": {"teeth_check": 1, "health_assessment": 1},
    "care_plan": {"goals": "LTFOST"},
    "service": {"service": "advocacy", "status": "active", "name": "Voices"},
    "asked_about_help": {"worries_explained": 1},
}
MADE_ELSEWHERE = frozenset({"chapter", "chapter_of_breaks", "not_in_care", "worker_with_name", "document_to_hear", "background_not_told"})


@dataclass(frozen=True, slots=True)
class Example:
    """One row as it is read: kind, code ("" for a kind without), what the return calls it, plain words and the easy sentence."""

    kind: str
    code: str
    plain: Plain
    now: Plain | None
    easy: Easy | None


def number() -> int:
    """The number of the table as it stands."""
    return TABLE_VERSION


@cache
def digest() -> str:
    """The SHA-256 of every message of the table, in hexadecimal: any changed word, pattern or picture changes it."""
    whole = {part.__name__: list(_messages(part)) for part in PARTS}
    return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _messages(part: ModuleType) -> Iterator[list[str]]:
    """Each constant of a part by its name, with every text in it."""
    for name, value in sorted(vars(part).items()):
        if name.isupper() and not name.startswith("_"):
            texts = list(_texts(value))
            if texts:
                yield [name, *texts]


def _texts(value: object) -> Iterator[str]:
    """Every text in a constant, in an order that is always the same."""
    if isinstance(value, str):
        yield str(value)
    else:
        for one in _inside(value):
            yield from _texts(one)


def _inside(value: object) -> Iterable[object]:
    """What a constant is made of; nothing for a number, a function or a pattern."""
    if isinstance(value, Mapping):
        return [part for key in sorted(value, key=str) for part in (str(key), value[key])]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    return value if isinstance(value, tuple | list) else ()


def examples(translate: Translate = identity) -> list[Example]:
    """One example of each kind and code that says anything, in the order of the table: for reading it whole."""
    made = []
    for kind in dict.fromkeys(pattern.kind for pattern in PATTERNS if "education_step_" not in pattern.kind):
        if kind not in MADE_ELSEWHERE:
            codes = sorted(known_codes(CODE_LISTS[kind][0])) if kind in CODE_LISTS and kind != "worker_period" else [""]
            made += [one for code in codes if (one := example(kind, code, translate))]
    return made


def example(kind: str, code: str, translate: Translate = identity) -> Example | None:
    """How one row reads, over and still going on; None when it says nothing."""
    facts = {CODE_LISTS[kind][1]: code, **NEEDS.get(kind, {})} if code else dict(NEEDS.get(kind, {}))
    over, going_on = When(STARTED, ENDED), When(STARTED)
    plain = say_entry(kind=kind, facts=facts, when=over, born=BORN, today=TODAY, translate=translate)
    if plain is None:
        return None
    now = say_entry(kind=kind, facts=facts, when=going_on, born=BORN, today=TODAY, translate=translate) if kind in LASTING else None
    return Example(kind, code, plain, now, say_easy(kind, facts, over, translate))
