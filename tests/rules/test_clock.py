"""The clock of a request: worked dates, and properties that must hold for every date."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.bank_holidays import BeyondKnownHolidaysError, Nation, is_working_day
from law.clock import About, Clock, Extension, Facts, Pause, Right, State, explain, rectification_due, request_clock

DATA = Path(__file__).parent / "data" / "sar_clock_vectors.json"
VECTORS = json.loads(DATA.read_text(encoding="utf-8"))
SHARED = Path(__file__).parents[3] / "shared" / "law" / "sar_clock_vectors.json"
TODAY = date(2026, 11, 22)

days = st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 6, 30))
nations = st.sampled_from(list(Nation))


def clock_of(vector: dict[str, Any]) -> Clock:
    """The clock of one worked example."""
    identity, fee = vector.get("id_received"), vector.get("fee_paid")
    received = date.fromisoformat(vector["received"])
    facts = Facts(
        received=received,
        identity_asked=bool(identity),
        identity_received=date.fromisoformat(identity) if identity else None,
        fee_paid=date.fromisoformat(fee) if fee else None,
        pauses=tuple(Pause(date.fromisoformat(asked), date.fromisoformat(answered)) for asked, answered in vector.get("pauses", [])),
        extension=Extension(received, "a great many files") if vector.get("extended") else None,
    )
    return request_clock(facts, nation=vector["j"], today=TODAY)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_a_worked_date_comes_out_as_worked(vector: dict[str, Any]) -> None:
    clock = clock_of(vector)
    assert clock.due is not None
    assert clock.due_cautious is not None
    assert clock.due.isoformat() == vector["due"], vector["why"]
    assert clock.due_cautious.isoformat() == vector["due_cautious"], vector["why"]
    if "extension_notice_by" in vector:
        assert clock.extension_notice_by is not None
        assert clock.extension_notice_by.isoformat() == vector["extension_notice_by"]


@pytest.mark.skipif(not SHARED.exists(), reason="the source of the worked dates is not beside this repository")
def test_our_copy_of_the_worked_dates_is_the_whole_of_them() -> None:
    assert json.loads(SHARED.read_text(encoding="utf-8")) == VECTORS


def test_a_question_about_format_does_not_move_the_date() -> None:
    asked = Facts(received=date(2026, 9, 2), pauses=(Pause(date(2026, 9, 7), date(2026, 9, 10), About.FORMAT),))
    assert request_clock(asked, nation="EW", today=TODAY).due == date(2026, 10, 2)


def test_a_question_does_not_move_the_date_of_a_rectification() -> None:
    asked = Facts(received=date(2026, 9, 2), right=Right.RECTIFICATION, pauses=(Pause(date(2026, 9, 7), date(2026, 9, 10)),))
    clock = request_clock(asked, nation="EW", today=TODAY)
    assert clock.due == clock.due_cautious == rectification_due(date(2026, 9, 2), "EW") == date(2026, 10, 2)


def test_waiting_for_identity_there_is_no_date_and_the_person_is_told_so() -> None:
    clock = request_clock(Facts(received=date(2026, 9, 1), identity_asked=True), nation="EW", today=TODAY)
    assert (clock.state, clock.due) == (State.AWAITING_IDENTITY, None)
    assert explain(clock)[-1] == "The time starts when you have shown us who you are."


def test_an_open_question_pauses_the_clock_and_shows_what_answering_today_would_mean() -> None:
    facts = Facts(received=date(2026, 11, 2), pauses=(Pause(date(2026, 11, 20)),))
    clock = request_clock(facts, nation="EW", today=TODAY)
    assert (clock.state, clock.days_not_counted, clock.due) == (State.PAUSED, 3, date(2026, 12, 7))
    assert explain(clock)[-1] == "If you answer today, we must reply by 7 December 2026."


def test_an_extension_sent_in_time_with_reasons_counts() -> None:
    facts = Facts(received=date(2026, 9, 1), extension=Extension(date(2026, 10, 1), "forty boxes of paper"))
    assert request_clock(facts, nation="EW", today=TODAY).due == date(2026, 12, 1)


@pytest.mark.parametrize("extension", [Extension(date(2026, 10, 2), "forty boxes of paper"), Extension(date(2026, 9, 20), "  ")])
def test_an_extension_sent_late_or_without_reasons_extends_nothing(extension: Extension) -> None:
    clock = request_clock(Facts(received=date(2026, 9, 1), extension=extension), nation="EW", today=TODAY)
    assert not clock.extended
    assert clock.due == date(2026, 10, 1)
    assert "the first date stands" in " ".join(explain(clock))


def test_the_due_date_is_explained_in_sentences() -> None:
    facts = Facts(
        received=date(2026, 9, 1),
        identity_asked=True,
        identity_received=date(2026, 9, 10),
        pauses=(Pause(date(2026, 9, 14), date(2026, 9, 16)),),
    )
    assert explain(request_clock(facts, nation="EW", today=TODAY)) == (
        "We got your request on 1 September 2026.",
        "The time started on 10 September 2026, when we had all we needed from you.",
        "3 days do not count, because we asked you what you wanted.",
        "We must reply by 13 October 2026.",
    )


def test_no_date_is_given_beyond_the_bank_holidays_we_hold() -> None:
    with pytest.raises(BeyondKnownHolidaysError):
        rectification_due(date(2028, 12, 5), "EW")


@given(days, nations)
def test_a_due_date_is_a_working_day_between_four_and_six_weeks_after_receipt(received: date, nation: Nation) -> None:
    due = rectification_due(received, nation)
    assert is_working_day(due, nation)
    assert timedelta(days=28) <= due - received <= timedelta(days=37)


@given(days, days, nations)
def test_a_later_request_is_never_due_earlier(one: date, other: date, nation: Nation) -> None:
    first, second = sorted((one, other))
    assert rectification_due(first, nation) <= rectification_due(second, nation)


@given(days, nations, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=4))
def test_the_cautious_date_is_never_later_than_the_date_in_law(received: date, nation: Nation, spans: list[tuple[int, int]]) -> None:
    pauses = tuple(Pause(received + timedelta(days=start), received + timedelta(days=start + length)) for start, length in spans)
    plain = request_clock(Facts(received), nation=nation, today=received)
    paused = request_clock(Facts(received, pauses=pauses), nation=nation, today=received)
    assert plain.due is not None
    assert paused.due is not None
    assert paused.due_cautious is not None
    assert plain.due <= paused.due_cautious <= paused.due
