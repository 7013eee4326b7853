"""Clocks at the edges: years whose bank holidays we do not hold, changes of the clocks, midnight, leap days, the last of the year."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse

from law.working_time import LONDON, StaffedHours, next_opening, next_staffed, urgent_due
from official_file.actions.say_this_is_wrong import say_this_is_wrong
from people.actions.ask_to_talk import ask_to_talk
from people.models import Child, Task, TaskKind
from people.task_clocks import WORKING_DAYS, due_for
from portal.queries.lateness import lateness
from stories.models import Contribution
from tests.cast import Cast, sign_in
from tests.factories.contributions import a_sent
from tests.factories.entries import an_entry

HOURS = StaffedHours()
AFTER_THE_LAST_YEAR = datetime(2031, 3, 5, 10, 0, tzinfo=UTC)  # a Wednesday; we hold bank holidays to 2028
LAST_DAYS = datetime(2028, 12, 28, 10, 0, tzinfo=UTC)


def moment(text: str) -> datetime:
    """A time on the council's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


# --- years beyond those we hold -----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted({*WORKING_DAYS, TaskKind.ENTRY_IS_WRONG}))
@pytest.mark.parametrize("at", [LAST_DAYS, AFTER_THE_LAST_YEAR])
def test_every_clock_of_a_task_runs_in_any_year(kind: TaskKind, at: datetime) -> None:
    """A young person must not be told that something broke because a list of holidays is old: then weekdays count, which is sooner."""
    for nation in ("EW", "SC", "NI"):
        due = due_for(kind, at, nation)
        assert at < due < at + timedelta(days=45)
        assert due.astimezone(LONDON).weekday() < 5


def test_how_late_something_is_can_be_said_in_any_year() -> None:
    assert lateness(AFTER_THE_LAST_YEAR, AFTER_THE_LAST_YEAR + timedelta(days=7)).text == "five working days late"
    assert lateness(LAST_DAYS, AFTER_THE_LAST_YEAR).text == "more than a year late"


@pytest.mark.django_db
@pytest.mark.parametrize("at", [LAST_DAYS, AFTER_THE_LAST_YEAR])
def test_everything_can_be_sent_and_asked_when_the_list_of_holidays_is_old(client: Client, cast: Cast, at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        home = an_entry(cast.amara, "home", date(2020, 1, 8), facts={"place": "U4"}, at=at)
        a_sent(cast.amara, now=at)
        a_sent(cast.amara, now=at, urgent=True)
        ask_to_talk(child=cast.amara, about_type="entry", about_id=home.pk, by=cast.amara.user, now=at)
        say_this_is_wrong(child=cast.amara, entry=home, by=cast.amara.user, now=at)
        amara, ben = sign_in(client, cast.amara.user), sign_in(Client(), cast.ben)
        for reader, name in ((amara, "home"), (amara, "answers"), (ben, "desk")):
            assert reader.get(reverse(f"portal:{name}")).status_code == 200, name
        assert amara.get(reverse("stories:list")).status_code == 200
        assert ben.get(reverse("moderation:queue")).status_code == 200
    with time_machine.travel(at + timedelta(days=30), tick=False):
        assert sign_in(Client(), cast.ben).get(reverse("portal:desk")).status_code == 200
        assert sign_in(Client(), cast.amara.user).get(reverse("portal:answers")).status_code == 200


@pytest.mark.django_db
def test_the_operator_is_told_before_the_list_of_holidays_ends() -> None:
    """Half a year is time enough for an update."""
    with time_machine.travel(datetime(2028, 8, 1, tzinfo=UTC)):
        assert "ownstory.W003" in {message.id for message in run_checks()}
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=UTC)):
        assert "ownstory.W003" not in {message.id for message in run_checks()}


# --- the clocks change --------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["2027-03-26 18:00", "2027-03-28 00:59", "2026-10-24 12:00", "2026-10-25 01:30"])
def test_monday_begins_at_nine_on_the_councils_clock_whichever_way_the_clocks_go(before: str) -> None:
    opens = next_staffed(moment(before), HOURS)
    assert (opens.hour, opens.minute, opens.weekday()) == (9, 0, 0)
    assert opens.astimezone(UTC).hour == (8 if opens.dst() else 9)


@pytest.mark.parametrize(
    ("shared", "opens"),
    [
        ("2026-11-20 11:59:59", "2026-11-20 11:59:59"),  # the last second before Friday noon
        ("2026-11-20 12:00:00", "2026-11-23 09:00:00"),
        ("2026-11-20 17:00:00", "2026-11-23 09:00:00"),
        ("2026-11-19 16:59:59", "2026-11-19 16:59:59"),
        ("2026-11-19 17:00:00", "2026-11-20 09:00:00"),
        ("2026-03-27 12:00:00", "2026-03-30 09:00:00"),  # over the change of the clocks
    ],
)
def test_nothing_new_opens_from_friday_noon(shared: str, opens: str) -> None:
    assert next_opening(moment(shared), HOURS) == moment(opens)


def test_an_urgent_message_in_the_last_minute_is_due_in_the_next_hours() -> None:
    assert urgent_due(moment("2026-11-20 16:59"), HOURS) == moment("2026-11-23 09:59")
    assert urgent_due(moment("2026-11-20 17:00"), HOURS) == moment("2026-11-23 09:00")


# --- days ---------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_half_past_midnight_in_summer_is_that_day_and_not_the_one_before(cast: Cast) -> None:
    """In UTC it is still yesterday: a day in law is a local day."""
    at = moment("2027-07-01 00:30")
    sent = a_sent(cast.amara, now=at)
    task = Task.objects.get(about_id=sent.pk)
    assert task.due_at == moment("2027-07-06 17:00")  # the third working day after Thursday 1 July
    assert Contribution.objects.get(pk=sent.pk).sent_at == at


@pytest.mark.parametrize(("born", "day", "age"), [("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18)])
def test_somebody_born_on_a_leap_day_is_a_year_older_on_the_first_of_march(born: str, day: str, age: int) -> None:
    """Family Law Reform Act 1969 s. 9: at the beginning of the day of the anniversary; with no such day, the next."""
    assert Child(date_of_birth=date.fromisoformat(born)).age_on(date.fromisoformat(day)) == age


@pytest.mark.django_db
@pytest.mark.parametrize("at", ["2026-12-31 23:59", "2027-01-01 00:00", "2028-02-29 12:00", "2027-03-28 01:30", "2026-10-25 01:30"])
def test_the_first_pages_stand_at_every_odd_moment(client: Client, cast: Cast, at: str) -> None:
    now = moment(at)
    with time_machine.travel(now, tick=False):
        an_entry(cast.amara, "home", date(2012, 2, 29), facts={"place": "U4"}, at=now)
        a_sent(cast.amara, now=now, urgent=True)
        amara = sign_in(client, cast.amara.user)
        for url in ("/", reverse("portal:my_story"), reverse("stories:list"), reverse("portal:who_has_looked"), reverse("stories:worried")):
            assert amara.get(url).status_code == 200, url
