"""Inviting a young person to fill in their sheet for a meeting they know of: told by the ways they chose, with a link (R38)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.meetings import ABOUT, can_prepare
from official_file.models import Meeting
from official_file.permissions import check_keeps_meetings
from people.errors import NotAllowed
from people.models import Notice, User

KIND = "prepare_invited"


@transaction.atomic
def invite_to_prepare(*, meeting: Meeting, by: User, now: datetime) -> Notice:
    """Leave a notice that links to the sheet; it is told as any other, without a word of what it is about. Again, it is the same one.

    Raises NotAllowed for a meeting they were not told of, when the sheet is not open, and for somebody who cannot sign in.
    """
    check_keeps_meetings(by, meeting.child, now)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    reader = meeting.child.user
    if meeting.told_at is None:
        raise NotAllowed("not_told", _("Tell them of the meeting first. Nobody learns of one from a message."))
    if reader is None:
        raise NotAllowed("no_account", _("They cannot sign in yet. Give them a code to join with first."))
    if meeting.cancelled_at or not can_prepare(meeting, london_day(now)):
        raise NotAllowed("closed", _("The sheet for this meeting is not open now."))
    notice, made = Notice.objects.get_or_create(user=reader, kind=KIND, about_id=meeting.pk, defaults={"about_type": ABOUT, "at": now})
    if made:
        record(Event.MEETING_INVITED, child=meeting.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=meeting.pk)
    return notice


def see_invitation(*, meeting: Meeting, by: User, now: datetime) -> int:
    """They have opened their sheet: the invitation is no longer new. Returns how many were."""
    return Notice.objects.filter(user=by, kind=KIND, about_id=meeting.pk, seen_at__isnull=True).update(seen_at=now)
