"""Somebody other than its reader opens a thing of the pack: kept, because a second person opens some before they countersign."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.say_of_item import ABOUT
from access_requests.models import Item, ItemLook
from access_requests.models.signed import signed
from access_requests.permissions import check_sees
from access_requests.queries.pack import newest_reading
from audit.events import Event
from audit.record import record
from people.models import User


@transaction.atomic
def open_item(*, item: Item, by: User, now: datetime) -> ItemLook | None:
    """Keep that this person opened it, as it is read now; once for each reading. None while nobody has read it. Raises NotAllowed."""
    check_sees(by, item.request, now)
    reading = newest_reading(item)
    if reading is None:
        return None
    look, made = ItemLook.objects.get_or_create(reading=reading, looker=by, defaults=signed(by, now))
    if made:
        record(Event.REQUEST_ITEM_OPENED, child=None, by=by.who(now), at=now, about_type=ABOUT, about_id=item.pk)
    return look
