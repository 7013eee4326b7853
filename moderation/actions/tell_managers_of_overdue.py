"""What is late is told to a manager, once, and the young person is told so."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from people.models import Task


@transaction.atomic
def tell_managers_of_overdue(*, by: Who, now: datetime) -> int:
    """Mark every open task whose time has passed as told to a manager, with one line in the audit each. Returns how many are new.

    Run twice it finds nothing the second time. Managers see what is marked on their desks.
    """
    overdue = Task.objects.select_for_update().open().filter(due_at__lte=now, told_manager_at__isnull=True)
    told = 0
    for task in overdue.order_by("due_at"):
        task.told_manager_at = now
        task.save(update_fields=["told_manager_at"])
        facts = {"kind": task.kind}
        record(Event.TASK_OVERDUE, child=task.child_id, by=by, at=now, about_type=task.about_type, about_id=task.about_id, facts=facts)
        told += 1
    return told
