"""What stands at the head of a document: what this is, what was decided, what happens next."""

from typing import cast

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
    """The newest in this language, else the newest there is; None while nobody has written one."""
    if tried := getattr(entry, TRIED, None):
        return cast(KeySummary, tried)
    found = list(KeySummary.objects.filter(entry=entry).order_by("-at"))
    return next((one for one in found if one.language.casefold() == language.casefold()), found[0] if found else None)
