"""Gathering in the background: a turn of some seconds, then the next in its queue, so that no other job waits for a whole pack."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, default_task_backend, task
from django_tasks_db.models import DBTaskResult

from access_requests.actions.gather_on import gather_on
from access_requests.gatherers.runs import stalled
from access_requests.models import Gathering
from audit.who import THE_PORTAL

WAITS = timedelta(seconds=5)  # before the next turn, where somebody else reads a file that it needs
NOT_BEGUN = timedelta(minutes=2)  # a run that waited this long was forgotten


@task()
def gather_turn(gathering: str) -> str:
    """One turn at this run. Returns how it stands afterwards."""
    found = gather_on(gathering=Gathering.objects.get(pk=UUID(gathering)), by=THE_PORTAL, now=timezone.now())
    if found.state == Gathering.State.WAITING and not found.reason:
        gather_turn.enqueue(gathering)
    elif found.state == Gathering.State.WAITING and default_task_backend.supports_defer:
        gather_turn.using(run_after=timezone.now() + WAITS).enqueue(gathering)
    return str(found.state)


def gather_soon(gathering: Gathering) -> None:
    """Ask the worker for a turn once this transaction is stored."""
    transaction.on_commit(lambda: gather_turn.enqueue(str(gathering.pk)))


def go_on_gathering(now: datetime) -> int:
    """Ask again for runs nobody works on: the worker was stopped, or forgot. Returns how many."""
    asked = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=gather_turn.module_path)
    queued = {str(one.args_kwargs["args"][0]) for one in asked if one.args_kwargs["args"]}
    waiting = Gathering.objects.filter(state=Gathering.State.WAITING, moved_at__lt=now - NOT_BEGUN)
    nobodys = [one for one in [*stalled(now), *waiting] if str(one.pk) not in queued]
    for one in nobodys:
        gather_soon(one)
    return len(nobodys)
