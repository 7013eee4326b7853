"""Words to start an answer with, kept by a worker for themselves or by a manager for everybody."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from moderation.models import SavedReply
from moderation.saved_replies import check_can_keep, own_or_councils
from people.errors import NotAllowed
from people.models import User

TITLE = 120  # letters: a line in a list


@transaction.atomic
def keep_saved_reply(
    *, title: str, text: str, everybody: bool = False, saved_reply: UUID | None = None, by: User, now: datetime
) -> SavedReply:
    """Keep a new one, or change the one with this id. Raises NotAllowed when something is missing, or it is not theirs to keep."""
    row = own_or_councils(by).filter(pk=saved_reply).first() if saved_reply else None
    if saved_reply and row is None:
        raise NotAllowed("not_found", _("We can't find that page."))
    if row:
        check_can_keep(by, row.owner, now)
    owner = None if everybody else by
    check_can_keep(by, owner, now)
    if not title.strip() or not text.strip():
        raise NotAllowed("no_words", _("Give it a name, and write the words."))
    kept = row or SavedReply(made_at=now)
    kept.owner, kept.title, kept.text = owner, title.strip()[:TITLE], text.strip()
    kept.save()
    return kept


@transaction.atomic
def throw_away_saved_reply(*, saved_reply: SavedReply, by: User, now: datetime) -> None:
    """Throw it away: answers that began with it stay as they are. Raises NotAllowed when it is not theirs to keep."""
    check_can_keep(by, saved_reply.owner, now)
    saved_reply.delete()
