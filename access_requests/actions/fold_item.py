"""Two things are the same, or are not: said by hand. What a person said is never folded or unfolded by rule again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.gatherers.placing import NOT_A_COPY
from access_requests.gathering.likeness import same_numbers
from access_requests.may_gather import ABOUT_ITEM, check_may_arrange, lock_item
from access_requests.models import Item
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User

LEAST = 1


@transaction.atomic
def fold_item(*, item: Item, into: Item, by: User, now: datetime) -> Item:
    """This repeats `into`: it stays listed under it. Its own copies become copies of that. Raises NotAllowed."""
    item, into = lock_item(item), lock_item(into)
    check_may_arrange(by, item, now)
    target = into.same_as or into
    if target.request_id != item.request_id or target.pk == item.pk or target.set_aside or item.set_aside:
        raise NotAllowed("not_that_one", _("Choose another thing of this pack that was not set aside."))
    item.same_as, item.alike = target, max(LEAST, same_numbers(item.likeness, target.likeness))
    item.save(update_fields=["same_as", "alike"])
    Item.objects.filter(same_as=item).update(same_as=target)
    record(Event.REQUEST_ITEM_FOLDED, child=chain_of(item.request), by=by.who(now), at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return item


@transaction.atomic
def unfold_item(*, item: Item, by: User, now: datetime) -> Item:
    """This is a thing of its own, however alike it is. Raises NotAllowed."""
    item = lock_item(item)
    check_may_arrange(by, item, now)
    if item.same_as is None:
        raise NotAllowed("not_folded", _("This stands by itself already."))
    item.same_as, item.alike = None, NOT_A_COPY
    item.save(update_fields=["same_as", "alike"])
    record(Event.REQUEST_ITEM_UNFOLDED, child=chain_of(item.request), by=by.who(now), at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return item
