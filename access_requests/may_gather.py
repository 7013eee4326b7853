"""Who may gather a pack and put it in order, and when. `check_x` raises NotAllowed with a sentence."""

from datetime import datetime

from django.utils.translation import gettext as _

from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Item
from access_requests.permissions import check_handles, check_open
from people.errors import NotAllowed
from people.models import User

ABOUT_ITEM = "access_request_item"
MAY_GATHER = frozenset({State.SEARCHING, State.GATHERING, State.READING})


def check_may_gather(by: User, request: AccessRequest, now: datetime) -> None:
    """Raise NotAllowed for somebody who does not handle it, before it is known whose file it is, and while it is checked or after."""
    check_handles(by, request, now)
    check_open(request)
    if request.child is None:
        raise NotAllowed("not_matched", _("Say first whose file this is about. Then it can be gathered."))
    if request.standing not in MAY_GATHER:
        raise NotAllowed("not_now", _("Nothing is gathered at this stage. When it is being searched or read, it can be."))


def check_may_arrange(by: User, item: Item, now: datetime) -> None:
    """Raise NotAllowed for somebody who may not say where this thing belongs, or what it is a copy of."""
    check_may_gather(by, item.request, now)


def lock_item(item: Item) -> Item:
    """The item as it stands now, locked with its request until the transaction ends."""
    AccessRequest.objects.select_for_update().get(pk=item.request_id)
    return Item.objects.select_for_update(of=("self",)).select_related("request__child", "file").get(pk=item.pk)
