""" "I am worried about something now": one field, one step, the urgent route."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from people.models import Child, User
from stories.actions.send import Choices, send
from stories.models import Contribution
from stories.permissions import check_can_write


@transaction.atomic
def send_worry(*, child: Child, draft_id: UUID, words: str, hide: bool, by: User, now: datetime) -> Contribution:
    """Send these words as urgent. Sent a second time with the same id it is the same contribution.

    The words on the page count, whatever another window saved: a worry must never be stopped by a question.
    Raises NotAllowed when nothing is written or it is too long, and when the id belongs to somebody else.
    """
    first = {"child": child, "author": by, "started_at": now, "saved_at": now}
    Contribution.objects.get_or_create(pk=draft_id, defaults=first)
    draft = Contribution.objects.select_for_update().get(pk=draft_id)
    if draft.sent_at is None:
        check_can_write(by, draft)
        draft.words, draft.saved_at, draft.version = words, now, draft.version + 1
        draft.save(update_fields=["words", "saved_at", "version"])
    return send(draft=draft, choices=Choices(kind=Contribution.Kind.WORRY, urgent=True, hide=hide), by=by, now=now)
