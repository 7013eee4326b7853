"""Photos, drawings and recordings in the entry they belong to (M17): ready for a page, with the address of each copy for its reader."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from law.calendar_words import say_date
from official_file.media import attached_to
from official_file.models import Entry, EntryNow
from portal.queries.life_line import PICTURE, SOUND
from stories.media import WITH_MEDIA, Address, ShownMedia, shown_media
from stories.models import Attachment, Contribution

OWN, STAFF = "portal:media", "portal:staff_media"
Reader = str  # OWN or STAFF: whose addresses stand on the page


def media_in(entries: Iterable[Entry], *, reader: Reader = OWN, mine: bool = False) -> dict[UUID, list[ShownMedia]]:
    """What was sent with each of these entries, by id. Asks nothing where nobody sent anything, else a few questions however many.

    `mine`: said to its author, also where staff open the page: a copy that is printed for them.
    """
    wanted = [entry.pk for entry in entries if attached_to(entry)]
    if not wanted:
        return {}
    found = Contribution.objects.filter(entry__in=wanted).prefetch_related(*WITH_MEDIA)
    mine = mine or reader == OWN
    return {one.entry_id: shown_media(one, address=address_in(one.entry_id, reader), mine=mine) for one in found if one.entry_id}


def media_sent(one: Contribution) -> list[ShownMedia]:
    """What came with it, for staff who read it before it is in the file: where it is read, its copies are handed out."""
    return shown_media(one, address=lambda attachment, form: reverse("moderation:attachment_copy", args=[attachment.pk, form]), mine=False)


def address_in(entry_id: UUID, reader: Reader) -> Address:
    """Where the copies of what stands in this entry are handed out."""

    def address(attachment: Attachment, form: str) -> str:
        return reverse(reader, args=[entry_id, attachment.pk, form])

    return address


def media_beside(contribution: Contribution, *, reader: Reader) -> list[ShownMedia]:
    """What was sent with a contribution, wherever it stands: handed out from the file once it is there, else from where it waits."""
    if contribution.entry_id:
        return shown_media(contribution, address=address_in(contribution.entry_id, reader), mine=reader == OWN)

    def address(attachment: Attachment, form: str) -> str:
        waits = "stories:attachment_copy" if reader == OWN else "moderation:attachment_copy"
        return reverse(waits, args=[attachment.pk, form])

    return shown_media(contribution, address=address, mine=reader == OWN)


def sent_without_words(entry: Entry) -> str:
    """What a list says of own words that have no text: what was tapped, else the captions, else what was sent ("A photo")."""
    tapped = [str(one.get("words") or "") for one in _facts(entry, "board")]
    captions = [str(one.get("caption") or "") for one in attached_to(entry)]
    kinds = [str(Attachment.Kind(one["kind"]).label) for one in attached_to(entry)]
    return ", ".join(filter(str.strip, tapped)) or "\n".join(filter(str.strip, captions)) or ", ".join(dict.fromkeys(kinds))


def what_was_sent(entry: Entry) -> str:
    """ "picture" or "sound" for own words with one, the first of them; "" for words alone."""
    first = next(iter(attached_to(entry)), None)
    return "" if first is None else SOUND if first["kind"] == Attachment.Kind.SOUND else PICTURE


def sent_on(row: EntryNow) -> str:
    """What was sent on which day, in a few words: "A drawing, 13 November 2026"; "" for words alone."""
    kinds = dict.fromkeys(str(Attachment.Kind(one["kind"]).label) for one in attached_to(row.entry))
    return f"{', '.join(kinds)}, {say_date(row.day, gettext)}" if kinds and row.day else ""


def _facts(entry: Entry, name: str) -> list[dict[str, object]]:
    return list(entry.body.get("facts", {}).get(name) or ())
