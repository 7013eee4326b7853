"""Which of several mentions stands where they overlap: the longest, and of equals the most specific. Pure."""

from collections.abc import Iterable

from official_file.mentions.known import Span

SPECIFIC = (
    "email", "nhs_number", "ni_number", "upn", "date_of_birth", "postcode", "case_id", "vehicle", "phone", "address", "school", "name",
    "relation", "other",
)  # fmt: skip
RANK = {kind: len(SPECIFIC) - place for place, kind in enumerate(SPECIFIC)}


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """The spans that stand, in the order of the text, none overlapping another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if kept and span.start < kept[-1].end:
            if _weight(span) > _weight(kept[-1]):
                kept[-1] = span
            continue
        kept.append(span)
    return kept


def _weight(span: Span) -> tuple[int, int]:
    return span.end - span.start, RANK[span.kind]
