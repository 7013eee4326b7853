"""Meetings as staff see them: how each stands, and what the young person sent for it, as far as this reader may read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.meetings import is_summary_late
from official_file.models import EntryNow, Meeting
from people.models import Child, User
from portal.queries.media import media_sent
from portal.queries.when_words import one_date
from stories.boards import ShownBoard, said_by_taps
from stories.media import ShownMedia
from stories.models import Contribution
from stories.prompts import BY_SLUG

NAMES: dict[str, str] = {
    Meeting.Kind.REVIEW: gettext_noop("Review"),
    Meeting.Kind.CONFERENCE: gettext_noop("Conference"),
    Meeting.Kind.ASSESSMENT: gettext_noop("Assessment"),
    Meeting.Kind.OTHER: gettext_noop("Another meeting"),
}


@dataclass(frozen=True, slots=True)
class StaffMeeting:
    """One meeting. `state`: in a sentence, `kind` that of components/state.html. `summary_url`: its summary, when there is one."""

    id: UUID
    title: str
    day: str
    chaired_by: str
    state: str
    kind: str
    coming: bool
    told: bool
    called_off: bool
    summary_url: str
    owes_summary: bool


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """One question and what they sent to it, word for word."""

    question: str
    words: str
    sent_on: str
    helped_by: str
    url: str
    boards: list[ShownBoard]
    media: list[ShownMedia]


def meetings_of(child: Child, user: User, at: datetime) -> list[StaffMeeting]:
    """All meetings of a child, the farthest ahead first."""
    found = Meeting.objects.filter(child=child).select_related("summary", "child").order_by("-on")
    return [staff_meeting(one, user, at) for one in found]


def staff_meeting(meeting: Meeting, user: User, at: datetime) -> StaffMeeting:
    """One meeting as this member of staff sees it."""
    today = london_day(at)
    summary = EntryNow.objects.visible_to(user, at).filter(pk=meeting.summary_id).first() if meeting.summary_id else None
    state, kind = _state(meeting, summary, at)
    return StaffMeeting(
        id=meeting.pk,
        title=gettext(NAMES[meeting.kind]),
        day=one_date(meeting.on),
        chaired_by=meeting.chaired_by,
        state=state,
        kind=kind,
        coming=meeting.on >= today and meeting.cancelled_at is None,
        told=meeting.told_at is not None,
        called_off=meeting.cancelled_at is not None,
        summary_url=reverse("portal:staff_entry", args=[summary.pk]) if summary else "",
        owes_summary=meeting.summary_id is None and meeting.on <= today and meeting.cancelled_at is None,
    )


def what_they_sent(meeting: Meeting, user: User, at: datetime) -> list[SentAnswer]:
    """What was sent for this meeting, question by question, as far as this reader may read it."""
    rows = Contribution.objects.visible_to(user, at).filter(meeting=meeting, sent_at__isnull=False)
    order = {slug: place for place, slug in enumerate(BY_SLUG)}
    return [
        SentAnswer(
            question=gettext(BY_SLUG[row.prompt].question) if row.prompt in BY_SLUG else gettext("In their own words"),
            words=row.words,
            sent_on=say_date(london_day(row.sent_at), gettext) if row.sent_at else "",
            helped_by=row.helped_by,
            url=reverse("moderation:reading", args=[row.pk]),
            boards=said_by_taps(row.board, translate=gettext),
            media=media_sent(row),
        )
        for row in sorted(rows, key=lambda row: (order.get(row.prompt, len(order)), row.sent_at))
    ]


def heading_of(meeting: Meeting) -> str:
    """What the summary of this meeting is called, to begin with."""
    name = gettext("Your review") if meeting.kind == Meeting.Kind.REVIEW else gettext("Your meeting")
    return f"{name}, {one_date(meeting.on)}"


def _state(meeting: Meeting, summary: EntryNow | None, at: datetime) -> tuple[str, str]:
    today = london_day(at)
    if meeting.cancelled_at:
        return gettext("Called off."), "plain"
    if meeting.on >= today:
        return (gettext("They know of it."), "done") if meeting.told_at else (gettext("They have not been told."), "careful")
    if summary and summary.opens_at and summary.opens_at <= at:
        return gettext("They have the summary."), "done"
    if is_summary_late(meeting, at, today) and meeting.summary_due:
        return gettext("The summary was due on %(day)s. They do not have it.") % {"day": one_date(meeting.summary_due)}, "careful"
    if meeting.summary_id:
        return gettext("The summary is written. It is not open to them."), ""
    if meeting.summary_due:
        return gettext("The summary is due by %(day)s.") % {"day": one_date(meeting.summary_due)}, ""
    return gettext("It was held."), "plain"
