"""Somebody else has looked again at what was withheld: it stays closed, or the worker reads it for its subject again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.actions.give_back import give_back
from official_file.models import EntryNow
from official_file.permissions import check_can_look_again
from official_file.versions import newest
from official_file.withheld import standing_withholding
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, User


@transaction.atomic
def settle_look_again(*, task: Task, stays: bool, words: str, by: User, now: datetime) -> Task:
    """Answer it; `words` is what the young person reads. Raises NotAllowed without words, and for whoever decided about it before."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    sharing = check_can_look_again(by, task, now)
    if not words.strip():
        raise NotAllowed("no_words", _("Write a sentence for the young person: what you found, and what happens now."))
    row = EntryNow.objects.select_for_update().get(pk=newest(sharing.entry).pk)
    if not stays and standing_withholding(row) == sharing:  # else somebody has decided anew since it was asked
        give_back(row=row, reason=words, by=by, now=now)
    event = Event.WITHHOLDING_KEPT if stays else Event.WITHHOLDING_RETURNED
    record(event, child=task.child_id, by=by.who(now), at=now, about_type="entry", about_id=row.pk, facts={"ground": sharing.ground})
    return finish_task(task=task, outcome=words.strip(), by=by, now=now)
