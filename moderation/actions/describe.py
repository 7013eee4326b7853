"""A worker writes down what a picture shows or a recording says: beside it, marked as theirs, never instead of it (R33)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.permissions import check_can_answer
from official_file.searching import index_entries
from people.errors import NotAllowed
from people.models import User
from stories.models import Attachment, Description, signed


@transaction.atomic
def describe(*, attachment: Attachment, text: str, by: User, now: datetime) -> Description:
    """Add it; the newest is shown. A recording gets a transcript, a picture what it shows. Raises NotAllowed when it is empty."""
    check_can_answer(by, attachment.contribution, now)
    if not text.strip():
        raise NotAllowed("no_words", _("Write down what it shows or says first."))
    sound = attachment.kind == Attachment.Kind.SOUND
    kind = Description.Kind.TRANSCRIPT if sound else Description.Kind.ALT
    made = Description.objects.create(attachment=attachment, kind=kind, text=text.strip(), **signed(by, now))
    child, facts = attachment.contribution.child_id, {"kind": attachment.kind}
    record(Event.MEDIA_DESCRIBED, child=child, by=by.who(now), at=now, about_type="attachment", about_id=attachment.pk, facts=facts)
    if attachment.contribution.entry:  # it is in the file already: found by these words from now on
        index_entries([attachment.contribution.entry], now=now)
    return made
