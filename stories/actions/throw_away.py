"""Throwing a draft away: its words are erased, and a page still open cannot bring them back."""

from datetime import datetime

from django.db import transaction

from people.models import User
from stories.actions.save_draft import locked_draft
from stories.lifecycle import Status
from stories.models import Contribution


@transaction.atomic
def throw_away(*, draft: Contribution, by: User, now: datetime) -> Contribution:
    """Erase the draft's words for good. Raises NotAllowed when it was sent. A draft is its author's alone: no audit."""
    draft = locked_draft(draft_id=draft.pk, by=by, now=now)
    moved = draft.move_to(Status.WITHDRAWN, by=by.who(now), now=now)
    draft.words, draft.about, draft.helped_by = "", None, ""
    draft.save(update_fields=[*moved, "words", "about", "helped_by"])
    return draft
