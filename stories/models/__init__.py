"""The young person's words, pictures and recordings, and what was said beside them."""

from stories.models.attachment import Attachment, Description
from stories.models.beside import RiskFlag, Translation
from stories.models.contribution import Contribution, ContributionQuerySet, NotAddedReason, Note, Reply, signed

__all__ = [
    "Attachment",
    "Contribution",
    "ContributionQuerySet",
    "Description",
    "NotAddedReason",
    "Note",
    "Reply",
    "RiskFlag",
    "Translation",
    "signed",
]
