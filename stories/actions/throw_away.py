"""Throwing a draft away: its words are erased, and a page still open cannot bring them back."""

from datetime import datetime

from django.db import transaction

from people.models import User
from stories.actions.change_media import throw_media_away
from stories.actions.save_draft import locked_draft
from stories.lifecycle import Status
from stories.models import Contribution


@transaction.atomic
def throw_away(*, draft: Contribution, by: User, now: datetime) -> Contribution:
    """Erase the draft's words, taps, photos and recordings for good, and what it was about. Raises NotAllowed when it was sent.

    A draft is its author's alone: no audit.
    """
    draft = locked_draft(draft_id=draft.pk, by=by, now=now)
    for one in draft.attachments.all():
        throw_media_away(attachment=one, by=by, now=now)
    moved = draft.move_to(Status.WITHDRAWN, by=by.who(now), now=now)
    draft.words, draft.board, draft.helped_by, draft.about_person_words = "", [], "", ""
    draft.about, draft.about_person, draft.meeting, draft.follows = None, None, None, None
    erased = ["words", "board", "helped_by", "about_person_words", "about", "about_person", "meeting", "follows"]
    draft.save(update_fields=[*moved, *erased])
    return draft
