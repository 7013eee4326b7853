"""A person looks at a picture or listens to a recording: written down for each, and owed within one working day."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock_contribution
from moderation.models import MediaOpened
from moderation.permissions import check_can_read
from moderation.queries import unopened
from people.models import TaskKind, User
from stories.actions.owed import finish_owed
from stories.models import Attachment, signed


@transaction.atomic
def open_media(*, attachment: Attachment, by: User, now: datetime) -> MediaOpened:
    """Write down that this person opened it, once; when nothing is left unopened, what was owed is done. Raises NotAllowed."""
    contribution = lock_contribution(contribution=attachment.contribution, by=by, now=now)
    check_can_read(by, contribution, now)
    before: MediaOpened | None = attachment.opened.filter(by=by).first()
    if before:
        return before
    made = MediaOpened.objects.create(attachment=attachment, **signed(by, now))
    child, facts = contribution.child_id, {"kind": attachment.kind}
    record(Event.MEDIA_OPENED, child=child, by=by.who(now), at=now, about_type="attachment", about_id=attachment.pk, facts=facts)
    if not unopened(contribution).exists():
        finish_owed(contribution=contribution, kinds=(TaskKind.OPEN_MEDIA,), by=by, now=now)
    return made
