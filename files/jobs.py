"""Background work on files."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from audit.who import THE_PORTAL
from files.actions import make_copies as making_copies
from files.actions.clear_held import clear_held
from files.actions.scan import scan
from files.models import File, Making
from files.queries import left_behind

MOST_AT_ONCE = 500  # makings asked for in one sweep
NOT_BEGUN = timedelta(minutes=2)  # a making that waited this long was forgotten, or could not be made


@task()
def scan_file(file_id: str) -> str:
    """Scan one file. Returns what is known of it afterwards."""
    return scan(file=File.objects.get(pk=UUID(file_id)), by=THE_PORTAL, now=timezone.now()).value


def scan_soon(file: File) -> None:
    """Queue a scan. Without a scanner (a newcomer's machine) there is nobody to ask, and the file stays closed."""
    if settings.SCANNER_URL:
        scan_file.enqueue(str(file.pk))


@task()
def make_copies(making_id: str) -> str:
    """Make what is shown of one photo or recording. Returns how it stands afterwards; "gone" when it was thrown away meanwhile."""
    making = Making.objects.filter(pk=UUID(making_id)).first()
    return str(making_copies.make_copies(making=making, by=THE_PORTAL, now=timezone.now()).state) if making else "gone"


def make_copies_soon(making: Making) -> None:
    """Ask the worker to make what is shown of it. What is asked for twice is made once."""
    make_copies.enqueue(str(making.pk))


def look_after_media(now: datetime) -> dict[str, int]:
    """Ask again for copies nobody is making, and clear away what nobody holds any more. Returns how many of each."""
    return {"copies_asked_for": _ask_for_what_waits(now), "held_cleared_away": clear_held(by=THE_PORTAL, now=now)}


def _ask_for_what_waits(now: datetime) -> int:
    """The worker was stopped, or the scanner was away."""
    asked = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=make_copies.module_path)
    queued = {str(one.args_kwargs["args"][0]) for one in asked if one.args_kwargs["args"]}
    waiting = Making.objects.filter(state=Making.State.WAITING, asked_at__lt=now - NOT_BEGUN)
    nobodys = [*left_behind(now)[:MOST_AT_ONCE], *waiting[:MOST_AT_ONCE]]
    found = [making for making in nobodys if str(making.pk) not in queued]
    for making in found:
        make_copies_soon(making)
    return len(found)
