"""Turn, crop or blur a picture another way, before it is sent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit.who import Who
from files.actions.forget_copies import forget_copies
from files.jobs import make_copies_soon
from files.media.recipe import checked, key_of
from files.media.refusals import NotTaken
from files.models import Making

State = Making.State


@transaction.atomic
def change_recipe(*, making: Making, recipe: Mapping[str, Any], by: Who, now: datetime) -> Making:
    """Throw away what was made, and have it made anew. Raises NotTaken for what was sent already, is shut, or cannot be understood.

    The same recipe again changes nothing, unless what was made of it was refused.
    """
    shaped = checked(recipe)
    making = Making.objects.select_for_update().get(pk=making.pk)
    if making.held_id is None:
        raise NotTaken("sent_already")
    if making.state == State.CLOSED:
        raise NotTaken("shut")
    if making.recipe == shaped and making.state != State.REFUSED:
        return making
    forget_copies(makings=[making], by=by, now=now)
    making.recipe, making.recipe_key, making.asked_by, making.asked_at = shaped, key_of(shaped), by.name, now
    making.state, making.reason, making.tries, making.started_at, making.ended_at = State.WAITING, "", 0, None, None
    making.save()
    transaction.on_commit(lambda: make_copies_soon(making))
    return making
