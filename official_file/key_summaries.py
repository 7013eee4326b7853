"""What stands at the head of a document: what this is, what was decided, what happens next."""

from typing import cast

from official_file.covered import Cover
from official_file.models import Entry, KeySummary

SUMMED_UP = frozenset({"document", "review_minutes", "plan", "assessment", "decision", "letter", "why_letter", "pathway_plan", "care_plan"})
TRIED = "head_tried"  # where `try_head` keeps it


def try_head(entry: Entry, summary: KeySummary) -> None:
    """From now on this object of the entry has this at its head, which is not stored: for a preview."""
    setattr(entry, TRIED, summary)


def of(entry: Entry) -> KeySummary | None:
    """The newest key summary of this entry, or None while nobody has written one."""
    return summary_of(entry, "")


def summary_of(entry: Entry, language: str) -> KeySummary | None:
    """The newest in this language, else the newest there is; None while nobody has written one. Free when fetched with it."""
    if tried := getattr(entry, TRIED, None):
        return cast(KeySummary, tried)
    found = sorted(entry.key_summaries.all(), key=lambda one: one.at, reverse=True)
    return next((one for one in found if one.language.casefold() == language.casefold()), found[0] if found else None)


def in_short(entry: Entry, language: str, cover: Cover) -> str:
    """All that stands at its head, as its subject reads it; "" while nobody has written it."""
    head = summary_of(entry, language)
    return cover.hide(" ".join((head.what_it_is, head.what_was_decided, head.what_happens_next))) if head else ""
