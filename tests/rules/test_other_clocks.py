"""The other clocks around a request, with the worked dates of the law; and that each says how it was reckoned."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.bank_holidays import BeyondKnownHolidaysError, Nation, is_working_day
from law.other_clocks import (
    adoption_papers,
    adoption_review,
    breach_by,
    complaint,
    earliest_opinion,
    exam_marks,
    health_opinion_holds,
    opinion_lasts_to,
    principal_reporter,
)
from law.working_time import LONDON

days = st.dates(min_value=date(2026, 6, 19), max_value=date(2028, 6, 30))


@pytest.mark.parametrize(
    ("received", "nation", "by"),
    [
        (date(2026, 11, 2), "EW", date(2026, 12, 2)),
        (date(2026, 11, 26), "EW", date(2026, 12, 29)),
        (date(2026, 12, 2), "SC", date(2027, 1, 5)),
        (date(2026, 6, 19), "EW", date(2026, 7, 20)),
    ],
)
def test_a_complaint_is_acknowledged_within_thirty_days(received: date, nation: str, by: date) -> None:
    due = complaint(received, nation)
    assert due is not None
    assert due.by == by


def test_the_duty_does_not_hold_for_a_complaint_from_before_it_began() -> None:
    assert complaint(date(2026, 6, 18), "EW") is None


def test_a_complaint_says_how_its_day_was_reckoned() -> None:
    due = complaint(date(2026, 11, 26), "EW")
    assert due is not None
    assert [str(reason) for reason in due.reasons] == [
        "We got your complaint on 26 November 2026. (DPA 2018 s 164A)",
        "26 December 2026 is a weekend day or a bank holiday, so the next working day counts. "
        "(UK GDPR Art 4A; Regulation 1182/71 Art 3(4))",
        "We must tell you that we have it by 29 December 2026: 30 days, and the day it came does not count. (DPA 2018 s 164A)",
    ]


@pytest.mark.parametrize(
    ("relied_on", "valid", "not_valid"),
    [
        (date(2026, 11, 22), date(2026, 5, 23), date(2026, 5, 22)),
        (date(2026, 8, 31), date(2026, 3, 1), date(2026, 2, 28)),
        (date(2028, 8, 31), date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_health_opinion_lives_six_months(relied_on: date, valid: date, not_valid: date) -> None:
    assert earliest_opinion(relied_on) == valid
    assert health_opinion_holds(valid, on=relied_on)
    assert not health_opinion_holds(not_valid, on=relied_on)
    assert not health_opinion_holds(relied_on + timedelta(days=1), on=relied_on)


@given(days)
def test_the_last_day_of_an_opinion_is_its_last(dated: date) -> None:
    last = opinion_lasts_to(dated)
    assert health_opinion_holds(dated, on=last)
    assert not health_opinion_holds(dated, on=last + timedelta(days=1))


@pytest.mark.parametrize(("asked", "by"), [(date(2026, 9, 1), date(2026, 9, 15)), (date(2026, 12, 11), date(2026, 12, 29))])
def test_the_principal_reporter_is_told_within_fourteen_days_and_we_work_to_the_tenth(asked: date, by: date) -> None:
    due = principal_reporter(asked)
    assert (due.by, due.work_to) == (by, asked + timedelta(days=10))
    assert "so that there is time left" in due.reasons[-1].sentence


def test_an_adoption_review_is_forty_working_days_and_its_papers_ten() -> None:
    # 2026-03-02 is a Monday; Good Friday is 3 April and Easter Monday 6 April: in England neither counts.
    assert adoption_review(date(2026, 3, 2), "EW").by == date(2026, 4, 29)
    assert adoption_papers(date(2026, 12, 18), "EW").by == date(2027, 1, 6)


def test_exam_marks_are_given_five_months_from_asking_or_forty_days_from_the_results() -> None:
    early = exam_marks(date(2026, 3, 2), "EW")
    assert early is not None
    assert early.by == date(2026, 8, 3)  # 2 August is a Sunday
    with_results = exam_marks(date(2026, 6, 1), "EW", results=date(2026, 8, 20))
    assert with_results is not None
    assert with_results.by == date(2026, 9, 29)
    assert "sooner than five months" in with_results.reasons[-1].sentence
    assert exam_marks(date(2026, 8, 21), "EW", results=date(2026, 8, 20)) is None


def test_a_breach_is_told_within_seventy_two_real_hours() -> None:
    friday = datetime(2026, 12, 25, 16, 30, tzinfo=LONDON)
    assert breach_by(friday) == datetime(2026, 12, 28, 16, 30, tzinfo=LONDON)
    before_the_clocks_change = datetime(2026, 10, 24, 12, 0, tzinfo=LONDON)
    assert breach_by(before_the_clocks_change).astimezone(UTC) - before_the_clocks_change.astimezone(UTC) == timedelta(hours=72)
    with pytest.raises(ValueError, match="time zone"):
        breach_by(friday.replace(tzinfo=None))


def test_no_day_is_given_beyond_the_bank_holidays_we_hold() -> None:
    with pytest.raises(BeyondKnownHolidaysError):
        complaint(date(2028, 12, 5), "EW")
    with pytest.raises(BeyondKnownHolidaysError):
        adoption_review(date(2028, 12, 5), "EW")


@given(days, st.sampled_from(list(Nation)))
def test_every_day_is_a_working_day_and_every_reckoning_names_its_law(day: date, nation: Nation) -> None:
    found = [complaint(day, nation), principal_reporter(day), adoption_review(day, nation), adoption_papers(day, nation)]
    for due in (*found, exam_marks(day, nation)):
        assert due is not None
        assert is_working_day(due.by, Nation.SCOTLAND if due == found[1] else nation)
        assert due.work_to <= due.by
        assert due.reasons[0].law
