"""Set a thing aside from the pack, with the reason; and take it back. It stays listed, and nothing of it is lost."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.may_gather import ABOUT_ITEM, check_may_arrange, lock_item
from access_requests.models import Item
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User

Aside = Item.SetAside
BY_HAND = (Aside.ANOTHER_CHILD, Aside.NOT_ASKED_FOR, Aside.OTHER_RULES)


@transaction.atomic
def set_item_aside(*, item: Item, reason: str, why: str, by: User, now: datetime) -> Item:
    """Leave it out of what is read and given. Its copies are things of their own again. Raises NotAllowed."""
    item = lock_item(item)
    check_may_arrange(by, item, now)
    if item.set_aside:
        raise NotAllowed("aside", _("This was set aside already."))
    if reason not in BY_HAND:
        raise NotAllowed("no_such_reason", _("Choose why it is set aside."))
    if not why.strip():
        raise NotAllowed("no_reason", _("Write why. A second person reads it. Do not write another child's name."))
    item.set_aside, item.set_aside_why, item.set_aside_by_name, item.set_aside_at = reason, why.strip(), by.who(now).name, now
    item.same_as, item.alike = None, None
    item.save(update_fields=["set_aside", "set_aside_why", "set_aside_by_name", "set_aside_at", "same_as", "alike"])
    Item.objects.filter(same_as=item).update(same_as=None, alike=None)
    record(Event.REQUEST_ITEM_SET_ASIDE, child=chain_of(item.request), by=by.who(now), at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return item


@transaction.atomic
def take_item_back(*, item: Item, by: User, now: datetime) -> Item:
    """Put it into the pack again. What was shut for good, or taken apart, is not for this. Raises NotAllowed."""
    item = lock_item(item)
    check_may_arrange(by, item, now)
    if not item.set_aside:
        raise NotAllowed("not_aside", _("This is in the pack already."))
    if item.set_aside == Aside.TAKEN_APART:
        raise NotAllowed("apart", _("Put the whole paper together again instead."))
    if item.set_aside == Aside.OTHER_RULES and item.file is None and item.frozen["file"]:
        raise NotAllowed("shut", _("It was shut for good. Nobody may open it."))
    item.set_aside, item.set_aside_why, item.set_aside_by_name, item.set_aside_at = "", "", "", None
    item.save(update_fields=["set_aside", "set_aside_why", "set_aside_by_name", "set_aside_at"])
    record(Event.REQUEST_ITEM_TAKEN_BACK, child=chain_of(item.request), by=by.who(now), at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return item
