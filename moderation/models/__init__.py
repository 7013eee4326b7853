"""What a worker does with a contribution: reading, deciding, looking after, handing over, and what was found."""

from moderation.models.looked_after import HandOver, ImageReport, ImageReportStep, MediaOpened, RiskOutcome, SavedReply
from moderation.models.reading import PROPOSALS, Check, Decision, Reading, ReadingQuerySet, Verdict, WriteBack

__all__ = [
    "PROPOSALS",
    "Check",
    "Decision",
    "HandOver",
    "ImageReport",
    "ImageReportStep",
    "MediaOpened",
    "Reading",
    "ReadingQuerySet",
    "RiskOutcome",
    "SavedReply",
    "Verdict",
    "WriteBack",
]
