"""Keeping a draft: private to its author, as often as they like, never letting an old window overwrite newer words."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from official_file.models import Entry
from people.errors import NotAllowed
from people.models import Child, User
from stories.draft_order import Order, Stamp, order
from stories.models import Contribution
from stories.permissions import check_can_write
from stories.sheets import Answering


class ChangedElsewhere(NotAllowed):
    """The draft was changed in another window since this page was opened. `held` is what we hold now."""

    def __init__(self, held: Contribution) -> None:
        super().__init__("changed_elsewhere", _("You changed this draft in another window. Both are here. Choose which words to keep."))
        self.held = held


@transaction.atomic
def save_draft(
    *,
    child: Child,
    draft_id: UUID,
    words: str,
    stamp: Stamp,
    about: Entry | None = None,
    kind: str = "",
    sheet: Answering | None = None,
    by: User,
    now: datetime,
) -> Contribution:
    """Keep these words as the draft with this id; made on the first save.

    Raises ChangedElsewhere when another window saved since this page was opened, and NotAllowed when the draft was sent or
    thrown away, or its id belongs to somebody else ("not_yours"). Nobody but its author is told that a draft exists, so
    nothing goes into the audit.
    """
    first: dict[str, Any] = {"child": child, "author": by, "about": about, "started_at": now, "saved_at": now}
    if sheet:
        first |= {"meeting": sheet.meeting, "prompt": sheet.prompt.slug}
    if kind in Contribution.Kind.values:
        first["kind"] = kind
    Contribution.objects.get_or_create(pk=draft_id, defaults=first)
    draft = locked_draft(draft_id=draft_id, by=by, now=now)
    if draft.words == words and draft.version:
        return draft
    placed = order(held=Stamp(draft.version, draft.tab, draft.turn), came=stamp)
    if placed is Order.CLASH:
        raise ChangedElsewhere(draft)
    if placed is Order.LATE:
        return draft
    draft.words, draft.saved_at = words, now
    draft.version, draft.tab, draft.turn = draft.version + 1, stamp.tab, stamp.turn
    draft.save(update_fields=["words", "saved_at", "version", "tab", "turn"])
    return draft


def locked_draft(*, draft_id: UUID, by: User, now: datetime) -> Contribution:
    """The author's draft, locked. Raises NotAllowed when it is not theirs, or no longer a draft. `now` changes nothing."""
    draft = Contribution.objects.select_for_update().get(pk=draft_id)
    check_can_write(by, draft)
    return draft
