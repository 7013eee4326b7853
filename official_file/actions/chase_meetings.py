"""What is owed around meetings, asked for by itself: telling them of one that is near, and the summary of one that was held.

A review that a source says was held is a meeting like any other. Notes of that day which the council's system sent are its
summary. Run twice it changes nothing more.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from audit.who import Who
from law.working_time import london_day
from official_file.meetings import ABOUT, summary_due
from official_file.models import Entry, EntryNow, Meeting
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.models import Task, TaskKind
from people.models.task import TaskQuerySet
from people.task_clocks import end_of

HELD = {"review_held": Meeting.Kind.REVIEW, "protection_meeting": Meeting.Kind.CONFERENCE}
LOOK_BACK = timedelta(days=90)  # a review that was told later than this after its day is history: nobody is chased for it
SAME_REVIEW = timedelta(days=14)  # a review may be held some days before or after the day it was planned for
TELL_BEFORE = timedelta(days=14)
JOINED = {"child__user__isnull": False, "child__died_on__isnull": True}


@transaction.atomic
def chase_meetings(*, by: Who, now: datetime) -> int:
    """Make the meetings that sources tell of, link summaries, and ask for what is owed. Returns how many tasks are new.

    Only for young people who have joined: before that there is no page on which a summary could appear.
    """
    _take_in_what_was_held(now)
    _link_summaries(now)
    return _ask_to_tell(now) + _ask_for_summaries(now)


def _take_in_what_was_held(now: datetime) -> None:
    """One meeting for each review of the last months that the council's systems say was held."""
    rows = EntryNow.objects.current().filter(kind__in=HELD, precision="day", no_trace=False, part_of__isnull=True, **JOINED)
    today = london_day(now)
    for row in rows.filter(day__gte=today - LOOK_BACK, day__lte=today).select_related("child"):
        kind = HELD[row.kind]
        near = Meeting.objects.filter(child=row.child_id, kind=kind, on__range=(row.day - SAME_REVIEW, row.day + SAME_REVIEW))
        if not near.exists():
            due = summary_due(kind, row.day, row.child.nation)
            Meeting.objects.create(child=row.child, kind=kind, on=row.day, entry_id=row.pk, summary_due=due, made_at=now)


def _link_summaries(now: datetime) -> None:
    """Notes of the very day of a meeting, which another system sent, are its summary."""
    for meeting in Meeting.objects.filter(summary__isnull=True, cancelled_at__isnull=True, on__lte=london_day(now), **JOINED):
        notes = EntryNow.objects.current().filter(child=meeting.child_id, kind="review_minutes", day=meeting.on, no_trace=False)
        if found := notes.order_by("recorded_at").first():
            meeting.summary_id = found.pk
            meeting.save(update_fields=["summary"])


def _ask_to_tell(now: datetime) -> int:
    """Ask the worker to tell them of a meeting for which they could get ready, and of which nobody told them (R37)."""
    today = london_day(now)
    near = Meeting.objects.filter(told_at__isnull=True, cancelled_at__isnull=True, entry__isnull=True, **JOINED)
    near = near.filter(on__gte=today, on__lte=today + timedelta(days=settings.PREPARE_DAYS)).select_related("child")
    made = 0
    for meeting in near:
        if not _owed(TaskKind.PREPARE_MEETING, meeting).open().exists():
            due = end_of(max(meeting.on - TELL_BEFORE, min(today + timedelta(days=3), meeting.on)))
            _owe(TaskKind.PREPARE_MEETING, meeting, due, now)
            made += 1
    return made


def _ask_for_summaries(now: datetime) -> int:
    """Ask for every summary that is owed, until it is open to them (R16)."""
    held = Meeting.objects.filter(cancelled_at__isnull=True, summary_due__isnull=False, on__lt=london_day(now), **JOINED)
    made = 0
    for meeting in held.select_related("child", "summary"):
        task = _owed(TaskKind.REVIEW_SUMMARY, meeting).open().first()
        if meeting.summary and _is_open(meeting.summary, now):
            _finish(task, meeting.summary, now)
        elif meeting.summary_due and task is None:
            _owe(TaskKind.REVIEW_SUMMARY, meeting, end_of(meeting.summary_due), now)
            made += 1
    return made


def _owed(kind: TaskKind, meeting: Meeting) -> TaskQuerySet:
    return Task.objects.filter(kind=kind, about_type=ABOUT, about_id=meeting.pk)


def _owe(kind: TaskKind, meeting: Meeting, due: datetime, now: datetime) -> None:
    make_task(kind=kind, child=meeting.child, about_type=ABOUT, about_id=meeting.pk, due_at=due, now=now)


def _is_open(entry: Entry, now: datetime) -> bool:
    return EntryNow.objects.filter(pk=entry.pk, opens_at__lte=now).exists()


def _finish(task: Task | None, summary: Entry, now: datetime) -> None:
    """Done by whoever opened it."""
    opened = summary.sharings.order_by("at").last()
    if task and opened:
        finish_task(task=task, outcome="", by=opened.by, now=now)
