"""Own words in the file, with all that belongs to them: photos, recordings, taps, who helped, and what was said later.

Beside them, never in them, stand what an interpreter made of the words, and what their author added or thought of later (M17, R33).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.models import EntryNow
from people.models import User
from portal.queries.media import OWN, STAFF, Reader, address_in, media_beside
from stories.boards import ShownBoard, said_by_taps
from stories.lifecycle import IN_FILE, LABELS
from stories.meanings import Meant, shown_meanings
from stories.media import WITH_MEDIA, ShownMedia, shown_media
from stories.models import Contribution
from stories.queries import following


@dataclass(frozen=True, slots=True)
class Later:
    """What its author sent afterwards about their own words: to add to them, or because they changed their mind."""

    what: str
    text: str
    when: str
    state: str
    filed: bool
    url: str
    media: list[ShownMedia]
    boards: list[ShownBoard]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What stands with own words. `follows_url`: the words that these follow, where their reader may see them."""

    media: list[ShownMedia]
    boards: list[ShownBoard]
    helped_by: str
    about_person: str
    language: str
    in_other_words: list[Meant]
    later: list[Later]
    follows_url: str
    changed_mind: bool


def own_words_in(row: EntryNow, *, user: User | None, at: datetime) -> OwnWords | None:
    """What stands with these own words, or None for an entry of another kind.

    `user`: who reads. None: a worker tries how it reads to its author; then nothing that was said later stands beside it.
    """
    if row.kind != "own_words":
        return None
    contribution = Contribution.objects.filter(entry=row.pk).select_related("follows").prefetch_related(*WITH_MEDIA).first()
    if contribution is None:
        return None
    facts = row.entry.body["facts"]
    reader = OWN if user and not user.is_staff else STAFF
    return OwnWords(
        media=shown_media(contribution, address=address_in(row.pk, reader), mine=reader == OWN or user is None),
        boards=_boards(facts.get("board")),
        helped_by=str(facts.get("helped_by") or ""),
        about_person=str(facts.get("about_person") or ""),
        language=str(facts.get("language") or ""),
        in_other_words=shown_meanings(contribution),
        later=later_than(contribution, user, at) if user else [],
        follows_url=_follows(facts.get("follows"), contribution, user, at) if user else "",
        changed_mind=contribution.kind == Contribution.Kind.CHANGED_MIND,
    )


def later_than(contribution: Contribution, user: User, at: datetime) -> list[Later]:
    """What was sent afterwards about it, oldest first, as far as this reader may see it; not what its author hid on their phone."""
    rows = following(contribution).visible_to(user, at).select_related("entry").prefetch_related(*WITH_MEDIA)
    if not user.is_staff:
        rows = rows.filter(hidden_by_author=False)
    return [_later(one, user) for one in rows]


def _later(one: Contribution, user: User) -> Later:
    reader = STAFF if user.is_staff else OWN
    return Later(
        what=str(one.get_kind_display()),
        text=one.words,
        when=say_date(london_day(one.sent_at), gettext) if one.sent_at else "",
        state=gettext(LABELS[one.standing]),
        filed=one.standing in IN_FILE,
        url=_url(one, reader),
        media=media_beside(one, reader=reader),
        boards=_boards(one.board),
    )


def _url(one: Contribution, reader: Reader) -> str:
    if reader == OWN:
        return reverse("stories:one", args=[one.pk])
    return reverse("portal:staff_entry", args=[one.entry_id]) if one.entry_id else reverse("moderation:reading", args=[one.pk])


def _boards(rows: Sequence[Any] | None) -> list[ShownBoard]:
    return said_by_taps(rows or [], translate=gettext)


def _follows(entry_id: str | None, contribution: Contribution, user: User, at: datetime) -> str:
    """The page of the words that these follow, where their reader may see them."""
    if not entry_id or contribution.follows is None:
        return ""
    seen = EntryNow.objects.visible_to(user, at).filter(pk=UUID(entry_id))
    if not seen.exists() or (not user.is_staff and contribution.follows.hidden_by_author):
        return ""
    return reverse("portal:staff_entry" if user.is_staff else "portal:entry", args=[entry_id])
