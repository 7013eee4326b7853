"""Ask for what is shown of a photo or recording to be made, in the background."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit.who import Who
from files.jobs import make_copies_soon
from files.media.recipe import checked, key_of
from files.models import File, Held, Making
from files.queries import check_not_shut


@transaction.atomic
def ask_for_copies(*, held: Held | None = None, file: File | None = None, recipe: Mapping[str, Any], by: Who, now: datetime) -> Making:
    """A Making of one original, held or sealed, that waits to be made. Raises NotTaken for a recipe nobody understands, ShutError."""
    if file:
        check_not_shut(file)
    shaped = checked(recipe)
    making = Making.objects.create(held=held, file=file, recipe=shaped, recipe_key=key_of(shaped), asked_by=by.name, asked_at=now)
    transaction.on_commit(lambda: make_copies_soon(making))
    return making
