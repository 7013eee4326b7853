"""Background work of the portal: making life story books, and the sweep of every app.

`manage.py sweep` does the same as the sweep; running it twice changes nothing more.
"""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, default_task_backend, task
from django_tasks_db.models import DBTaskResult

from access_requests.jobs import look_after_requests
from audit.who import THE_PORTAL
from moderation.jobs import sweep_now
from official_file.models import LifeBook
from portal.actions.make_book import make_book

EVERY = timedelta(minutes=5)


def sweep_all(now: datetime) -> dict[str, int]:
    """Everything that is due to happen by itself. Returns how many of each were done.

    Requests come first: what is new about them is told outside, and their late tasks to managers, by the rest of the same sweep.
    """
    return {**look_after_requests(now), **sweep_now(now)}


@task()
def sweep() -> dict[str, int]:
    """The sweep as a job for the background worker, which asks for the next one."""
    now = timezone.now()
    try:
        return sweep_all(now)
    finally:
        keep_sweeping(now)  # one sweep that fails must not be the last


def keep_sweeping(now: datetime) -> bool:
    """Ask the worker for a sweep a few minutes from now, unless one waits already. Returns whether one was asked for.

    A queue that does jobs at once cannot wait: there, `manage.py sweep` is run by the machine's own timetable.
    """
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=sweep.module_path)
    if not default_task_backend.supports_defer or waiting.exists():
        return False
    sweep.using(run_after=now + EVERY).enqueue()
    return True


@task()
def make_one_book(book_id: str, language: str) -> str:
    """Make one book. Returns how it stands afterwards."""
    book = LifeBook.objects.filter(pk=UUID(book_id)).first()
    return make_book(book=book, language=language, by=THE_PORTAL, now=timezone.now()) if book else ""


def make_soon(book: LifeBook, language: str) -> None:
    """Ask the worker to make this book once this transaction is stored."""
    transaction.on_commit(partial(make_one_book.enqueue, str(book.pk), language))
