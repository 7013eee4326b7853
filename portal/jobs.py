"""Everything that happens by itself, of every app, in one sweep. `manage.py sweep` does the same; running it twice changes nothing more."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, default_task_backend, task
from django_tasks_db.models import DBTaskResult

from access_requests.jobs import look_after_requests
from moderation.jobs import sweep_now

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
