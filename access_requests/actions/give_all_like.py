"""Plain facts of one kind are decided together: every one that nobody has read is given whole."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.actions.say_of_item import ABOUT
from access_requests.models import Item, ItemReading
from access_requests.models.signed import signed
from access_requests.pack import Says, is_plain
from access_requests.pack_permissions import check_reads
from access_requests.queries.pack import unread_like
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def give_all_like(*, item: Item, by: User, now: datetime) -> int:
    """Give this and all unread things of its kind and place. Returns how many. Raises NotAllowed for a kind in which somebody wrote."""
    request = lock_request(request=item.request, by=by, now=now)
    check_reads(by, request, now)
    if not is_plain(item.kind):
        raise NotAllowed("not_plain", _("Somebody wrote this, or it is about health or other people. Read each of them for itself."))
    unread = unread_like(item)
    made = [ItemReading(item=one, says=Says.GIVE, reader=by, **signed(by, now)) for one in unread]
    ItemReading.objects.bulk_create(made)
    facts = {"says": str(Says.GIVE), "count": len(made)}
    record(Event.REQUEST_ITEM_READ, child=None, by=by.who(now), at=now, about_type=ABOUT, about_id=item.pk, facts=facts)
    return len(made)
