"""Whether the background worker still has a life story book to make."""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from official_file.models import LifeBook

MAKING = "portal.jobs.make_one_book"
UNDER_WAY = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def is_under_way(book: LifeBook) -> bool:
    """Whether somebody has it to do. A worker that was stopped leaves a book nobody makes: it is asked for again."""
    tasks = DBTaskResult.objects.filter(status__in=UNDER_WAY, task_path=MAKING)
    return any(one.args_kwargs["args"][:1] == [str(book.pk)] for one in tasks)
