"""Sending a preparation sheet: every answer that was written, in one go, word for word. Never twice (R37)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.models import Meeting
from people.errors import NotAllowed
from people.models import User
from stories.actions.send import Choices, send
from stories.models import Contribution
from stories.sheets import meeting_of, sheet_for


@transaction.atomic
def send_sheet(*, meeting: Meeting, versions: Mapping[str, int], helped_by: str = "", by: User, now: datetime) -> list[Contribution]:
    """Send all that is written for this meeting; `versions`: of the words they were shown, by question. Sent again it is the same.

    All or nothing. Raises NotAllowed for a meeting that is not theirs to know, when nothing is written, when the sheet is
    closed, and what `send` raises: nothing is lost then.
    """
    known = meeting_of(by, meeting.child, meeting.pk, now)
    if known is None:
        raise NotAllowed("not_yours", _("We can't find that page."))
    sheet = sheet_for(by, known, now)
    if not sheet.drafts and sheet.has_sent:
        return [one for question in sheet.questions for one in question.sent]
    if not sheet.is_open:
        raise NotAllowed("sheet_closed", _("This sheet is closed. Your words are still here. You can send each one under My words."))
    if not sheet.drafts:
        raise NotAllowed("nothing_written", _("There are no words here yet. Write something first, or leave it for another day."))
    choices = Choices(helped_by=helped_by)
    return [
        send(draft=one.draft, choices=replace(choices, kind=one.draft.kind, version=versions.get(one.prompt.slug)), by=by, now=now)
        for one in sheet.drafts
        if one.draft
    ]
