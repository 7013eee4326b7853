"""The council's record about one child. Entries are only ever added."""

from official_file.models.connection import Connection
from official_file.models.disposal import Disposal, DisposalProposal
from official_file.models.document import EntryFile
from official_file.models.entry import Entry, EntryPayload, EntrySource, ImportRun
from official_file.models.gap import Gap
from official_file.models.holding import RetentionHold
from official_file.models.joining import PossibleDuplicate, SharedEvent, SharedPart, SourceParted, SourceSaid
from official_file.models.now import EntryNow
from official_file.models.searched import SearchWords
from official_file.models.sharing import PlainVersion, Sharing, SharingCheck
from official_file.models.source_change import SourceChange

__all__ = [
    "Connection",
    "Disposal",
    "DisposalProposal",
    "Entry",
    "EntryFile",
    "EntryNow",
    "EntryPayload",
    "EntrySource",
    "Gap",
    "ImportRun",
    "PlainVersion",
    "PossibleDuplicate",
    "RetentionHold",
    "SearchWords",
    "SharedEvent",
    "SharedPart",
    "Sharing",
    "SharingCheck",
    "SourceChange",
    "SourceParted",
    "SourceSaid",
]
