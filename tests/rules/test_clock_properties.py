"""What must hold of the clock for every day, every question and every nation; and whose day a moment falls on."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.bank_holidays import Nation, is_working_day
from law.clock import About, Clock, Extension, Facts, Pause, Right, State, request_clock
from law.clock_reasons import reasons
from law.working_time import LONDON, london_day

days = st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 2, 28))
nations = st.sampled_from(list(Nation))
spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=4)


def clock(received: date, given: list[tuple[int, int]], nation: str, *, identity: int = 0, extended: int | None = None) -> Clock:
    """The clock of a request with these questions: so many days after it came, and so many days open."""
    pauses = tuple(Pause(received + timedelta(days=start), received + timedelta(days=start + open_)) for start, open_ in given)
    facts = Facts(
        received=received,
        identity_asked=identity > 0,
        identity_received=received + timedelta(days=identity) if identity else None,
        pauses=pauses,
        extension=Extension(received + timedelta(days=extended), "forty boxes of paper") if extended is not None else None,
    )
    return request_clock(facts, nation=nation, today=received)


@given(days, spans, nations, st.integers(0, 30), st.none() | st.integers(0, 60))
def test_no_day_is_ever_one_on_which_nobody_works(
    received: date, given: list[tuple[int, int]], nation: Nation, identity: int, extended: int | None
) -> None:
    found = clock(received, given, nation, identity=identity, extended=extended)
    for day in (found.due, found.due_cautious, found.extension_notice_by):
        assert day is not None
        assert is_working_day(day, nation)
    assert found.due is not None
    assert found.due_cautious is not None
    assert found.counted_to is not None
    assert found.counted_to <= found.due
    assert found.due_cautious <= found.due


@given(days, spans, st.tuples(st.integers(0, 40), st.integers(0, 20)), nations, st.none() | st.integers(0, 60))
def test_another_question_never_makes_the_day_sooner(
    received: date, given: list[tuple[int, int]], one_more: tuple[int, int], nation: Nation, extended: int | None
) -> None:
    before, after = clock(received, given, nation, extended=extended), clock(received, [*given, one_more], nation, extended=extended)
    assert before.due is not None
    assert after.due is not None
    assert before.due_cautious is not None
    assert after.due_cautious is not None
    assert before.due <= after.due
    assert before.due_cautious <= after.due_cautious


@given(days, st.integers(1, 60), st.lists(st.integers(0, 15), max_size=3), nations)
def test_what_came_later_is_never_due_sooner(received: date, later: int, opened: list[int], nation: Nation) -> None:
    """The same questions on the same days, all after both had come."""
    asked = received + timedelta(days=61)
    pauses = tuple(Pause(asked, asked + timedelta(days=length)) for length in opened)
    first, second = (
        request_clock(Facts(received=day, pauses=pauses), nation=nation, today=day) for day in (received, received + timedelta(days=later))
    )
    assert first.due is not None
    assert second.due is not None
    assert first.due <= second.due


@given(days, spans, nations, st.sampled_from([About.FORMAT, About.IDENTITY, About.OTHER]))
def test_only_a_question_about_what_is_wanted_moves_the_day(
    received: date, given: list[tuple[int, int]], nation: Nation, about: About
) -> None:
    pauses = tuple(Pause(received + timedelta(days=start), received + timedelta(days=start + length), about) for start, length in given)
    plain = request_clock(Facts(received), nation=nation, today=received)
    assert request_clock(Facts(received, pauses=pauses), nation=nation, today=received).due == plain.due
    scope = tuple(Pause(pause.asked, pause.answered) for pause in pauses)
    wrong = Facts(received, right=Right.RECTIFICATION, pauses=scope)
    assert request_clock(wrong, nation=nation, today=received).due == plain.due


@given(days, spans, nations, st.integers(0, 20), st.none() | st.integers(0, 60))
def test_every_step_is_said_and_all_but_our_own_choice_with_its_law(
    received: date, given: list[tuple[int, int]], nation: Nation, identity: int, extended: int | None
) -> None:
    found = clock(received, given, nation, identity=identity, extended=extended)
    said = reasons(found)
    assert all("{" not in step.sentence for step in said)
    without_law = [step for step in said if not step.law]
    assert len(without_law) == (found.due != found.due_cautious)
    assert str(said[0]).endswith("(UK GDPR Art 12A(2))")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),  # the clocks go forward at 1am
        (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), date(2026, 3, 30)),  # midnight in London an hour before midnight UTC
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),  # the first half past one of that night
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)),  # and the second
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),  # UTC and London agree again
    ],
)
def test_a_day_is_a_day_in_london_at_the_hour_the_clocks_change(moment: datetime, day: date) -> None:
    assert london_day(moment) == day


@given(st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 12, 31), timezones=st.just(UTC)))
def test_a_later_moment_is_never_on_an_earlier_day(moment: datetime) -> None:
    assert london_day(moment) <= london_day(moment + timedelta(minutes=1))
    assert london_day(moment) == moment.astimezone(LONDON).date()


def test_waiting_for_a_fee_there_is_no_day() -> None:
    waiting = request_clock(Facts(received=date(2026, 9, 1), fee_asked=True), nation="EW", today=date(2026, 9, 2))
    assert (waiting.state, waiting.due) == (State.AWAITING_FEE, None)
    assert reasons(waiting)[-1].sentence == "The time starts when the fee is paid."
