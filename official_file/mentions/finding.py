"""Everything a text mentions, in one list. Pure; linear in the length of the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from official_file.mentions.addresses import find_addresses
from official_file.mentions.dates import find_births
from official_file.mentions.known import Known, Span
from official_file.mentions.lexicon import lexicon_of
from official_file.mentions.names import find_names
from official_file.mentions.numbers import find_numbers
from official_file.mentions.overlaps import without_overlaps
from official_file.mentions.reading import Reading
from official_file.mentions.relations import find_relations
from official_file.mentions.schools import find_schools
from official_file.mentions.strangers import find_strangers

THEIR_OWN = frozenset({"date_of_birth", "nhs_number", "ni_number", "upn"})  # the subject's own, when their name stands before it
NEXT_TO = 60
BREAK = re.compile(r"[.;!?]\s|\n\s*\n")


def find(text: str, connections: Sequence[Known], *, subject_names: Sequence[str] = ()) -> list[Span]:
    """The mentions in this text, in its order, none overlapping. Never raises, whatever the text.

    `connections`: everybody this file knows of; a Span's `connection` is a place in it. `subject_names`: names of the person the
    file is about, when they are not among `connections` with `subject` set; they are found with no connection, and never proposed.
    """
    known = tuple(connections)
    everybody = (*known, Known(tuple(subject_names), subject=True)) if subject_names else known
    reading = Reading(text)
    numbers = [*find_numbers(text), *find_births(text)]
    names = find_names(reading, lexicon_of(everybody), everybody, _words_in(reading, numbers))
    subjects = frozenset(_words_of(reading, (span for span in names if _is_subject(span, everybody))))
    addresses = list(find_addresses(text))
    relations = list(find_relations(reading, everybody, subjects, addresses))
    schools = find_schools(reading, _words_in(reading, names))
    found = without_overlaps([*names, *relations, *find_strangers(reading, relations), *numbers, *addresses, *schools])
    return [_as_asked(span, len(known)) for span in _owned(text, found, everybody)]


def _as_asked(span: Span, number: int) -> Span:
    """A mention of somebody the caller did not give has no connection."""
    return span if span.connection is None or span.connection < number else replace(span, connection=None)


def _is_subject(span: Span, known: Sequence[Known]) -> bool:
    return span.connection is not None and known[span.connection].subject


def _words_in(reading: Reading, spans: Iterable[Span]) -> frozenset[int]:
    """The places of the words that lie in these mentions."""
    starts = [word.start for word in reading.words]
    return frozenset(place for span in spans for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end)))


def _words_of(reading: Reading, spans: Iterable[Span]) -> Iterator[int]:
    """The places of the words that these mentions hold."""
    ends = {span.end for span in spans}
    return (place for place, word in enumerate(reading.words) if word.end in ends)


def _owned(text: str, spans: Sequence[Span], known: Sequence[Known]) -> Iterator[Span]:
    """The spans; a date of birth or number right after the name of the person the file is about is theirs, and not proposed."""
    before: Span | None = None
    for span in spans:
        near = before is not None and span.start - before.end <= NEXT_TO and not BREAK.search(text[before.end : span.start])
        if span.kind in THEIR_OWN and before is not None and near and _is_subject(before, known):
            span = replace(span, propose=False)
        elif span.kind not in THEIR_OWN:
            before = span
        yield span
