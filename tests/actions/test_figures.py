"""Figures of a quarter: counted from fields that are always filled, told without telling of anybody."""

import json
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from moderation.actions.file_words import file_words
from moderation.actions.reply import reply
from moderation.figures.counted import NO_TEAM, Teams, answered, corrections, reviews, with_own_words, written
from moderation.figures.page import figures_of
from moderation.figures.quarters import Quarter, latest, named, quarter_of
from official_file.models import Meeting
from people.models import Relationship
from tests.cast import LONG_AGO, Cast, sign_in, young_person
from tests.factories.contributions import a_reading, a_sent, an_entry

pytestmark = pytest.mark.django_db
SUMMER = Quarter(2026, 3)
IN_SUMMER = datetime(2026, 7, 6, 10, 0, tzinfo=UTC)  # a Monday
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def test_a_quarter_begins_and_ends_by_the_clock_of_the_country() -> None:
    """The summer clock, an hour ahead of UTC."""
    assert SUMMER.begins == datetime(2026, 6, 30, 23, 0, tzinfo=UTC)
    assert Quarter(2026, 4).next == Quarter(2027, 1) == quarter_of(date(2027, 3, 31))
    assert [one.name for one in latest(date(2026, 11, 18))] == ["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"]


@pytest.mark.parametrize("name", ["2026-Q4", "2026-Q5", "2026", "0000-Q1", "x-Q1", "", "2026-Q1-Q2"])
def test_a_quarter_that_is_not_over_is_none(name: str) -> None:
    """Two windows that overlap could be taken from one another, so there is never half a quarter."""
    assert named(name, date(2026, 11, 18)) is None


def test_answers_are_counted_once_with_their_days_and_whether_they_were_in_time(cast: Cast) -> None:
    """The first answer counts, in the quarter it was given."""
    quick, slow, late = (a_sent(cast.amara, now=IN_SUMMER) for _ in range(3))
    reply(contribution=quick, text="Thank you.", by=cast.ben, now=IN_SUMMER + timedelta(days=1))
    reply(contribution=quick, text="Again.", by=cast.ben, now=IN_SUMMER + timedelta(days=2))
    reply(contribution=slow, text="Sorry.", by=cast.ben, now=IN_SUMMER + timedelta(days=10))
    reply(contribution=late, text="Sorry.", by=cast.ben, now=NOW)
    assert sorted(answered(SUMMER)) == [(cast.amara.pk, 1, True), (cast.amara.pk, 10, False)]
    assert [days for _child, days, _in_time in answered(quarter_of(NOW.date()))] == [(NOW - IN_SUMMER).days]


def test_a_child_counts_with_the_team_that_works_with_them(cast: Cast) -> None:
    """And with nobody's where there is no worker."""
    teams = Teams(SUMMER.ends)
    assert (teams.of(cast.amara.pk), teams.of(cast.noor.pk), teams.of(cast.idris.pk)) == ("East", "West", NO_TEAM)
    assert teams.count([cast.amara.pk, cast.amara.pk, cast.idris.pk]) == {"East": 2, "West": 0, NO_TEAM: 1}


def test_own_words_count_once_they_are_in_the_file(cast: Cast) -> None:
    """Of every child with a record; and of everything that was written."""
    an_entry(cast.noor)
    sent = a_sent(cast.amara, now=IN_SUMMER)
    file_words(reading=a_reading(sent, cast.ben, IN_SUMMER), reply="Thank you.", note="", by=cast.ben, now=IN_SUMMER)
    assert dict(with_own_words(SUMMER)) == {cast.amara.pk: True}
    assert dict(with_own_words(Quarter(2026, 4))) == {cast.amara.pk: True, cast.noor.pk: False}
    assert list(written(SUMMER)) == [(cast.amara.pk, True)]


def test_reviews_wait_for_their_summary_and_corrections_for_their_answer(cast: Cast) -> None:
    """A review that was cancelled is none."""
    for day, cancelled in ((date(2026, 7, 7), None), (date(2026, 8, 7), IN_SUMMER)):
        Meeting.objects.create(child=cast.amara, kind="review", on=day, made_at=IN_SUMMER, cancelled_at=cancelled)
    assert list(reviews(SUMMER)) == [(cast.amara.pk, None)]
    a_sent(cast.amara, now=IN_SUMMER, about=an_entry(cast.amara), kind="wrong")
    assert list(corrections(SUMMER)) == [(cast.amara.pk, False)]


@pytest.mark.need("R58")
@pytest.mark.need("R93")
def test_a_manager_reads_them_by_team_and_no_small_number_is_among_them(cast: Cast, client: Client) -> None:
    """Six children of one team were answered, one of the other: its number is nowhere, and no sum gives it away."""
    for number in range(6):
        child = young_person(f"Child {number}", date(2012, 1, 1), key=f"91000{number}")
        Relationship.objects.create(child=child, user=cast.ben, role="social_worker", starts=LONG_AGO)
        reply(contribution=a_sent(child, now=IN_SUMMER), text="Thank you.", by=cast.ben, now=IN_SUMMER)
    reply(contribution=a_sent(cast.noor, now=IN_SUMMER), text="Thank you.", by=cast.dev, now=IN_SUMMER)
    found = {one.slug: one for one in figures_of(SUMMER).figures}
    assert found["answered"].told.by == {"East": None, "West": None, NO_TEAM: 0}
    assert found["answered"].told.together == 7
    assert found["flags"].told.together == 0
    assert found["in_time"].told.by == {"East": None, "West": None}
    with time_machine.travel(NOW, tick=False):
        sign_in(client, cast.joan)
        page = client.get("/work/figures/")
        table = client.get("/work/figures/?as=csv")
        assert client.get("/work/figures/?quarter=2026-Q4").status_code == 404
    assert page.status_code == 200
    assert "too few to say" in page.content.decode()
    assert table.content.decode().splitlines()[1] == "Young people's words answered,too few to say,too few to say,0,7"


def test_an_empty_quarter_says_so(cast: Cast, client: Client) -> None:
    """Nothing to count is no error."""
    with time_machine.travel(NOW, tick=False):
        sign_in(client, cast.imani)
        page = client.get("/work/figures/?quarter=2026-Q1")
    assert "Nobody has explained a blank yet." in page.content.decode()
    assert "too few to say" not in page.content.decode()


def test_the_command_gives_them_to_publish(cast: Cast) -> None:
    """As JSON, with nothing but what the page tells."""
    out = StringIO()
    with time_machine.travel(NOW, tick=False):
        call_command("figures", "--quarter", "2026-Q3", "--json", stdout=out, stderr=StringIO())
        with pytest.raises(CommandError, match="is not a quarter that is over"):
            call_command("figures", "--quarter", "2026-Q4")
    said = json.loads(out.getvalue())
    assert said["quarter"] == "2026-Q3"
    assert said["figures"]["answered"] == {
        "title": "Young people's words answered",
        "unit": "count",
        "by": {"East": 0, "West": 0, "": 0},
        "together": 0,
    }
