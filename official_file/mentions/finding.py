"""Everything a text mentions, in one list. Pure; linear in the length of the text."""

from collections.abc import Sequence

from official_file.mentions.known import Known, Span
from official_file.mentions.lexicon import lexicon_of
from official_file.mentions.names import find_names
from official_file.mentions.overlaps import without_overlaps
from official_file.mentions.reading import Reading


def find(text: str, connections: Sequence[Known], *, subject_names: Sequence[str] = ()) -> list[Span]:
    """The mentions in this text, in its order, none overlapping. Never raises, whatever the text.

    `connections`: everybody this file knows of; a Span's `connection` is a place in it. `subject_names`: names of the person the
    file is about, when they are not among `connections` with `subject` set; they are found with no connection, and never proposed.
    """
    known = tuple(connections)
    everybody = (*known, Known(tuple(subject_names), subject=True)) if subject_names else known
    reading = Reading(text)
    names = find_names(reading, lexicon_of(everybody), everybody)
    return [_as_asked(span, len(known)) for span in without_overlaps(names)]


def _as_asked(span: Span, number: int) -> Span:
    """A mention of somebody the caller did not give has no connection."""
    if span.connection is None or span.connection < number:
        return span
    return Span(span.start, span.end, span.text, span.kind, None, span.propose)
