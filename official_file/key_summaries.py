"""What stands at the head of a document: what this is, what was decided, what happens next."""

from official_file.models import Entry, KeySummary

SUMMED_UP = frozenset({"document", "review_minutes", "plan", "assessment", "decision", "letter", "why_letter", "pathway_plan", "care_plan"})


def of(entry: Entry) -> KeySummary | None:
    """The newest key summary of this entry, or None while nobody has written one."""
    return summary_of(entry, "")


def summary_of(entry: Entry, language: str) -> KeySummary | None:
    """The newest in this language, else the newest there is; None while nobody has written one."""
    found = list(KeySummary.objects.filter(entry=entry).order_by("-at"))
    return next((one for one in found if one.language.casefold() == language.casefold()), found[0] if found else None)
