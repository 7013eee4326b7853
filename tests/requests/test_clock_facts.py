"""The facts of a request's clock: only added, on days that can be, by those who may."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from access_requests.actions.answer_question import answer_question
from access_requests.actions.ask_question import ask_question
from access_requests.actions.extend_request import extend_request
from access_requests.actions.keep_fact import keep_fact
from access_requests.actions.owe_answer import owe_answer
from access_requests.actions.take_out_fact import take_out_fact
from access_requests.clock import Kind, clock_of, facts_of, is_late, why_in_words
from access_requests.models import AccessRequest, ClockFact
from access_requests.permissions import can, check_handles
from audit.models import AuditEvent
from law.clock import About, State
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import Task, TaskKind
from people.task_clocks import end_of
from tests.cast import NOW, Cast
from tests.factories.requests import Route, a_request

A_DAY = timedelta(days=1)
TODAY = NOW.date()  # 18 November 2026


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    return a_request(cast)


def due(request: AccessRequest, today: date = TODAY) -> date | None:
    clock = clock_of(request, today=today)
    assert clock is not None
    return clock.due


def task_of(request: AccessRequest) -> Task:
    return Task.objects.open().get(kind=TaskKind.ANSWER_REQUEST, about_id=request.pk)


def question(request: AccessRequest, cast: Cast, now: datetime = NOW, about: str = About.SCOPE) -> ClockFact:
    return ask_question(request=request, about=about, words="Do you want the years at school first?", by=cast.sana, now=now)


def test_an_answer_is_owed_by_the_day_to_work_to_and_officers_see_the_child_while_it_is(asked: AccessRequest, cast: Cast) -> None:
    assert due(asked) == date(2026, 12, 18)
    assert task_of(asked).due_at == end_of(date(2026, 12, 18))
    assert can(check_handles, cast.imani, asked, NOW), "governance officers, by the task"
    assert can(check_handles, cast.sana, asked, NOW), "the access team, because he has no worker"
    assert not can(check_handles, cast.ben, asked, NOW)


def test_a_question_about_what_they_want_stops_the_clock_until_they_answer(asked: AccessRequest, cast: Cast) -> None:
    made = question(asked, cast, NOW + A_DAY)
    clock = clock_of(asked, today=TODAY + 5 * A_DAY)
    assert clock is not None
    assert (clock.state, clock.days_not_counted) == (State.PAUSED, 5)
    assert task_of(asked).due_at == end_of(date(2026, 12, 18))
    assert [letter.about_id for letter in asked.letters.filter(kind="question")] == [made.pk]
    answer_question(question=made, on=date(2026, 11, 23), words="All of it.", by=cast.sana, now=NOW + 9 * A_DAY)
    asked.refresh_from_db()
    assert facts_of(asked).pauses[0].answered == date(2026, 11, 23), "the day it reached us, not the day it was written down"
    assert due(asked) == date(2026, 12, 23)
    assert task_of(asked).due_at == end_of(date(2026, 12, 22)), "the day to work to is the sooner reading"
    assert "5 days do not count, because we asked you what you wanted." in [step.sentence for step in why_in_words(asked, today=TODAY)]


def test_a_question_about_something_else_moves_nothing(asked: AccessRequest, cast: Cast) -> None:
    question(asked, cast, about=About.FORMAT)
    assert due(asked, TODAY + 5 * A_DAY) == date(2026, 12, 18)
    put_right = a_request(cast, child=cast.amara, right=AccessRequest.Right.RECTIFICATION)
    with pytest.raises(NotAllowed, match="not_access"):
        ask_question(request=put_right, about=About.SCOPE, words="Which?", by=cast.imani, now=NOW)


def test_a_question_asked_too_late_or_twice_stops_nothing(asked: AccessRequest, cast: Cast) -> None:
    question(asked, cast)
    with pytest.raises(NotAllowed, match="asked_already"):
        question(asked, cast)
    late = a_request(cast, child=cast.amara)
    after = datetime(2026, 12, 19, 10, tzinfo=UTC)
    assert is_late(late, today=london_day(after))
    with pytest.raises(NotAllowed, match="late"):
        ask_question(request=late, about=About.SCOPE, words="Which years?", by=cast.imani, now=after)


def test_more_time_is_told_once_in_the_first_month_and_with_reasons(asked: AccessRequest, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="no_words"):
        extend_request(request=asked, reasons=" ", by=cast.sana, now=NOW)
    last_day = datetime(2026, 12, 18, 23, 30, tzinfo=UTC)
    extend_request(request=asked, reasons="Forty boxes of paper, in three towns.", by=cast.sana, now=last_day)
    assert due(asked) == date(2027, 2, 18)
    assert task_of(asked).due_at == end_of(date(2027, 2, 18))
    with pytest.raises(NotAllowed, match="too_late"):
        extend_request(request=asked, reasons="And one more.", by=cast.sana, now=last_day)
    other = a_request(cast, child=cast.amara)
    with pytest.raises(NotAllowed, match="too_late"):
        extend_request(request=other, reasons="Forty boxes.", by=cast.imani, now=last_day + A_DAY)


def test_a_fee_starts_the_clock_when_it_is_paid(asked: AccessRequest, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="nothing_asked"):
        keep_fact(request=asked, kind=Kind.FEE_PAID, by=cast.sana, now=NOW)
    keep_fact(request=asked, kind=Kind.FEE_ASKED, words="The ninth time in a month.", by=cast.sana, now=NOW)
    clock = clock_of(asked, today=TODAY)
    assert clock is not None
    assert (clock.state, clock.due) == (State.AWAITING_FEE, None)
    keep_fact(request=asked, kind=Kind.FEE_PAID, on=date(2026, 11, 24), by=cast.sana, now=NOW + 10 * A_DAY)
    assert due(asked) == date(2026, 12, 24)
    with pytest.raises(NotAllowed, match="asked_already"):
        keep_fact(request=asked, kind=Kind.FEE_ASKED, words="Again.", by=cast.sana, now=NOW + 10 * A_DAY)


def test_the_reporter_is_scotlands_and_health_stops_nothing(asked: AccessRequest, cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="not_here"):
        keep_fact(request=asked, kind=Kind.REPORTER_ASKED, words="The Reporter, about the grounds.", by=cast.sana, now=NOW)
    with pytest.raises(NotAllowed, match="no_words"):
        keep_fact(request=asked, kind=Kind.HEALTH_ASKED, by=cast.sana, now=NOW)
    keep_fact(request=asked, kind=Kind.HEALTH_ASKED, words="Dr Lum, about the clinic letters.", by=cast.sana, now=NOW)
    answered = keep_fact(request=asked, kind=Kind.HEALTH_ANSWERED, by=cast.sana, now=NOW + A_DAY)
    assert answered.answers is not None
    assert due(asked) == date(2026, 12, 18)


def test_a_fact_that_was_wrong_is_taken_out_and_stays_to_be_seen(asked: AccessRequest, cast: Cast) -> None:
    made = question(asked, cast)
    take_out_fact(fact=made, why="It went to the wrong request.", by=cast.sana, now=NOW + A_DAY)
    assert due(asked, TODAY + 9 * A_DAY) == date(2026, 12, 18)
    assert ClockFact.objects.filter(request=asked).count() == 2
    with pytest.raises(NotAllowed, match="out_already"):
        take_out_fact(fact=made, why="Again.", by=cast.sana, now=NOW + A_DAY)
    with pytest.raises(NotAllowed, match="out_already"):
        take_out_fact(fact=ClockFact.objects.get(kind=Kind.TAKEN_OUT), why="That too.", by=cast.sana, now=NOW)


@pytest.mark.need("R92")
@pytest.mark.parametrize(("on", "said"), [(TODAY + A_DAY, "not_yet"), (TODAY - A_DAY, "too_early")])
def test_a_day_that_cannot_be_is_refused(asked: AccessRequest, cast: Cast, on: date, said: str) -> None:
    with pytest.raises(NotAllowed, match=said):
        keep_fact(request=asked, kind=Kind.HEALTH_ASKED, words="Dr Lum.", on=on, by=cast.sana, now=NOW)


def test_nobody_else_moves_a_clock(asked: AccessRequest, cast: Cast) -> None:
    made = question(asked, cast)
    handlers = {cast.sana.pk, cast.imani.pk}
    before = ClockFact.objects.count()
    for user in cast.users:
        if user.pk in handlers:
            continue
        tries: list[tuple[Any, dict[str, Any]]] = [
            (ask_question, {"request": asked, "about": About.OTHER, "words": "Why?"}),
            (extend_request, {"request": asked, "reasons": "Why?"}),
            (keep_fact, {"request": asked, "kind": Kind.FEE_ASKED, "words": "Why?"}),
            (take_out_fact, {"fact": made, "why": "Why?"}),
        ]
        if user.pk != asked.requester_id:  # who asked may answer
            tries.append((answer_question, {"question": made}))
        for verb, given in tries:
            with pytest.raises(NotAllowed):
                verb(**given, by=user, now=NOW)
    assert ClockFact.objects.count() == before


def test_whoever_asked_answers_themselves_and_the_day_is_londons(asked: AccessRequest, cast: Cast) -> None:
    made = question(asked, cast)
    assert cast.idris.user
    answer_question(question=made, by=cast.idris.user, now=datetime(2026, 11, 25, 23, 30, tzinfo=UTC))
    assert facts_of(asked).pauses[0].answered == date(2026, 11, 25)
    with pytest.raises(NotAllowed, match="answered"):
        answer_question(question=made, by=cast.idris.user, now=NOW + 9 * A_DAY)


def test_before_a_record_is_known_nothing_is_owed_about_a_child(cast: Cast) -> None:
    unmatched = a_request(cast, route=Route.PUBLIC_FORM)
    assert owe_answer(request=unmatched, by=cast.sana.who(NOW), now=NOW) is None
    assert due(unmatched) == date(2026, 12, 18), "its clock runs all the same"


def test_what_moves_the_clock_stands_in_the_audit_of_the_person_and_says_no_word_of_it(asked: AccessRequest, cast: Cast) -> None:
    question(asked, cast)
    row = AuditEvent.objects.get(event="request_question_asked")
    assert (row.child, row.facts) == (cast.idris.pk, {"kind": "question_asked"})
