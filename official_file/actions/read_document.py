"""Read a document and make its words ready to be searched."""

from datetime import datetime

from audit.who import Who
from files.actions.read_file import read_file
from files.models import File, FileReading
from official_file.models import EntryFile
from official_file.search.indexing import index_now


def read_document(*, file: File, by: Who, now: datetime) -> FileReading:
    """Read the file, or what is left of it to read. Safe to repeat. Raises SealBrokenError when it is not what was sealed.

    Its text belongs to no chain: it is made from the original, and can be made again. The entry stays as closed as it was.
    """
    reading = read_file(file=file, by=by, now=now)
    if reading.ended_at:
        index_now(list(EntryFile.objects.filter(file=file).values_list("entry_id", flat=True)), now=reading.ended_at)
    return reading
