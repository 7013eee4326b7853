"""Officers are reminded of days that come near: once of each, as a notice that says nothing of the record."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.owe_answer import ABOUT, owe_answer
from access_requests.models import AccessRequest
from access_requests.reminders import reminders
from audit.who import Who
from law.working_time import london_day
from people.models import Notice, Task, TaskKind


@transaction.atomic
def remind_officers(*, by: Who, now: datetime) -> int:
    """A notice to the officer of each request for what holds today. Returns how many are new; run twice, none."""
    new = 0
    for request in AccessRequest.objects.open().filter(officer__isnull=False).prefetch_related("clock_facts").select_related("officer"):
        for one in reminders(request, today=london_day(now)):
            defaults = {"about_type": ABOUT, "at": now}
            _notice, made = Notice.objects.get_or_create(user=request.officer, kind=one, about_id=request.pk, defaults=defaults)
            new += made
    return new


@transaction.atomic
def reckon_again(*, by: Who, now: datetime) -> int:
    """Bring the day of every open task up to date with its request's facts. Returns how many days moved.

    A clock that stands moves its day along each day; a fact kept elsewhere (who somebody is) moves it once.
    """
    due = dict(Task.objects.open().filter(kind=TaskKind.ANSWER_REQUEST, about_type=ABOUT).values_list("about_id", "due_at"))
    moved = 0
    for request in AccessRequest.objects.open().filter(pk__in=due).prefetch_related("clock_facts").select_related("child", "officer"):
        task = owe_answer(request=request, by=by, now=now)
        moved += task is not None and task.due_at != due[request.pk]
    return moved
