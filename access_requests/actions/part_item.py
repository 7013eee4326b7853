"""Take a bundle apart: papers of several children, or several papers in one scan; and put it together again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.gatherers.drafts import item_id, keep
from access_requests.gatherers.parting import draft_of_pages
from access_requests.gatherers.placing import put_in_order
from access_requests.gathering.splitting import Range
from access_requests.may_gather import ABOUT_ITEM, check_may_arrange, lock_item
from access_requests.models import Item
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User

Aside = Item.SetAside
TOGETHER = "It was put together again."


@transaction.atomic
def part_item(*, item: Item, parts: Sequence[Range], why: str, by: User, now: datetime) -> list[Item]:
    """Make an item of every part, and set the whole aside. Pages about another child are set aside with the reason `why`.

    Nothing is lost: the whole stays listed, and `join_item` brings it back. Raises NotAllowed.
    """
    item = lock_item(item)
    check_may_arrange(by, item, now)
    if item.file is None or item.pages == 1:
        raise NotAllowed("one_page", _("Only a paper of several pages can be taken apart."))
    if item.set_aside:
        raise NotAllowed("set_aside", _("This was set aside. Take it back into the pack first."))
    if any(part.another for part in parts) and not why.strip():
        raise NotAllowed("no_reason", _("Write why those pages are about another child. Do not write that child's name."))
    drafts = {part: draft_of_pages(item, part, why.strip(), now) for part in parts}
    keep(item.request, drafts.values(), now)
    who = by.who(now)
    for part, draft in drafts.items():
        aside = {"set_aside": Aside.ANOTHER_CHILD, "set_aside_why": why.strip()} if part.another else {"set_aside": "", "set_aside_why": ""}
        made = Item.objects.filter(pk=item_id(item.request, draft.key))
        made.update(**aside, set_aside_by_name=who.name if part.another else "", set_aside_at=now if part.another else None)
    item.set_aside, item.set_aside_why = Aside.TAKEN_APART, _("It was taken apart into %(count)s.") % {"count": len(drafts)}
    item.set_aside_by_name, item.set_aside_at = who.name, now
    item.save(update_fields=["set_aside", "set_aside_why", "set_aside_by_name", "set_aside_at"])
    Item.objects.filter(same_as=item).update(same_as=None, alike=None)
    put_in_order(item.request)
    record(Event.REQUEST_ITEM_PARTED, child=chain_of(item.request), by=who, at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return list(Item.objects.filter(pk__in=[item_id(item.request, draft.key) for draft in drafts.values()]).order_by("first_page"))


@transaction.atomic
def join_item(*, item: Item, by: User, now: datetime) -> Item:
    """Undo: the whole is in the pack again, and its parts are set aside. What was said of the parts stays with them. Raises NotAllowed."""
    item = lock_item(item)
    check_may_arrange(by, item, now)
    if item.set_aside != Aside.TAKEN_APART or not item.parts.exists():
        raise NotAllowed("not_apart", _("This was not taken apart."))
    who = by.who(now)
    aside = {"set_aside": Aside.TAKEN_APART, "set_aside_why": TOGETHER, "set_aside_by_name": who.name, "set_aside_at": now}
    Item.objects.filter(parent=item, key__startswith=f"{item.key}:p").update(**aside)
    item.set_aside, item.set_aside_why, item.set_aside_by_name, item.set_aside_at = "", "", "", None
    item.save(update_fields=["set_aside", "set_aside_why", "set_aside_by_name", "set_aside_at"])
    put_in_order(item.request)
    record(Event.REQUEST_ITEM_JOINED, child=chain_of(item.request), by=who, at=now, about_type=ABOUT_ITEM, about_id=item.pk)
    return item
