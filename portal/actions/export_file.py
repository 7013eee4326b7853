"""The council copies everything about one person into open formats: for safe keeping, or to leave this software."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from people.models import Child
from portal.exporting.gather import Gathered, gather
from portal.exporting.writing import Exported, contents_of, write_export

ON_THE_SERVER = Who("Somebody who runs the server", "system")


def export_file(*, child: Child, out: Path, by: Who, now: datetime, pdf: bool = True) -> Exported:
    """Write everything about the person into a bag at `out`, which must not be there yet. The audit says so, in the copy too.

    Raises ExportBroken when a chain does not hold, and OSError or SealBrokenError when the copy cannot be whole: then nothing
    stands at `out`.
    """
    gathered = _gather_and_record(child, by, now)
    return write_export(gathered, out, by=by, now=now, pdf=pdf)


def export_again(*, child: Child, out: Path, by: Who, now: datetime, pdf: bool = True) -> Exported | None:
    """The same for every night: None, and no line in the audit, when the bag that stands at `out` holds exactly this already."""
    if gather(child).contents == contents_of(out):  # locks nothing: what changes meanwhile is there the next night
        return None
    gathered = _gather_and_record(child, by, now)
    return write_export(gathered, out, by=by, now=now, pdf=pdf, replace=True)


@transaction.atomic
def _gather_and_record(child: Child, by: Who, now: datetime) -> Gathered:
    """The line of the audit comes first: it holds the head of the chain while everything is read, and is in the copy itself."""
    record(Event.FILE_EXPORTED, child=child.pk, by=by, at=now)
    return gather(child)
