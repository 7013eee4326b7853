"""Ask the virus scanner about a file, and keep its answer."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from audit.who import Who
from files.models import File, FileScan
from files.queries import is_shut, read
from files.scan_states import ScanState
from files.scanning import Verdict, ask_scanner


@transaction.atomic
def scan(*, file: File, by: Who, now: datetime) -> ScanState:
    """Scan `file` and record the answer. Without a clear answer nothing is recorded and the file goes on waiting.

    Raises SealBrokenError when the stored bytes are not those that were sealed.
    """
    if is_shut(file):
        return file.scan_state  # nothing reads it any more
    answer = ask_scanner(read(file), address=settings.SCANNER_URL)
    if answer.verdict is Verdict.UNKNOWN:
        # Fail closed: a scanner that is away, slow or unsure has not said that the file is clean.
        return file.scan_state
    state = ScanState.CLEAN if answer.verdict is Verdict.CLEAN else ScanState.INFECTED
    FileScan.objects.create(file=file, state=state.value, found=answer.said[:200], at=now)
    return state
