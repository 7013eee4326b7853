"""Somebody had it put right: try again now."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from moderation.models import WriteBack
from moderation.permissions import check_can_read
from moderation.queries import asked_about
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_decides_for
from stories.queries import ABOUT


@transaction.atomic
def send_again(*, write_back: WriteBack, by: User, now: datetime) -> WriteBack:
    """Let the next sweep send it, and end what was asked about it. Raises NotAllowed for somebody who does not work with the child."""
    row = WriteBack.objects.select_for_update().select_related("contribution__child").get(pk=write_back.pk)
    words = row.contribution
    check_can_read(by, words, now)
    check_decides_for(by, words.child, now)
    asked = asked_about(row).first()
    if row.state == WriteBack.State.SENT and asked is None:
        raise NotAllowed("arrived", _("It is in the council's system already. There is nothing left to do."))
    if row.state != WriteBack.State.SENT:
        row.try_after = now
        row.save(update_fields=["try_after"])
    if asked:
        finish_task(task=asked, outcome="", by=by, now=now)
    record(Event.WORDS_SEND_AGAIN, child=words.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=words.pk)
    return row
