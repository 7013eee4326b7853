"""Bytes: sealed originals, what was read out of them, and the copies that are safe to show."""

from files.models.media import Held, Making, SafeCopy, SealedShut
from files.models.original import File, FilePage, FileReading, FileScan

__all__ = ["File", "FilePage", "FileReading", "FileScan", "Held", "Making", "SafeCopy", "SealedShut"]
