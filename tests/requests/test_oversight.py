"""How requests are answered, in figures: in time or late, why, how old the open ones are; and nobody is found in them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from access_requests.figures.causes import longest, parts_of_the_way
from access_requests.figures.counted import answered
from access_requests.figures.page import figures_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, SearchAnswer, SourceSearch
from moderation.figures.quarters import Quarter
from tests.cast import NOW, Cast, sign_in

pytestmark = pytest.mark.django_db
SUMMER = Quarter(2026, 3)


def a_request_of(received: date, *, ended: date | None, number: int) -> AccessRequest:
    """One that came on a day, and was answered at noon of another or is open."""
    at = datetime(received.year, received.month, received.day, 12, tzinfo=UTC)
    end = at + (ended - received) if ended else None
    return AccessRequest.objects.create(
        reference=f"F-{number:05}", route="public_form", nation="EW", digest="0" * 64, received_on=received, sent_at=at, moved_at=end or at,
        moved_by_name="Imani Clarke", state=State.GIVEN if ended else State.SEARCHING, ended_at=end,
    )  # fmt: skip


@pytest.fixture
def a_summer() -> list[AccessRequest]:
    """Sixty that came in June and July and were answered in the quarter, a third of them late; seven old ones are open."""

    def made() -> Iterator[AccessRequest]:
        for number in range(60):
            came = date(2026, 6, 20) + timedelta(days=number % 30)
            late = number % 3 == 0
            yield a_request_of(came, ended=came + timedelta(days=45 if late else 20), number=number)
        for number in range(7):
            yield a_request_of(date(2025, 2, 3), ended=None, number=100 + number)

    return list(made())


def test_the_cause_is_the_part_that_took_longest() -> None:
    asked = date(2026, 9, 1)
    days = {"asked": asked, "identity": None, "searching": date(2026, 9, 30), "reading": date(2026, 10, 8), "giving": date(2026, 10, 20)}
    parts = parts_of_the_way(days)
    assert parts["searching"] == (asked, date(2026, 9, 30))
    assert parts["reading"] == (date(2026, 9, 30), date(2026, 10, 8))
    assert longest(parts) == "searching"
    assert longest({}) == "searching"


def test_late_is_reckoned_by_the_clock_and_its_cause_from_what_was_done(a_summer: list[AccessRequest], cast: Cast) -> None:
    late = a_summer[0]
    search = SourceSearch.objects.create(request=late, source="paper_store", added_at=late.sent_at)
    SearchAnswer.objects.create(
        search=search, outcome="nothing", searched_on=late.received_on, by_name="Imani Clarke", by_role="ig_officer",
        at=late.sent_at + timedelta(days=2),
    )  # fmt: skip
    rows = answered(SUMMER)
    assert len(rows) == 60
    assert sum(not row.in_time for row in rows) == 20
    assert {row.cause for row in rows} == {"", "giving"}  # two days of searching, forty-three until it was given
    figures = {one.slug: one for one in figures_of(SUMMER).figures}
    assert figures["answered"].together == "60"
    assert figures["in_time"].together == "67%"


def test_small_numbers_are_hidden_and_so_is_what_gives_them_away(a_summer: list[AccessRequest]) -> None:
    a_request_of(date(2025, 11, 3), ended=None, number=900)  # the only one of its age
    found = figures_of(SUMMER)
    ages = next(split for split in found.splits if split.slug == "ages")
    assert [bar.said for bar in ages.bars if bar.said != "0"] == ["too few to say", "too few to say"]
    assert figures_of(Quarter(2024, 1)).is_empty


def test_officers_see_charts_with_tables_and_keep_a_table_to_publish(a_summer: list[AccessRequest], cast: Cast, client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        tom = sign_in(client, cast.tom)
        page = tom.get(reverse("access_requests:request_figures")).content.decode()
        assert "67%" in page
        assert "Older than a year" in page
        table = tom.get(reverse("access_requests:request_figures") + "?as=csv").content.decode()
        assert "Answered in time" in table
        assert tom.get(reverse("access_requests:request_figures") + "?quarter=2026-Q4").status_code == 404  # not over
