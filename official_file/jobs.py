"""Background work on the official file: reading documents."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from audit.who import THE_PORTAL
from files.actions.read_file import STALLED
from files.models import File, FileReading
from official_file.actions.read_document import read_document

MOST_AT_ONCE = 500  # documents asked for in one sweep


@task()
def read_one_document(file_id: str) -> str:
    """Read one document. Returns how it stands afterwards."""
    return str(read_document(file=File.objects.get(pk=UUID(file_id)), by=THE_PORTAL, now=timezone.now()).state)


def read_soon(file_id: UUID) -> None:
    """Ask the worker to read this file once this transaction is stored. What is asked for twice is read once."""
    transaction.on_commit(lambda: _ask_for(file_id))


def _ask_for(file_id: UUID) -> None:
    read_one_document.enqueue(str(file_id))


def ask_for_what_waits(now: datetime) -> int:
    """Ask again for documents nobody is reading: the worker was stopped, or the scanner was away. Returns how many."""
    asked = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=read_one_document.module_path)
    files = {str(one.args_kwargs["args"][0]) for one in asked if one.args_kwargs["args"]}
    stalled = Q(state=FileReading.State.READING, started_at__lt=now - STALLED - timedelta(minutes=1))
    waiting = FileReading.objects.filter(Q(state=FileReading.State.WAITING) | stalled).values_list("file", flat=True)
    found = [pk for pk in waiting[:MOST_AT_ONCE] if str(pk) not in files]
    for pk in found:
        read_soon(pk)
    return len(found)
