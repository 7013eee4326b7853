"""At sending: every photo, drawing and recording of a draft is sealed as it arrived, in its author's order."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from files.actions.seal_held import seal_held
from files.models import Making
from people.errors import NotAllowed
from people.models import User
from stories.actions.change_media import throw_media_away
from stories.media import in_order
from stories.models import Attachment, Contribution

SEALED = ("file", "position", "sealed_at")


@transaction.atomic
def seal_attachments(*, draft: Contribution, by: User, now: datetime) -> list[Attachment]:
    """Seal each original as a File; from here on nothing of it changes. Part of `send`, which writes the line.

    Raises NotAllowed for one that could not be taken: its author decides what to do. A worry is never held up by a picture, so
    there what nobody can open stays behind.
    """
    sealed = []
    for one in in_order(draft):
        if one.making.state != Making.State.REFUSED:
            sealed.append(one)
        elif draft.urgent:
            throw_media_away(attachment=one, by=by, now=now)
        else:
            raise NotAllowed("not_taken", _("One of these could not be taken. Throw it away, or add it again. The rest is still here."))
    for position, one in enumerate(sealed, 1):
        one.file = seal_held(making=one.making, by=by.who(now), now=now)
        one.position, one.sealed_at = position, now
        one.save(update_fields=SEALED)
    return sealed
