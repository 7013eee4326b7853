"""Adding a photo, a drawing or a recording to a draft. Held until it is sent, so that its author can still throw it away."""

import hashlib
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from files.actions.ask_for_copies import ask_for_copies
from files.actions.hold import hold
from people.errors import NotAllowed
from people.models import User
from stories.actions.save_draft import locked_draft
from stories.models import Attachment, Contribution

MOST_MEDIA = 10  # photos, drawings and recordings in one sending: what a reader can look at with care in one go


@transaction.atomic
def add_media(
    *, draft: Contribution, upload: UUID, content: bytes, name: str, place: int | None = None, by: User, now: datetime
) -> Attachment:
    """Hold these bytes as part of the draft. `upload` is given by the page: the same bytes from the same page are one attachment.

    `place`: where it stands among the others when its upload failed at first and came later; None is at the end. Raises
    NotAllowed when the draft was sent, or is full; files.media.NotTaken with a sentence when these bytes are not taken.
    """
    draft = locked_draft(draft_id=draft.pk, by=by, now=now)
    wanted = uuid5(upload, hashlib.sha256(content).hexdigest())
    known = Attachment.objects.filter(pk=wanted).first()
    if known and known.contribution_id == draft.pk:
        return known
    if known:
        raise NotAllowed("not_yours", _("We can't find that page."))
    there = list(draft.attachments.values_list("position", flat=True))
    if len(there) >= MOST_MEDIA:
        raise NotAllowed("too_many", _("You can send %(most)s at once. Send these first, then start a new one.") % {"most": MOST_MEDIA})
    who = by.who(now)
    held = hold(content=content, name=name, by=who, now=now)
    making = ask_for_copies(held=held, recipe={}, by=who, now=now)
    is_sound = held.content_type.startswith("audio/")
    return Attachment.objects.create(
        pk=wanted,
        contribution=draft,
        kind=Attachment.Kind.SOUND if is_sound else Attachment.Kind.PHOTO,
        position=max(there, default=0) + 1 if place is None else place,
        making=making,
        added_at=now,
    )
