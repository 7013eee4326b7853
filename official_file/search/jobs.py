"""Making many entries ready to be searched, in the background: see `official_file.searching`."""

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from official_file.search.indexing import index_missing


@task()
def index_entries_that_wait() -> int:
    """Make the words of every entry that has none. Returns how many."""
    return index_missing(timezone.now())


def index_soon() -> None:
    """Ask the worker for it once this transaction is stored, unless it is asked for already.

    When this process dies before it can ask, nothing is lost: an entry without words is found by the next sweep.
    """
    if not any(_ask_once in asked for asked in transaction.get_connection().run_on_commit):  # an import adds in many batches
        transaction.on_commit(_ask_once)


def _ask_once() -> None:
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=index_entries_that_wait.module_path)
    if not waiting.exists():
        index_entries_that_wait.enqueue()
