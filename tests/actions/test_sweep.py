"""The sweep: what is late is told to a manager once, and the young person reads that we are sorry."""

import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from audit.models import AuditEvent
from moderation.jobs import sweep_now
from moderation.queries import desk_of
from people.models import Task
from portal.jobs import sweep
from stories.queries import first_reader, open_clocks
from stories.states import state_of
from tests.cast import NOW, Cast
from tests.factories.contributions import a_sent

A_WEEK_LATER = NOW + timedelta(days=7)


@pytest.mark.need("R53")
def test_what_is_late_is_told_to_a_manager_and_to_the_young_person(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    assert sweep_now(A_WEEK_LATER)["told_of_overdue"] == 1
    assert AuditEvent.objects.filter(event="task_overdue", child=cast.amara.pk).count() == 1
    clock = open_clocks([sent])[sent.pk]
    state = state_of(sent, clock=clock, reader=str(first_reader(sent, A_WEEK_LATER)), now=A_WEEK_LATER)
    assert state.text == "We are late. Sorry. We said we would read it by 23 November 2026. A manager knows."
    assert [one.contribution for one in desk_of(cast.joan, A_WEEK_LATER).late_in_team] == [sent]
    assert desk_of(cast.gwen, A_WEEK_LATER).is_empty


def test_swept_twice_it_is_told_once(cast: Cast) -> None:
    a_sent(cast.amara)
    sweep_now(A_WEEK_LATER)
    assert sweep_now(A_WEEK_LATER + timedelta(minutes=5))["told_of_overdue"] == 0
    assert AuditEvent.objects.filter(event="task_overdue").count() == 1


def test_nothing_is_told_before_its_time(cast: Cast) -> None:
    a_sent(cast.amara)
    assert sweep_now(NOW)["told_of_overdue"] == 0
    assert Task.objects.get().told_manager_at is None


def test_the_command_prints_what_was_done(cast: Cast) -> None:
    a_sent(cast.amara)
    out, said = StringIO(), StringIO()
    with time_machine.travel(A_WEEK_LATER, tick=False):
        call_command("sweep", "--json", stdout=out, stderr=said)
    assert json.loads(out.getvalue())["done"]["told_of_overdue"] == 1
    assert said.getvalue() == "Told managers of 1 late tasks.\n"


def test_the_job_does_the_same(cast: Cast) -> None:
    a_sent(cast.amara)
    with time_machine.travel(A_WEEK_LATER, tick=False):
        assert sweep.enqueue().return_value["told_of_overdue"] == 1


def test_once_asked_the_worker_goes_on_sweeping_and_never_twice_at_once(background_jobs: Callable[[], None]) -> None:
    """One sweep waits at any time; each asks for the next."""
    call_command("sweep", keep_going=True, stderr=StringIO())
    call_command("sweep", keep_going=True, stderr=StringIO())
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    first = waiting.get()
    waiting.update(run_after=timezone.now() - timedelta(minutes=1))
    background_jobs()
    assert DBTaskResult.objects.get(pk=first.pk).status == TaskResultStatus.SUCCESSFUL
    assert waiting.get().run_after > timezone.now()
