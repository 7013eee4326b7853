"""What its author does with a photo, a drawing or a recording before it is sent: say something, order, change, throw away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from files.actions.change_recipe import change_recipe
from files.actions.throw_away_held import throw_away_held
from people.errors import NotAllowed
from people.models import User
from stories.media import in_order
from stories.models import Attachment
from stories.permissions import check_can_write
from stories.recipes import Recipe


@dataclass(frozen=True, slots=True)
class Said:
    """What its author says about it, word for word; and whether other people are in it, or it was drawn."""

    caption: str = ""
    in_words: str = ""
    others_shown: bool = False
    is_drawing: bool = False


@transaction.atomic
def describe_media(*, attachment: Attachment, said: Said, by: User, now: datetime) -> Attachment:
    """Keep its caption and what else its author says. Raises NotAllowed once it is sent. A draft is its author's alone: no audit."""
    attachment = _locked(attachment, by)
    attachment.caption, attachment.in_words, attachment.others_shown = said.caption, said.in_words, said.others_shown
    if attachment.kind != Attachment.Kind.SOUND:
        attachment.kind = Attachment.Kind.DRAWING if said.is_drawing else Attachment.Kind.PHOTO
    attachment.save(update_fields=["caption", "in_words", "others_shown", "kind"])
    return attachment


@transaction.atomic
def move_media(*, attachment: Attachment, earlier: bool, by: User, now: datetime) -> Attachment:
    """Put it one place earlier or later. At either end it stays. Raises NotAllowed once it is sent. `now` changes nothing."""
    attachment = _locked(attachment, by)
    rows = in_order(attachment.contribution)
    here = rows.index(attachment)
    there = max(0, here - 1) if earlier else min(len(rows) - 1, here + 1)
    rows.insert(there, rows.pop(here))
    for position, row in enumerate(rows, 1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])
    return rows[there]


@transaction.atomic
def change_picture(*, attachment: Attachment, change: Callable[[Recipe], Recipe], by: User, now: datetime) -> Attachment:
    """Show it turned, cut or blurred. The original stays what arrived. `change` makes the next recipe of the one that stands now.

    Raises NotAllowed once it is sent and for a recording, files.media.NotTaken for a recipe nobody understands, and what `change` raises.
    """
    attachment = _locked(attachment, by)
    if attachment.kind == Attachment.Kind.SOUND:
        raise NotAllowed("not_a_picture", _("We can't find that page."))
    attachment.making.refresh_from_db()  # as it stands behind the lock: two presses may come at once
    change_recipe(making=attachment.making, recipe=change(attachment.making.recipe), by=by.who(now), now=now)
    return attachment


@transaction.atomic
def throw_media_away(*, attachment: Attachment, by: User, now: datetime) -> None:
    """Delete it, its bytes and every copy: nothing is left. Raises NotAllowed once it is sent."""
    attachment = _locked(attachment, by)
    making = attachment.making
    attachment.delete()
    throw_away_held(making=making, by=by.who(now), now=now)


def _locked(attachment: Attachment, by: User) -> Attachment:
    """The attachment of a draft, locked. Raises NotAllowed when it is not theirs, or sent."""
    found = Attachment.objects.select_for_update(of=("self",)).select_related("contribution__child", "making").get(pk=attachment.pk)
    check_can_write(by, found.contribution)
    return found
