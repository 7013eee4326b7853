"""What opens by itself, what waits for a worker, and what leaves no trace."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.kinds import KINDS
from official_file.opening_rules import ADOPTION_CODES, RULES, leaves_no_trace, opens_on, rule_for, sensitivity_of
from official_file.plain_language.codes import known_codes, meaning
from official_file.plain_language.facts import CODE_LISTS
from official_file.plain_language.when import Precision, When

LONG_AGO = When(date(2017, 3, 4))
ALL_CODES = [(kind, {name: code}) for kind, (codes, name) in CODE_LISTS.items() for code in sorted(known_codes(codes))]
ADOPTION = [(kind, {name: code}) for kind, (codes, name) in CODE_LISTS.items() for code in sorted(ADOPTION_CODES.get(codes, ()))]


def opening(kind: str, facts: dict[str, Any], when: When = LONG_AGO, **told: Any) -> date | None:
    """The day it opens by rule."""
    return opens_on(kind=kind, facts=facts, when=when, **told)


def test_a_routine_fact_opens_ninety_days_after_it_happened() -> None:
    assert opening("home", {"place": "U4"}) == date(2017, 6, 2)
    assert opening("legal_status", {"code": "C2"}, days=30) == date(2017, 4, 3)


def test_a_routine_fact_opens_at_once_when_a_worker_has_told_them() -> None:
    told = date(2017, 3, 6)
    assert opening("home", {"place": "U4"}, told_on=told) == told


def test_an_ending_is_news_again_also_of_a_home() -> None:
    ended = When(date(2017, 3, 4), date(2026, 11, 1))
    assert opening("legal_status", {"code": "C2"}, ended) == date(2027, 1, 30)
    assert opening("home", {"place": "U4"}, ended) == date(2027, 1, 30)


def test_a_partial_date_counts_from_the_last_day_it_can_mean() -> None:
    assert opening("review_held", {"code": "PN1"}, When(date(2016, 1, 1), None, Precision.YEAR)) == date(2017, 3, 31)


def test_an_unknown_date_waits_until_they_are_told() -> None:
    unknown = When(None, None, Precision.UNKNOWN)
    assert opening("review_held", {"code": "PN1"}, unknown) is None
    assert opening("review_held", {"code": "PN1"}, unknown, told_on=date(2026, 1, 5)) == date(2026, 1, 5)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].free and kind != "own_words"])
def test_free_text_is_opened_only_by_a_worker(kind: str) -> None:
    assert opening(kind, {}, told_on=date(2026, 1, 5)) is None


def test_their_own_words_are_open_to_them_at_once() -> None:
    assert opening("own_words", {}) == LONG_AGO.start


@pytest.mark.parametrize("kind", ["health_check", "conviction", "deprivation_of_liberty", "own_child", "reason_for_care", "move_reason"])
def test_health_reasons_and_sensitive_kinds_wait_for_a_worker(kind: str) -> None:
    assert opening(kind, {"code": "N3" if kind == "reason_for_care" else "CHILD"}, told_on=date(2026, 1, 5)) is None


@pytest.mark.parametrize(("kind", "facts"), ALL_CODES)
def test_no_code_of_sensitivity_two_ever_opens_by_rule(kind: str, facts: dict[str, Any]) -> None:
    code_list, name = CODE_LISTS[kind]
    sensitivity = meaning(code_list, facts[name]).sensitivity
    assert sensitivity_of(kind, facts) >= sensitivity
    if sensitivity == 2:
        assert opening(kind, facts, told_on=date(2026, 1, 5)) is None


def test_an_unknown_code_waits_for_a_worker() -> None:
    assert sensitivity_of("home", {"place": "ZZ9"}) == 2
    assert sensitivity_of("horoscope", {}) == 2
    assert opening("home", {"place": "ZZ9"}) is None


def test_a_place_thought_not_good_enough_is_told_gently() -> None:
    assert sensitivity_of("leaving_care_home", {"code": "B", "suitable": 1}) == 0
    assert sensitivity_of("leaving_care_home", {"code": "B", "suitable": 2}) == 1


@pytest.mark.parametrize(("kind", "facts"), ADOPTION)
def test_adoption_leaves_no_trace_by_its_code(kind: str, facts: dict[str, Any]) -> None:
    assert leaves_no_trace(kind, facts)
    assert opening(kind, facts, told_on=date(2026, 1, 5)) is None


def test_adoption_leaves_no_trace_by_its_kind_or_its_mark() -> None:
    assert leaves_no_trace("adoption", {})
    assert leaves_no_trace("letter", {}, restricted="adoption")
    assert opening("home", {"place": "U6"}, restricted="adoption") is None


@pytest.mark.parametrize(("kind", "code"), [("left_care", "E2"), ("leaving_care_touch", "DIED")])
def test_a_death_leaves_no_trace(kind: str, code: str) -> None:
    assert leaves_no_trace(kind, {"code": code})


def test_an_ordinary_home_may_be_counted() -> None:
    assert not leaves_no_trace("home", {"place": "U4"})


def test_the_rules_are_numbered_and_the_last_one_always_applies() -> None:
    assert [rule.number for rule in RULES] == list(range(1, len(RULES) + 1))
    assert rule_for("home", {"place": "U4"}).number == len(RULES)
    assert all(rule.why.endswith(".") for rule in RULES)


@given(
    st.sampled_from(ALL_CODES),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2026, 11, 22)),
    st.integers(0, 4000),
    st.sampled_from(list(Precision)),
)
def test_nothing_opens_by_its_age_before_its_days_have_passed(
    entry: tuple[str, dict[str, str]], start: date, length: int, precision: Precision
) -> None:
    kind, facts = entry
    opens = opening(kind, facts, When(start, start + timedelta(days=length), precision))
    assert opens is None or opens >= start + timedelta(days=90)
