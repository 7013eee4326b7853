"""The council's record about one child. Entries are only ever added."""

from official_file.models.connection import Connection
from official_file.models.disposal import Disposal, DisposalProposal
from official_file.models.entry import Entry, EntryPayload, EntrySource, ImportRun
from official_file.models.now import EntryNow
from official_file.models.sharing import PlainVersion, Sharing, SharingCheck

__all__ = [
    "Connection",
    "Disposal",
    "DisposalProposal",
    "Entry",
    "EntryNow",
    "EntryPayload",
    "EntrySource",
    "ImportRun",
    "PlainVersion",
    "Sharing",
    "SharingCheck",
]
