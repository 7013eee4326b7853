"""Where they stopped reading what they were given, so that they can go on there. Theirs alone."""

from datetime import datetime

from django.db import transaction

from access_requests.models import Item, PackPlace
from audit.who import Who


@transaction.atomic
def keep_pack_place(*, item: Item, by: Who, now: datetime) -> PackPlace:
    """Keep this as the place. `by` is whoever asked, and is not kept: nobody but them is shown it."""
    kept, _made = PackPlace.objects.update_or_create(request_id=item.request_id, defaults={"item": item, "at": now})
    return kept
