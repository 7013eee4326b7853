"""The council's names and hours, as data and as words."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from cms import queries
from cms.hours_words import clock_in_words, days_in_words, hours_in_words
from cms.models import ServiceSettings
from law.working_time import StaffedHours


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((0, 1, 2, 3, 4), "Monday to Friday"),
        ((0, 2, 4), "Monday, Wednesday and Friday"),
        ((5, 6), "Saturday and Sunday"),
        ((3,), "Thursday"),
        ((4, 3, 2), "Wednesday to Friday"),
        ((), ""),
    ],
)
def test_days_are_said_as_people_say_them(days: tuple[int, ...], said: str) -> None:
    assert days_in_words(days) == said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(9), "9am"),
        (time(9, 30), "9:30am"),
        (time(12), "12 noon"),
        (time(17), "5pm"),
        (time(0, 15), "12:15am"),
        (time(12, 45), "12:45pm"),
    ],
)
def test_times_are_said_as_people_say_them(clock: time, said: str) -> None:
    assert clock_in_words(clock) == said


def test_hours_are_one_phrase() -> None:
    assert hours_in_words((0, 1, 2, 3, 4), time(9), time(17)) == "Monday to Friday, 9am to 5pm"


@pytest.mark.database
@pytest.mark.django_db
class TestSettings:
    def test_a_new_installation_is_staffed_monday_to_friday_nine_to_five(self, django_assert_num_queries) -> None:
        with django_assert_num_queries(1):
            council = queries.this_council()
        assert (council.hours.days, council.hours.opens, council.hours.closes) == ((0, 1, 2, 3, 4), time(9), time(17))
        assert council.hours.in_words == "Monday to Friday, 9am to 5pm"

    def test_the_hours_fit_the_rules_for_working_time(self) -> None:
        hours = queries.staffed_hours()
        assert StaffedHours(frozenset(hours.days), hours.opens, hours.closes) == StaffedHours()

    def test_names_come_from_the_installation_until_an_editor_gives_them(self, settings) -> None:
        settings.SERVICE_NAME, settings.COUNCIL_NAME = "My life", "Northmoor Council"
        assert (queries.service_name(), queries.council_name()) == ("My life", "Northmoor Council")
        ServiceSettings.objects.update(service_name="Fy stori", council_name="Cyngor y Gogledd")
        assert (queries.service_name(), queries.council_name()) == ("Fy stori", "Cyngor y Gogledd")

    def test_without_any_row_there_are_still_hours(self) -> None:
        ServiceSettings.objects.all().delete()
        assert queries.staffed_hours() == queries.Hours()

    def test_hours_that_never_open_are_refused_with_what_to_do(self) -> None:
        row = ServiceSettings(
            opens=time(17), closes=time(9), **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), False)
        )
        with pytest.raises(ValidationError, match="Tick at least one day"):
            row.full_clean()
        row.monday = True
        with pytest.raises(ValidationError, match="Give a time after the opening time"):
            row.full_clean()

    def test_the_database_refuses_hours_that_close_before_they_open(self) -> None:
        with pytest.raises(IntegrityError):
            ServiceSettings.objects.update(opens=time(17), closes=time(9))
