"""Keeping a draft: private to its author, as often as they like, never letting an old window overwrite newer words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from official_file.models import Connection, Entry, Meeting
from people.errors import NotAllowed
from people.models import Child, User
from stories.boards import board_from
from stories.draft_order import Order, Stamp, order
from stories.models import Contribution
from stories.permissions import check_can_write
from stories.sheets import Answering
from stories.subjects import about_person


class ChangedElsewhere(NotAllowed):
    """The draft was changed in another window since this page was opened. `held` is what we hold now."""

    def __init__(self, held: Contribution) -> None:
        super().__init__("changed_elsewhere", _("You changed this draft in another window. Both are here. Choose which words to keep."))
        self.held = held


@dataclass(frozen=True, slots=True)
class Taps:
    """What is tapped on a page that shows the boards. `known`: the people who stood there to tap, name by id."""

    wanted: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """What a new draft begins with: what it is about, which words in the file it follows, its kind, the question it answers."""

    about: Entry | None = None
    person: Connection | None = None
    meeting: Meeting | None = None
    follows: Contribution | None = None
    kind: str = ""
    sheet: Answering | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """What a contribution then holds. Words that follow others are about the same."""
        fields: dict[str, Any] = {"about": self.about, "meeting": self.meeting}
        if self.person:
            fields |= about_person(self.person)
        if earlier := self.follows:
            fields |= {"follows": earlier, "about": earlier.about, "meeting": earlier.meeting}
            fields |= {"about_person": earlier.about_person, "about_person_words": earlier.about_person_words}
        if self.sheet:
            fields |= {"meeting": self.sheet.meeting, "prompt": self.sheet.prompt.slug}
        return fields | ({"kind": self.kind} if self.kind in Contribution.Kind.values else {})


@transaction.atomic
def save_draft(
    *,
    child: Child,
    draft_id: UUID,
    words: str,
    stamp: Stamp,
    start: Start | None = None,
    taps: Taps | None = None,
    by: User,
    now: datetime,
) -> Contribution:
    """Keep these words, and these taps where the page shows boards, as the draft with this id; made on the first save.

    What it begins with counts at the first save alone. Raises ChangedElsewhere when another window saved since this page was
    opened, and NotAllowed when the draft was sent or thrown away, or its id belongs to somebody else ("not_yours"). Nobody but
    its author is told that a draft exists, so nothing goes into the audit.
    """
    first = {"child": child, "author": by, "started_at": now, "saved_at": now, **(start or Start()).fields}
    Contribution.objects.get_or_create(pk=draft_id, defaults=first)
    draft = locked_draft(draft_id=draft_id, by=by, now=now)
    board = draft.board if taps is None else board_from(taps.wanted, known=taps.known, held=draft.board, translate=gettext)
    if draft.words == words and draft.board == board and draft.version:
        return draft
    placed = order(held=Stamp(draft.version, draft.tab, draft.turn), came=stamp)
    if placed is Order.CLASH:
        raise ChangedElsewhere(draft)
    if placed is Order.LATE:
        return draft
    draft.words, draft.board, draft.saved_at = words, board, now
    draft.version, draft.tab, draft.turn = draft.version + 1, stamp.tab, stamp.turn
    draft.save(update_fields=["words", "board", "saved_at", "version", "tab", "turn"])
    return draft


def locked_draft(*, draft_id: UUID, by: User, now: datetime) -> Contribution:
    """The author's draft, locked. Raises NotAllowed when it is not theirs, or no longer a draft. `now` changes nothing."""
    draft = Contribution.objects.select_for_update().get(pk=draft_id)
    check_can_write(by, draft)
    return draft
