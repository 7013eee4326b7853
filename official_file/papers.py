"""The paper behind an entry: its sealed original, what was read out of it, and what of it may be shown or handed out.

What is shown is made new from the original, in a process of its own, so it may be looked at where there is no virus scanner. The
original itself is handed out only once a scanner has said that it is clean.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from files.models import File, FilePage, FileReading
from files.queries import is_shut
from files.scan_states import ScanState
from official_file.media import OWN_WORDS
from official_file.models import Entry, EntryFile, EntryNow

State = FileReading.State


def paper_of(row: EntryNow) -> EntryFile | None:
    """The first original that belongs to this entry, or None for an entry without one.

    What somebody sent with their own words is no paper: its copies are those of official_file/media.py.
    """
    if row.kind == OWN_WORDS:
        return None
    found: EntryFile | None = row.entry.files.select_related("file__reading").order_by("position").first()
    return found


def keep_papers(entry: Entry, of: UUID) -> int:
    """Give a newly added entry the originals of the one it replaces, or was told with until now. Returns how many."""
    papers = list(EntryFile.objects.filter(entry=of).order_by("position"))
    EntryFile.objects.bulk_create([EntryFile(entry=entry, file_id=one.file_id, position=one.position, name=one.name) for one in papers])
    return len(papers)


def reading_of(file: File) -> FileReading:
    """What was read out of it; one that waits for ever when nobody took it on."""
    return getattr(file, "reading", None) or FileReading(file=file)


def may_be_shown(file: File) -> bool:
    """Whether pictures, words and sound made from it may be looked at."""
    if reading_of(file).state == State.QUARANTINED or is_shut(file):
        return False
    scanned = file.scan_state
    return scanned is ScanState.CLEAN or (scanned is ScanState.WAITING and not settings.SCANNER_URL)


def may_be_handed_out(file: File) -> bool:
    """Whether its very bytes may leave."""
    return reading_of(file).state != State.QUARANTINED and file.scan_state is ScanState.CLEAN and not is_shut(file)


def pages_of(file: File) -> list[FilePage]:
    """Its pages in order, without their words; none while nothing of it may be shown."""
    return list(file.text_pages.defer("text").order_by("number")) if may_be_shown(file) else []


def page_of(file: File, number: int) -> FilePage | None:
    """One page with its words, while it may be shown."""
    found: FilePage | None = file.text_pages.filter(number=number).first() if may_be_shown(file) else None
    return found


def words_of_paper(entry_id: UUID) -> str:
    """All words that were read out of the papers of an entry: for asking whom they name, never for showing."""
    papers = EntryFile.objects.filter(entry=entry_id).exclude(entry__now__kind=OWN_WORDS)
    pages = FilePage.objects.filter(file__in=papers.values("file"))
    return " ".join(pages.exclude(text="").order_by("file", "number").values_list("text", flat=True))


def only_of_disposed(entries: Iterable[Entry]) -> list[File]:
    """The originals of these entries that belong to nothing any more but what was lawfully destroyed.

    The same photo may stand in words that are not in the file yet: then it is still needed.
    """
    theirs = File.objects.filter(pk__in=EntryFile.objects.filter(entry__in=list(entries)).values("file"))
    still = EntryFile.objects.filter(entry__disposal__isnull=True).values("file")
    waits = theirs.filter(attachments__isnull=False, attachments__contribution__entry__isnull=True)
    return list(theirs.exclude(pk__in=still).exclude(pk__in=waits.values("pk")))
