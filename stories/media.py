"""Photos, drawings and recordings as a page shows them: each with its author's own caption, and what others say of it beside.

    shown_media(contribution, address=own_address)

`address` answers where the bytes of one copy are handed out to this reader, after the permission check. To show a whole list
with few queries, prefetch `WITH_MEDIA`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from audit.canonical import canonical, sha256
from files.models import Making, SafeCopy
from law.calendar_words import say_date
from law.working_time import london_day
from people.roles import display_name
from stories.models import Attachment, Contribution, Description

WITH_MEDIA = ("attachments__making__copies", "attachments__descriptions")
Address = Callable[[Attachment, str], str]
NOT_READY = {
    Making.State.WAITING: gettext_noop("This is being made ready to show. It is kept safe."),
    Making.State.WORKING: gettext_noop("This is being made ready to show. It is kept safe."),
    Making.State.CLOSED: gettext_noop("Nobody may open this. It is the law."),
}
NOT_TO_SHOW = gettext_noop("This cannot be shown just now. It is kept safe.")


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says it shows or says. `who`: who wrote it and when; "" for its author's own, from before it was sent."""

    label: str
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Playable:
    """One copy of a recording that a browser may know how to play."""

    address: str
    content_type: str


@dataclass(frozen=True, slots=True)
class ShownMedia:
    """One photo, drawing or recording. While it cannot be shown, `state` says why and there is no address.

    `picture` and `small` are a picture's addresses, `width` and `height` its dots. `sounds` and `wave` are a recording's, with its
    `length` in words. `own`: what it shows, as its author told it; `told`: as others did, each with who wrote it (R33).
    """

    id: UUID
    kind: str
    label: str
    caption: str
    alt: str
    others_shown: bool
    state: str = ""
    waits: bool = False
    picture: str = ""
    small: str = ""
    width: int = 0
    height: int = 0
    sounds: tuple[Playable, ...] = ()
    wave: str = ""
    length: str = ""
    own: Told | None = None
    told: tuple[Told, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it is listened to, not looked at."""
        return self.kind == Attachment.Kind.SOUND

    @property
    def icon(self) -> str:
        """The name of the icon that stands for it where it cannot be shown."""
        return "mic" if self.is_sound else "image"


def own_address(attachment: Attachment, form: str) -> str:
    """Where its author gets the bytes of one copy."""
    return reverse("stories:attachment_copy", args=[attachment.pk, form])


def shown_media(contribution: Contribution, *, address: Address, mine: bool = True) -> list[ShownMedia]:
    """Everything that belongs to it, in its author's order. `mine`: the reader made it; staff pages say "in their words"."""
    rows = in_order(contribution)
    return [shown(row, address=address, mine=mine, number=number, total=len(rows)) for number, row in enumerate(rows, 1)]


def fingerprint(contribution: Contribution) -> str:
    """Of all of them as they stand: changes when one is added, thrown away, moved, changed, or something else is said of it."""
    rows = [[str(row.pk), row.kind, row.caption, row.in_words, row.others_shown, row.making.recipe_key] for row in in_order(contribution)]
    return sha256(canonical(rows))


def in_order(contribution: Contribution) -> list[Attachment]:
    """Its attachments, as their author ordered them."""
    return sorted(contribution.attachments.all(), key=lambda row: (row.position, row.added_at, str(row.pk)))


def shown(row: Attachment, *, address: Address, mine: bool = True, number: int = 1, total: int = 1) -> ShownMedia:
    """One of them. `number` and `total`: its place among the others."""
    label, own = _label(row, number, total), _own(row, mine=mine)
    told = tuple(_told(one) for one in _newest(row))
    says = own.text if own else next((one.text for one in told), "")
    return ShownMedia(
        id=row.pk,
        kind=row.kind,
        label=label,
        caption=row.caption,
        alt=f"{label}: {says}" if says else label,
        others_shown=row.others_shown,
        own=own,
        told=told,
        **_to_show(row, address),
    )


def how_long(seconds: float | None) -> str:
    """The length of a recording in words: "1 minute 5 seconds"; "" when nobody knows."""
    if not seconds:
        return ""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    said = [ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}] if minutes else []
    if rest:
        said.append(ngettext("%(n)s second", "%(n)s seconds", rest) % {"n": rest})
    return " ".join(said)


def _to_show(row: Attachment, address: Address) -> dict[str, Any]:
    """What its copies give a page, or the sentence that stands in their place."""
    making = row.making
    copies = {copy.form: copy for copy in making.copies.all()} if making.state == Making.State.READY else {}
    waits = making.state in (Making.State.WAITING, Making.State.WORKING)
    wanted = [SafeCopy.Form.OPUS, SafeCopy.Form.AAC] if row.kind == Attachment.Kind.SOUND else [SafeCopy.Form.PHOTO]
    there = [form for form in wanted if form in copies]
    if not there:
        return {"state": _why_not(making), "waits": waits}
    if row.kind == Attachment.Kind.SOUND:
        return {
            "sounds": tuple(Playable(address(row, form), copies[form].content_type) for form in there),
            "wave": address(row, SafeCopy.Form.WAVE) if SafeCopy.Form.WAVE in copies else "",
            "length": how_long(making.seconds),
        }
    picture = address(row, SafeCopy.Form.PHOTO)
    small = address(row, SafeCopy.Form.SMALL) if SafeCopy.Form.SMALL in copies else picture
    return {"picture": picture, "small": small, "width": making.width or 0, "height": making.height or 0}


def _why_not(making: Making) -> str:
    if making.reason and making.state != Making.State.CLOSED:
        return _(making.reason)
    return _(NOT_READY.get(Making.State(making.state), NOT_TO_SHOW))


def _label(row: Attachment, number: int, total: int) -> str:
    what = str(Attachment.Kind(row.kind).label)
    return what if total == 1 else _("%(what)s, %(number)s of %(total)s") % {"what": what, "number": number, "total": total}


def _own(row: Attachment, *, mine: bool) -> Told | None:
    if not row.in_words.strip():
        return None
    if row.kind == Attachment.Kind.SOUND:
        return Told(_("What it says, in your words") if mine else _("What it says, in their words"), row.in_words)
    return Told(_("What it shows, in your words") if mine else _("What it shows, in their words"), row.in_words)


def _newest(row: Attachment) -> list[Description]:
    """The newest of each kind and hand, oldest hand first."""
    newest = {(one.kind, one.by_id): one for one in sorted(row.descriptions.all(), key=lambda one: one.at)}
    return sorted(newest.values(), key=lambda one: one.at)


def _told(one: Description) -> Told:
    day = say_date(london_day(one.at), _)
    who = _("%(who)s, %(role)s, on %(day)s.") % {"who": one.by_name, "role": display_name(one.by_role), "day": day}
    return Told(str(Description.Kind(one.kind).label), one.text, who)
