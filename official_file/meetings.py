"""Meetings about a young person: which of them they know of, when they can get ready, and whether their summary is late.

A meeting that a source told stays unknown to them until a worker says that they told them, or until the entry that tells of it
is open to them. What they chose never to see tells of no meeting either.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop

from law.bank_holidays import BeyondKnownHolidaysError
from law.working_time import add_working_days
from official_file.models import EntryNow, Meeting
from official_file.models.now import of_a_theme_never_shown
from people.models import Child, User

ABOUT = "meeting"  # of tasks and of the audit
SUMMED_UP = (Meeting.Kind.REVIEW, Meeting.Kind.CONFERENCE)  # after these a written summary is owed
YOURS: dict[str, str] = {
    Meeting.Kind.REVIEW: gettext_noop("Your review"),
    Meeting.Kind.CONFERENCE: gettext_noop("A meeting to keep you safe"),
    Meeting.Kind.ASSESSMENT: gettext_noop("A talk about what you need"),
    Meeting.Kind.OTHER: gettext_noop("A meeting about you"),
}


def known_to(user: User, child: Child, at: datetime) -> "QuerySet[Meeting]":
    """The meetings this young person knows of, oldest first; those that were called off stand among them."""
    mine = Meeting.objects.filter(child=child, child__user=user.pk, child__died_on__isnull=True)
    is_open = Exists(EntryNow.objects.visible_to(user, at).filter(pk=OuterRef("entry")))
    never = Exists(of_a_theme_never_shown(child, OuterRef("entry")))
    told = Q(told_at__lte=at) & (Q(entry__isnull=True) | ~never)
    return mine.filter(told | is_open).select_related("summary").order_by("on")


def summary_due(kind: str, on: date, nation: str) -> date | None:
    """By when the summary of a meeting is owed: so many working days after it (SUMMARY_DAYS); None for kinds without one."""
    if kind not in SUMMED_UP:
        return None
    try:
        return add_working_days(on, settings.SUMMARY_DAYS, nation)
    except BeyondKnownHolidaysError:
        return on + timedelta(days=settings.SUMMARY_DAYS * 7 // 5)


def can_prepare(meeting: Meeting, today: date) -> bool:
    """Whether its sheet is open: from so many days before (PREPARE_DAYS) until the day itself."""
    opens = meeting.on - timedelta(days=settings.PREPARE_DAYS)
    return meeting.cancelled_at is None and opens <= today <= meeting.on


def summary_for(user: User, meeting: Meeting, at: datetime) -> EntryNow | None:
    """The summary, when it is open to this reader."""
    found: EntryNow | None = EntryNow.objects.visible_to(user, at).filter(pk=meeting.summary_id).first() if meeting.summary_id else None
    return found


def is_summary_late(meeting: Meeting, at: datetime, today: date) -> bool:
    """Whether its summary should be open to them by now and is not."""
    if meeting.cancelled_at or meeting.summary_due is None or meeting.summary_due >= today:
        return False
    rows = EntryNow.objects.filter(pk=meeting.summary_id) if meeting.summary_id else EntryNow.objects.none()
    return not rows.filter(opens_at__lte=at).exists()
