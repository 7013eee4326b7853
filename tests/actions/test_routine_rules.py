"""Rules for everyday kinds: numbered, never stronger than the table, and what is open stays open."""

from datetime import UTC, date, datetime, timedelta

import pytest

from official_file.actions.make_routine_rule import make_routine_rule
from official_file.models import Entry, EntryNow, RoutineRule
from official_file.models.now import State
from official_file.projection import rebuild
from official_file.routine import Effect, effect_of
from official_file.routine_rules import Held, opens_under, routine_kinds
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry, now_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

WHY = "Moves are told in person here."
HOME = {"place": "U4", "provider": "PR1", "rne": "P"}
LAST_WEEK, LONG_AGO = date(2026, 11, 9), date(2026, 1, 5)


def opens(entry: Entry) -> date | None:
    """The day it opens by rule."""
    at = now_of(entry).opens_at
    return at.date() if at else None


def test_a_rule_moves_what_is_not_open_yet_of_its_kind_alone(cast: Cast) -> None:
    home = an_entry(cast.amara, "home", LAST_WEEK, facts=HOME)
    review = an_entry(cast.amara, "review_held", LAST_WEEK, facts={"code": "PN1"})
    before = opens(review)
    made = make_routine_rule(kind="home", days=30, reason=WHY, by=cast.joan, now=NOW)
    assert (made.number, made.by_name, made.by_role) == (1, "Joan Mills", "team_manager")
    assert (opens(home), opens(review)) == (date(2026, 12, 9), before)
    assert make_routine_rule(kind="home", days=40, reason=WHY, by=cast.joan, now=NOW + timedelta(hours=1)).number == 2
    assert opens(home) == date(2026, 12, 21), "the newest counts: 19 December is a Saturday"


def test_what_opened_by_an_earlier_rule_stays_open_also_when_all_is_made_anew(cast: Cast) -> None:
    home = an_entry(cast.amara, "home", LONG_AGO, facts=HOME)
    was = now_of(home).opens_at
    assert was
    assert was < NOW
    make_routine_rule(kind="home", days=None, reason=WHY, by=cast.joan, now=NOW)
    rebuild([home])
    assert (now_of(home).opens_at, now_of(home).state) == (was, State.BY_RULE)


def test_only_a_worker_opens_what_comes_in_after_such_a_rule(cast: Cast) -> None:
    before = an_entry(cast.amara, "home", LAST_WEEK, facts=HOME)
    make_routine_rule(kind="home", days=None, reason=WHY, by=cast.joan, now=NOW)
    after = an_entry(cast.amara, "home", LONG_AGO, facts=HOME, at=NOW + timedelta(days=1))
    assert [now_of(one).state for one in (before, after)] == [State.WAITING, State.WAITING]
    make_routine_rule(kind="home", days=0, reason=WHY, by=cast.joan, now=NOW + timedelta(days=2))
    assert [now_of(one).state for one in (before, after)] == [State.BY_RULE, State.BY_RULE]


@pytest.mark.parametrize(
    ("kind", "facts", "more"),
    [
        ("home", {"place": "A5"}, {}),  # adoption
        ("left_care", {"code": "E2"}, {}),  # a death
        ("home", {"place": "K1"}, {"sensitivity": 2}),  # a secure home
    ],
)
def test_no_rule_opens_more_than_the_table_allows(cast: Cast, kind: str, facts: dict[str, str], more: dict[str, int]) -> None:
    make_routine_rule(kind=kind, days=0, reason=WHY, by=cast.joan, now=NOW)
    entry = an_entry(cast.amara, kind, LONG_AGO, facts=facts, at=NOW + timedelta(days=1), **more)
    assert opens(entry) is None


def test_no_rule_can_be_made_for_what_a_worker_has_to_read() -> None:
    kinds = set(routine_kinds())
    assert {"home", "legal_status", "review_held", "worker_period", "service"} <= kinds
    assert not kinds & {
        "visit",
        "note",
        "why_letter",
        "document",
        "health_check",
        "reason_for_care",
        "move_reason",
        "adoption",
        "own_words",
    }


@pytest.mark.parametrize(
    ("given", "by", "code"),
    [
        ({"kind": "visit", "days": 3, "reason": WHY}, "joan", "no_such_kind"),
        ({"kind": "home", "days": -1, "reason": WHY}, "joan", "days"),
        ({"kind": "home", "days": 30, "reason": " "}, "joan", "no_reason"),
        ({"kind": "home", "days": 30, "reason": WHY}, "ben", "not_your_role"),
    ],
)
def test_a_rule_needs_a_manager_a_reason_and_days_that_are_some(cast: Cast, given: dict[str, object], by: str, code: str) -> None:
    with pytest.raises(NotAllowed, check=lambda refusal: refusal.code == code):
        make_routine_rule(by=getattr(cast, by), now=NOW, **given)
    assert not RoutineRule.objects.exists()


def test_what_a_rule_would_change_is_counted_and_not_done(cast: Cast) -> None:
    home = an_entry(cast.amara, "home", LAST_WEEK, facts=HOME)
    an_entry(cast.amara, "home", LONG_AGO, facts=HOME)  # open already: nothing changes it
    before = EntryNow.objects.get(pk=home.pk).opens_at
    assert effect_of("home", 10, NOW) == Effect(sooner=1)
    assert effect_of("home", 400, NOW) == Effect(later=1)
    assert effect_of("home", None, NOW) == Effect(by_worker=1)
    assert effect_of("home", 90, NOW) == Effect(same=1)
    assert now_of(home).opens_at == before


def test_rules_are_followed_in_the_order_they_were_made() -> None:
    """Open under the first before the second was made: the second and later ones change nothing."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    rules = [Held(day + timedelta(days=10), 50), Held(day + timedelta(days=60), None)]
    found = opens_under(rules, recorded_at=day, days=90, moment=lambda days: day + timedelta(days=days))
    assert found == (50, day + timedelta(days=50))
    later = opens_under(rules, recorded_at=day + timedelta(days=61), days=90, moment=lambda days: day + timedelta(days=days))
    assert later == (None, None)
