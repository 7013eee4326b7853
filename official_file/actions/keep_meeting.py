"""A meeting that is coming, or was held: put down, called off, and told to the young person."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.meetings import ABOUT, summary_due
from official_file.models import Meeting
from official_file.permissions import check_keeps_meetings
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User

FURTHEST = timedelta(days=730)
LONGEST_AGO = timedelta(days=365)


@transaction.atomic
def add_meeting(*, child: Child, kind: str, on: date, chaired_by: str = "", they_know: bool = False, by: User, now: datetime) -> Meeting:
    """Put down a meeting of that day. Put down twice it is one meeting; one that was called off is on again.

    One that was held already is put down too: nobody could write its summary for them otherwise.
    `they_know`: the young person was told, and sees it. Raises NotAllowed for a day more than a year ago or two years ahead.
    """
    check_keeps_meetings(by, child, now)
    today = london_day(now)
    if on < today - LONGEST_AGO:
        raise NotAllowed("day_long_passed", _("This day is more than a year ago. Look at the year again."))
    if on > today + FURTHEST:
        raise NotAllowed("day_too_far", _("This day is more than two years away. Look at the year again."))
    first = {"chaired_by": chaired_by.strip(), "made_by": by, "made_at": now, "summary_due": summary_due(kind, on, child.nation)}
    meeting, made = Meeting.objects.select_for_update().get_or_create(child=child, kind=kind, on=on, defaults=first)
    if made or meeting.cancelled_at:
        meeting.cancelled_at = None
        meeting.save(update_fields=["cancelled_at"])
        record(Event.MEETING_ADDED, child=child.pk, by=by.who(now), at=now, about_type=ABOUT, about_id=meeting.pk, facts={"kind": kind})
    return tell_of_meeting(meeting=meeting, by=by, now=now) if they_know else meeting


@transaction.atomic
def tell_of_meeting(*, meeting: Meeting, by: User, now: datetime) -> Meeting:
    """Write down that the young person knows of it: from now on they see it, and can get ready. Twice changes nothing more."""
    check_keeps_meetings(by, meeting.child, now)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.told_at is None:
        meeting.told_at = now
        meeting.save(update_fields=["told_at"])
        record(Event.MEETING_TOLD, child=meeting.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=meeting.pk)
        _finish(meeting, (TaskKind.PREPARE_MEETING,), by, now)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: User, now: datetime) -> Meeting:
    """It does not take place. What the young person wrote for it stays. Raises NotAllowed when its summary is written."""
    check_keeps_meetings(by, meeting.child, now)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.summary_id:
        raise NotAllowed("summed_up", _("This meeting has a summary, so it took place."))
    if meeting.cancelled_at is None:
        meeting.cancelled_at = now
        meeting.save(update_fields=["cancelled_at"])
        record(Event.MEETING_CANCELLED, child=meeting.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=meeting.pk)
        _finish(meeting, (TaskKind.PREPARE_MEETING, TaskKind.REVIEW_SUMMARY), by, now)
    return meeting


def _finish(meeting: Meeting, kinds: tuple[TaskKind, ...], by: User, now: datetime) -> None:
    for task in Task.objects.open().filter(kind__in=kinds, about_type=ABOUT, about_id=meeting.pk):
        finish_task(task=task, outcome="", by=by, now=now)
