"""The sweep looks after requests: safe twice; long pauses are chased and end when they write; lateness is told before they ask."""

from datetime import UTC, datetime, timedelta

import pytest

from access_requests.actions.answer_question import answer_question
from access_requests.actions.ask_question import ask_question
from access_requests.actions.keep_fact import keep_fact
from access_requests.actions.take_out_fact import take_out_fact
from access_requests.clock import Kind, clock_of, open_questions
from access_requests.jobs import look_after_requests
from access_requests.models import AccessRequest, ClockFact, RequestMessage
from access_requests.models.signed import signed
from access_requests.reminders import Reminder, reminders
from audit.models import AuditEvent
from law.clock import About, State
from people.models import Notice, Task, TaskKind
from portal.jobs import sweep_all
from tests.cast import NOW, Cast
from tests.factories.requests import a_request

A_DAY = timedelta(days=1)
AFTER_THE_LAST_DAY = datetime(2026, 12, 19, 8, tzinfo=UTC)


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    made = a_request(cast)
    AccessRequest.objects.filter(pk=made.pk).update(officer=cast.sana)
    made.refresh_from_db()
    return made


def question(request: AccessRequest, cast: Cast, now: datetime = NOW) -> ClockFact:
    return ask_question(request=request, about=About.SCOPE, words="Do you want the years at school first?", by=cast.sana, now=now)


def they_write(request: AccessRequest, now: datetime) -> None:
    assert request.requester
    RequestMessage.objects.create(request=request, from_requester=True, text="All of it.", **signed(request.requester, now))


def test_on_the_day_after_the_last_they_are_told_that_we_are_late_once(asked: AccessRequest) -> None:
    on_the_day = datetime(2026, 12, 18, 23, 0, tzinfo=UTC)
    assert look_after_requests(on_the_day)["told_we_are_late"] == 0
    assert look_after_requests(AFTER_THE_LAST_DAY)["told_we_are_late"] == 1
    assert look_after_requests(AFTER_THE_LAST_DAY + A_DAY)["told_we_are_late"] == 0
    assert [letter.kind for letter in asked.letters.all()].count("late") == 1
    assert AuditEvent.objects.filter(event="request_late", child=asked.child_id).count() == 1


def test_a_second_sweep_does_nothing_more(asked: AccessRequest, cast: Cast) -> None:
    question(asked, cast)
    moment = NOW + 12 * A_DAY
    done = look_after_requests(moment)
    assert (done["questions_chased"], done["days_moved"] > 0, done["officers_reminded"] > 0) == (1, True, True)
    assert set(look_after_requests(moment).values()) == {0}
    assert set(look_after_requests(moment + timedelta(minutes=5)).values()) == {0}


def test_a_question_that_waits_long_is_chased_once_and_their_words_start_the_clock_again(asked: AccessRequest, cast: Cast) -> None:
    made = question(asked, cast)
    assert look_after_requests(NOW + 9 * A_DAY)["questions_chased"] == 0
    assert look_after_requests(NOW + 10 * A_DAY)["questions_chased"] == 1
    assert asked.letters.get(kind="reminder").about_id == made.pk
    they_write(asked, datetime(2026, 12, 1, 0, 30, tzinfo=UTC))
    done = look_after_requests(datetime(2026, 12, 4, 9, tzinfo=UTC))
    assert (done["clocks_restarted"], done["questions_chased"]) == (1, 0)
    answer = ClockFact.objects.get(kind=Kind.QUESTION_ANSWERED)
    assert (answer.on.isoformat(), answer.by_name, answer.by) == ("2026-12-01", "The portal", None)
    clock = clock_of(asked, today=NOW.date())
    assert clock is not None
    assert clock.state is State.RUNNING


def test_words_that_were_no_answer_are_taken_out_and_only_newer_ones_count(asked: AccessRequest, cast: Cast) -> None:
    question(asked, cast)
    they_write(asked, NOW + A_DAY)
    later = NOW + 2 * A_DAY
    look_after_requests(later)
    take_out_fact(fact=ClockFact.objects.get(kind=Kind.QUESTION_ANSWERED), why="It was about something else.", by=cast.sana, now=later)
    assert look_after_requests(later + A_DAY)["clocks_restarted"] == 0
    they_write(asked, later + 2 * A_DAY)
    assert look_after_requests(later + 3 * A_DAY)["clocks_restarted"] == 1
    assert open_questions(asked) == []


def test_the_task_follows_the_clock(asked: AccessRequest, cast: Cast) -> None:
    made = question(asked, cast)
    assert look_after_requests(NOW + 3 * A_DAY)["days_moved"] == 1
    task = Task.objects.get(kind=TaskKind.ANSWER_REQUEST, about_id=asked.pk)
    assert task.due_at.date().isoformat() == "2026-12-21"
    answer_question(question=made, by=cast.sana, now=NOW + 3 * A_DAY)
    assert look_after_requests(NOW + 20 * A_DAY)["days_moved"] == 0


def test_an_officer_is_reminded_once_of_each_day_that_comes_near(asked: AccessRequest, cast: Cast) -> None:
    keep_fact(request=asked, kind=Kind.HEALTH_ASKED, words="Dr Lum, about the clinic.", by=cast.sana, now=NOW)
    kinds: list[str] = []
    for day in range(0, 40):
        look_after_requests(NOW + day * A_DAY)
        new = Notice.objects.filter(user=cast.sana, about_id=asked.pk).exclude(kind__in=kinds).order_by("at").values_list("kind", flat=True)
        kinds += list(new)
    assert kinds == ["request_health_waits", "request_more_time", "request_week_left", "request_two_days_left", "request_late"]


def test_what_needs_thought_is_said_on_the_day_it_does(asked: AccessRequest, cast: Cast) -> None:
    question(asked, cast)
    assert Reminder.QUESTION_WAITS in reminders(asked, today=(NOW + 10 * A_DAY).date())
    assert Reminder.NO_ANSWER in reminders(asked, today=(NOW + 30 * A_DAY).date())
    keep_fact(request=asked, kind=Kind.HEALTH_ASKED, words="Dr Lum.", by=cast.sana, now=NOW)
    keep_fact(request=asked, kind=Kind.HEALTH_ANSWERED, by=cast.sana, now=NOW)
    assert Reminder.OPINION_OLD not in reminders(asked, today=datetime(2027, 5, 17, tzinfo=UTC).date())
    assert Reminder.OPINION_OLD in reminders(asked, today=datetime(2027, 5, 18, tzinfo=UTC).date())


def test_the_whole_sweep_looks_after_requests(asked: AccessRequest) -> None:
    done = sweep_all(AFTER_THE_LAST_DAY)
    assert done["told_we_are_late"] == 1
    assert done["told_of_overdue"] >= 1
    assert sweep_all(AFTER_THE_LAST_DAY)["told_we_are_late"] == 0
    assert asked.letters.filter(kind="late").count() == 1
