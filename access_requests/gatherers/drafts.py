"""A thing before it is an item, and writing it down so that gathering twice adds nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid5

from access_requests.gathering.freezing import Frozen, fingerprint
from access_requests.gathering.likeness import signature_of
from access_requests.models import AccessRequest, Item, Upload
from files.models import File

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Placing:
    """When a thing was. Without `day` nothing said so itself; then `guessed` and `why` hold what was found in its words."""

    day: date | None = None
    end: date | None = None
    precision: str = UNKNOWN
    guessed: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One thing to keep. `key` names what it was made from; `parent` the key of the thing it came with."""

    key: str
    frozen: Frozen
    placing: Placing = field(default_factory=Placing)
    about_type: str = ""
    about_id: UUID | None = None
    file: File | None = None
    upload: Upload | None = None
    parent: str = ""
    pages: int = 1
    set_aside: str = ""
    set_aside_why: str = ""


def item_id(request: AccessRequest, key: str) -> UUID:
    """The id of the item of this key: made of both, so that it is known before the item is there."""
    return uuid5(request.pk, key)


def keep(request: AccessRequest, drafts: Iterable[ItemDraft], now: datetime) -> int:
    """Freeze these things. What was frozen before stands as it is. Returns how many are new."""
    wanted = {item_id(request, draft.key): draft for draft in drafts}
    known = set(Item.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    new = [_item(request, pk, draft, now) for pk, draft in wanted.items() if pk not in known]
    Item.objects.bulk_create(new, batch_size=100)
    taken = [draft.upload.pk for draft in wanted.values() if draft.upload]
    if taken:
        Upload.objects.filter(pk__in=taken, state=Upload.State.READING).update(state=Upload.State.TAKEN)
    return len(new)


def _item(request: AccessRequest, pk: UUID, draft: ItemDraft, now: datetime) -> Item:
    frozen, placing = draft.frozen.as_json(), draft.placing
    day = placing.day or placing.guessed
    placed = Item.Placed.DATED if placing.day else Item.Placed.EVIDENCE if placing.guessed else Item.Placed.UNDATED
    return Item(
        pk=pk,
        request=request,
        key=draft.key,
        kind=draft.frozen.kind,
        source=draft.frozen.source,
        about_type=draft.about_type,
        about_id=draft.about_id,
        upload=draft.upload,
        parent_id=item_id(request, draft.parent) if draft.parent else None,
        file=draft.file,
        first_page=draft.frozen.pages[0] if draft.frozen.pages else None,
        last_page=draft.frozen.pages[1] if draft.frozen.pages else None,
        pages=draft.pages,
        frozen=frozen,
        fingerprint=fingerprint(frozen),
        likeness=signature_of(draft.frozen.text),
        when_from=placing.day,
        when_to=placing.end,
        precision=placing.precision,
        frozen_at=now,
        placed=placed,
        placed_on=day,
        placed_why=placing.why or ("" if placing.day else NOTHING_SAYS_WHEN),
        set_aside=draft.set_aside,
        set_aside_why=draft.set_aside_why,
        set_aside_by_name=BY_RULE if draft.set_aside else "",
        set_aside_at=now if draft.set_aside else None,
    )


NOTHING_SAYS_WHEN = "Nothing in it says when it was written."
BY_RULE = "The portal, by rule"
