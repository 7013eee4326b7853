""" "Ask someone else to look again" at what we do not show: it goes to somebody who has not decided about it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.actions.ask_to_confirm import ask_somebody_else
from official_file.models import Sharing
from official_file.withheld import ABOUT, decided_about, withheld_from
from people.errors import NotAllowed
from people.models import Task, TaskKind, User


@transaction.atomic
def ask_to_look_again(*, sharing: Sharing, by: User, now: datetime) -> Task:
    """One task for each decision, however often it is asked. Raises NotAllowed for what its subject was not told of, and for others."""
    child = sharing.entry.child
    told = {one.id for one in withheld_from(child, london_day(now))}
    if by.pk != child.user_id or sharing.pk not in told:
        raise NotAllowed("not_found", _("We can't find that page."))
    before = Task.objects.filter(kind=TaskKind.LOOK_AGAIN, about_type=ABOUT, about_id=sharing.pk).order_by("made_at").last()
    if before:
        return before
    task = ask_somebody_else(sharing=sharing, not_these=decided_about(sharing), by=by, now=now)
    record(Event.WITHHOLDING_LOOK_AGAIN, child=child.pk, by=by.who(), at=now, about_type=ABOUT, about_id=sharing.pk)
    return task
