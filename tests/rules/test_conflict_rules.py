"""Dates and workers that cannot all be true: each rule asks its question, and only its own."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.conflict_rules import QUESTIONS, Conflict, Fact, conflicts
from official_file.gap_rules import Span

BORN = date(2010, 6, 15)
CARE = [Span(date(2016, 1, 1), date(2022, 1, 1))]
SSD, RETURN, NOTES = frozenset({"ssd"}), frozenset({"ssda903"}), frozenset({"case_notes"})


def home(name: str, start: date, end: date | None, place: str = "U6", *, short_break: bool = False) -> Fact:
    return Fact(name, "home", start, end, place=place, short_break=short_break)


def worker(name: str, who: str, start: date, end: date | None, systems: frozenset[str], role: str = "social worker") -> Fact:
    return Fact(name, "worker_period", start, end, who=who, role=role, systems=systems)


def asked(*facts: Fact) -> list[tuple[int, tuple[str, ...]]]:
    return [(one.rule, one.ids) for one in conflicts(facts, care=CARE, left=[date(2022, 1, 1)], born=BORN)]


Y17, Y18, Y19, Y20 = (date(year, 1, 1) for year in (2017, 2018, 2019, 2020))
DAY = timedelta(days=1)


@pytest.mark.need("R76")
@pytest.mark.parametrize(
    ("what", "facts", "answer"),
    [
        ("homes side by side", [home("a", Y17, Y18), home("b", Y18, Y19)], []),
        ("one shared day", [home("a", Y17, Y18), home("b", Y18 - DAY, Y19)], []),
        ("homes at once", [home("a", Y17, Y19), home("b", Y18, Y20)], [(1, ("a", "b"))]),
        (
            "three homes at once",
            [home("a", Y17, Y20), home("b", Y18, Y18 + 9 * DAY), home("c", Y19, Y20)],
            [(1, ("a", "b", "c"))],
        ),
        ("a short stay inside", [home("a", Y17, Y19), home("b", Y18, Y20, "T0")], []),
        ("short breaks", [home("a", Y17, Y19), home("b", Y18, Y20, short_break=True)], []),
        ("no end", [home("a", Y17, None), home("b", Y18, Y19)], [(2, ("a", "b")), (9, ("a",))]),
        ("other dates", [worker("a", "Ann", Y17, Y18, SSD), worker("b", "ann", Y17, Y19, RETURN)], [(3, ("a", "b"))]),
        ("the same dates", [worker("a", "Ann", Y17, Y18, SSD), worker("b", "Ann", Y17, Y18, RETURN)], []),
        ("came back later", [worker("a", "Ann", Y17, Y18, SSD), worker("b", "Ann", Y19, Y20, RETURN)], []),
        ("one source, two times", [worker("a", "Ann", Y17, Y19, SSD), worker("b", "Ann", Y18, Y20, SSD)], []),
        ("two for one job", [worker("a", "Ann", Y17, Y19, SSD), worker("b", "Bo", Y18, Y20, NOTES)], [(4, ("a", "b"))]),
        ("a handover", [worker("a", "Ann", Y17, Y18 + 20 * DAY, SSD), worker("b", "Bo", Y18, Y20, NOTES)], []),
        ("two jobs", [worker("a", "Ann", Y17, Y19, SSD), worker("b", "Bo", Y18, Y20, NOTES, "adviser")], []),
        ("a review in care", [Fact("r", "review_held", Y17)], []),
        ("a review before care", [Fact("r", "review_held", date(2015, 12, 31))], [(5, ("r",))]),
        ("a review after care", [Fact("r", "review_minutes", date(2022, 1, 2))], [(5, ("r",))]),
        ("her worker's visit", [worker("a", "Ann", Y17, Y18, SSD), Fact("v", "visit", Y17, who="Ann")], []),
        ("before she began", [worker("a", "Ann", Y18, Y19, SSD), Fact("v", "visit", Y17, who="ANN")], [(6, ("v", "a"))]),
        ("a visitor nobody knows", [worker("a", "Ann", Y18, Y19, SSD), Fact("v", "visit", Y17, who="Zoe")], []),
        ("written before", [Fact("v", "visit", Y18, written_on=Y17)], [(7, ("v",))]),
        ("a plan for later", [Fact("v", "plan", Y18, written_on=Y17)], []),
        ("before birth", [home("a", date(2009, 1, 1), Y17)], [(8, ("a",))]),
        ("planned before birth", [Fact("v", "assessment", date(2010, 3, 1))], []),
        ("on after care", [home("a", Y20, date(2023, 1, 1))], [(9, ("a",))]),
        ("to the day care ended", [home("a", Y20, date(2022, 1, 1))], []),
    ],
)
def test_what_cannot_all_be_true_is_asked(what: str, facts: list[Fact], answer: list[tuple[int, tuple[str, ...]]]) -> None:
    assert asked(*facts) == answer, what
    assert asked(*reversed(facts)) == answer, "the order in which entries came does not matter"


def test_nothing_is_asked_about_care_of_which_nothing_is_known() -> None:
    assert conflicts([Fact("r", "review_held", Y17)], care=[], left=[], born=None) == []


def test_every_rule_has_its_question_and_names_a_worker_only_where_there_is_one() -> None:
    assert list(QUESTIONS) == list(range(1, 10))
    for rule, question in QUESTIONS.items():
        assert question.endswith("?")
        assert ("%(who)s" in question) == (rule in (3, 6))


SOME_DAY = st.dates(date(2005, 1, 1), date(2026, 1, 1))
FACTS = st.lists(
    st.builds(
        Fact,
        id=st.uuids().map(str),
        kind=st.sampled_from(["home", "worker_period", "visit", "review_held", "review_minutes", "letter"]),
        start=SOME_DAY,
        end=st.none() | SOME_DAY,
        place=st.sampled_from(["U6", "T0", ""]),
        who=st.sampled_from(["", "Ann", "Bo"]),
        role=st.sampled_from(["", "social worker"]),
        written_on=st.none() | SOME_DAY,
        systems=st.sampled_from([SSD, RETURN, NOTES]),
    ),
    max_size=12,
    unique_by=lambda fact: fact.id,
)


@given(facts=FACTS)
def test_whatever_is_in_a_file_each_question_is_asked_once_about_what_is_there(facts: list[Fact]) -> None:
    found: list[Conflict] = conflicts(facts, care=CARE, left=[date(2022, 1, 1)], born=BORN)
    there = {fact.id for fact in facts}
    assert len(found) == len(set(found))
    for one in found:
        assert one.rule in QUESTIONS
        assert set(one.ids) <= there
        assert one.who or "%(who)s" not in QUESTIONS[one.rule]
