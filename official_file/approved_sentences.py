"""Who approved the table of sentences under which number, and whether the table of now is one that somebody approved."""

from official_file.models import SentencesApproved
from official_file.plain_language.table import digest, number


def approval() -> SentencesApproved | None:
    """The approval of the table exactly as it stands; None while nobody has approved these words."""
    return SentencesApproved.objects.filter(number=number(), digest=digest()).order_by("at").first()


def earlier_approvals() -> list[SentencesApproved]:
    """Every approval of a table before the one of now, newest first."""
    return list(SentencesApproved.objects.exclude(number=number(), digest=digest()).order_by("-at"))
