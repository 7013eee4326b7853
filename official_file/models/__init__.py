"""The council's record about one child. Entries are only ever added."""

from official_file.models.answers import AskedBefore, PlanAnswer, Rectification
from official_file.models.book import LifeBook, LifeBookPage
from official_file.models.choice import ReaderChoice
from official_file.models.connection import Connection
from official_file.models.disposal import Disposal, DisposalProposal
from official_file.models.document import EntryFile
from official_file.models.entry import Entry, EntryPayload, EntrySource, ImportRun
from official_file.models.gap import Gap
from official_file.models.holding import RetentionHold, TriedChange
from official_file.models.joining import PossibleDuplicate, SharedEvent, SharedPart, SourceParted, SourceSaid
from official_file.models.meeting import Meeting
from official_file.models.now import EntryNow, NowTheme
from official_file.models.passage import CoveredPassage
from official_file.models.plain import KeySummary, PlainDraft, SentencesApproved
from official_file.models.reading_together import ReadingTogether, ReadTogether
from official_file.models.routine import RoutineRule
from official_file.models.searched import SearchWords
from official_file.models.sharing import PlainVersion, Sharing, SharingCheck
from official_file.models.source_change import SourceChange
from official_file.models.theme import EntryThemes

__all__ = [
    "AskedBefore",
    "Connection",
    "CoveredPassage",
    "Disposal",
    "DisposalProposal",
    "Entry",
    "EntryFile",
    "EntryNow",
    "EntryPayload",
    "EntrySource",
    "EntryThemes",
    "Gap",
    "ImportRun",
    "KeySummary",
    "LifeBook",
    "LifeBookPage",
    "Meeting",
    "NowTheme",
    "PlainDraft",
    "PlainVersion",
    "PlanAnswer",
    "PossibleDuplicate",
    "ReadTogether",
    "ReaderChoice",
    "ReadingTogether",
    "Rectification",
    "RetentionHold",
    "RoutineRule",
    "SearchWords",
    "SentencesApproved",
    "SharedEvent",
    "SharedPart",
    "Sharing",
    "SharingCheck",
    "SourceChange",
    "SourceParted",
    "SourceSaid",
    "TriedChange",
]
