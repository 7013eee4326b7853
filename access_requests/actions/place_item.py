"""Say when a thing was that has no date of its own."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.gatherers.placing import put_in_order
from access_requests.may_gather import ABOUT_ITEM, check_may_arrange, lock_item
from access_requests.models import Item
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.plain_language.when import Precision, When
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def place_item(*, item: Item, when: When, why: str, by: User, now: datetime) -> Item:
    """Put it where somebody says it belongs, with why. A date of its own is never changed. Raises NotAllowed."""
    item = lock_item(item)
    check_may_arrange(by, item, now)
    if item.placed == Item.Placed.DATED:
        raise NotAllowed("dated", _("This has a date of its own, and keeps it."))
    if when.start is None or when.precision is Precision.UNKNOWN or when.is_future(london_day(now)):
        raise NotAllowed("no_day", _("Say a day that has been: or a month, or a year, if that is all you know."))
    if not why.strip():
        raise NotAllowed("no_reason", _("Write how you know. They read it beside the paper."))
    item.placed, item.placed_on, item.placed_why = Item.Placed.EVIDENCE, when.start, why.strip()
    item.save(update_fields=["placed", "placed_on", "placed_why"])
    put_in_order(item.request)
    record(Event.REQUEST_ITEM_PLACED, child=chain_of(item.request), by=by.who(now), at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return item
