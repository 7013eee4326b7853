"""People decided about a record whose time is over: it is kept. What is to go is proposed entry by entry, to a second person."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_in_reach, check_role
from people.roles import Permission


@transaction.atomic
def keep_longer(*, task: Task, reason: str, by: User, now: datetime) -> Task:
    """Close the appraisal: the record stays whole, and is looked at again after five years. Raises NotAllowed without a reason."""
    check_role(by, Permission.PROPOSE_DISPOSAL, now)
    check_in_reach(by, task.child, now)
    if task.kind != TaskKind.APPRAISE_RECORD:
        raise NotAllowed("not_an_appraisal", _("This is something else that was asked. Answer it on its own page."))
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write why it is kept, for whoever looks at it next."))
    done = finish_task(task=task, outcome="", by=by, now=now)
    done.words = reason.strip()
    done.save(update_fields=["words"])
    record(Event.RECORD_KEPT_LONGER, child=done.child_id, by=by.who(now), at=now, about_type="task", about_id=done.pk)
    return done
