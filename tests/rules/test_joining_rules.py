"""When two systems tell one event: each numbered rule, and what holds of all of them whoever speaks first."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.drafts import EntryDraft, SourceRef, body_of, draft_from
from official_file.joining_rules import RULES, Told, differences, likeness, merged, rule_for
from official_file.naming import same_name
from official_file.plain_language.when import Precision, When

DAY, NEXT, LATER = date(2018, 3, 4), date(2018, 3, 5), date(2020, 7, 1)
RETURN, SYSTEM, NOTES = "ssda903", "ssd", "case_notes"


def told(system: str, kind: str, start: date | None = DAY, end: date | None = None, **more: Any) -> Told:
    """What a system says; `more` are facts, or text, author_name, sensitivity, restricted."""
    own = {name: more.pop(name) for name in ("text", "author_name", "sensitivity", "restricted") if name in more}
    when = When(start, end) if start else When(None, None, Precision.UNKNOWN)
    return Told(system, body_of(EntryDraft(kind, when, SourceRef(system, "1"), facts=more, **own)), date(2026, 3, 31))


FIT = [
    ("1", told(RETURN, "home", place="U4"), told(SYSTEM, "home", place="U6")),
    ("1", told(RETURN, "home", place="U4"), told(SYSTEM, "home")),
    ("2", told(RETURN, "legal_status", code="C2"), told(SYSTEM, "legal_status", code="c2")),
    ("3", told(RETURN, "review_held", code="PN1"), told(SYSTEM, "review_held")),
    ("4", told(RETURN, "came_into_care"), told(SYSTEM, "came_into_care")),
    ("5", told(NOTES, "worker_period", name="Mrs Sarah O'Brien"), told(SYSTEM, "worker_period", NEXT, name="OBRIEN, Sarah")),
    ("5", told(RETURN, "worker_period", worker_key="SW12"), told(SYSTEM, "worker_period", worker_key="sw12", name="Ben Hughes")),
    ("6", told(RETURN, "reason_for_care", code="N1"), told(SYSTEM, "reason_for_care", code="N1")),
    ("7", told(RETURN, "left_care", code="E3"), told(SYSTEM, "left_care")),
    ("8", told(RETURN, "move_reason", code="PLANN"), told(SYSTEM, "move_reason", code="PLANN")),
    ("9", told(RETURN, "missing_episode", code="M"), told(SYSTEM, "missing_episode")),
    ("10", told(NOTES, "visit", author_name="Ben Hughes", text="We talked."), told(SYSTEM, "visit", author_name="Hughes, Ben")),
    ("11", told(NOTES, "letter", text="Dear  Amara,\nhello."), told("documents", "letter", text="Dear Amara, hello.")),
    ("12", told(RETURN, "ethnic_background", None, code="BAFR"), told(SYSTEM, "ethnic_background", None, code="BAFR")),
    ("13", told(RETURN, "own_child", born="2024-01-01"), told(SYSTEM, "own_child", born="2024-01-01")),
    ("14", told(RETURN, "previous_order", code="P2"), told(SYSTEM, "previous_order", code="P2")),
    ("15", told(RETURN, "deprivation_of_liberty"), told(SYSTEM, "deprivation_of_liberty")),
    ("16", told(RETURN, "unaccompanied", None), told(SYSTEM, "unaccompanied", None, until="2020-01-01")),
    (
        "17",
        told(RETURN, "adoption", step="decided", restricted="adoption"),
        told(SYSTEM, "adoption", step="decided", restricted="adoption"),
    ),
    ("18", told(NOTES, "visit", author_name="B H", text="We talked."), told(SYSTEM, "visit_held", purpose="care", seen=1)),
    ("18", told(NOTES, "visit", DAY, LATER, text="We went away."), told(SYSTEM, "visit_held", purpose="need", sensitivity=2)),
    ("19", told("documents", "document", sha256="ab", title="Letter"), told("edms", "document", sha256="AB", title="School")),
    ("19", told("documents", "document", sha256="ab"), told("documents", "document", sha256="ab")),
]
APART = [
    (told(RETURN, "home", place="U4"), told(SYSTEM, "home", place="K2")),
    (told(RETURN, "home", place="U4"), told(SYSTEM, "home", NEXT, place="U4")),
    (told(RETURN, "home", place="U4"), told(SYSTEM, "home", place="U5")),  # adoption leaves no trace
    (told(RETURN, "home", place="U4"), told(RETURN, "home", place="U4")),  # one system means two
    (told(RETURN, "legal_status", code="C2"), told(SYSTEM, "legal_status", code="V2")),
    (told(RETURN, "worker_period", worker_key="SW12"), told(NOTES, "worker_period", name="Ben Hughes")),
    (told(NOTES, "worker_period", name="Ben Hughes"), told(SYSTEM, "worker_period", name="Ben Hill")),
    (told(NOTES, "visit", author_name="B H", text="We talked."), told(SYSTEM, "visit", author_name="B H", text="They talked.")),
    (told(NOTES, "visit", text="We talked."), told(SYSTEM, "visit")),  # nobody knows who came
    (told(NOTES, "note", text="We talked."), told(SYSTEM, "note")),
    (told(NOTES, "visit", text="We talked."), told(SYSTEM, "visit_held", NEXT)),
    (told(NOTES, "note", text="We talked."), told(SYSTEM, "visit_held")),
    (told(NOTES, "visit", None, text="We talked."), told(SYSTEM, "visit_held", None)),
    (told(SYSTEM, "visit", text="We talked."), told(SYSTEM, "visit_held")),  # one system means two
    (told(NOTES, "visit", text="We talked."), told(SYSTEM, "visit_held", DAY, LATER)),  # an end would be lost
    (told(RETURN, "visit_held"), told(SYSTEM, "visit_held")),
    (told("documents", "document", sha256="ab"), told("edms", "document", sha256="cd")),
    (told("documents", "document", sha256="ab"), told("edms", "document", NEXT, sha256="ab")),  # a form that is used again
    (told("documents", "document"), told("edms", "document")),
    (told(NOTES, "letter", title="A letter"), told("documents", "document", title="A letter")),
    (told(RETURN, "came_into_care", None), told(SYSTEM, "came_into_care", None)),
    (told(RETURN, "own_child", None), told(SYSTEM, "own_child", None)),
    (told(RETURN, "adoption", step="decided", restricted="adoption"), told(SYSTEM, "adoption", step="decided")),
]


@pytest.mark.need("M18")
@pytest.mark.parametrize(("number", "one", "other"), FIT)
def test_a_rule_joins_what_two_systems_tell(number: str, one: Told, other: Told) -> None:
    found = rule_for(one, other)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_not_certain_is_not_joined(one: Told, other: Told) -> None:
    assert rule_for(one, other) is None


def test_every_rule_has_a_number_of_its_own_a_sentence_and_an_example() -> None:
    assert [rule.number for rule in RULES] == [str(number) for number in range(1, len(RULES) + 1)]
    assert all(rule.says[0].isupper() and rule.says.endswith(".") for rule in RULES)
    assert {number for number, _one, _other in FIT} == {rule.number for rule in RULES}


def test_the_end_that_only_one_knows_is_kept_and_each_is_believed_in_what_it_knows_best() -> None:
    """The codes of the return, the names of the notes, the end of whoever knows it."""
    whole = merged([told(SYSTEM, "home", DAY, LATER, place="U6"), told(RETURN, "home", place="U4", provider="PR1")])
    assert (whole["facts"], whole["when"]["to"]) == ({"place": "U4", "provider": "PR1"}, "2020-07-01")
    worker = merged([told(SYSTEM, "worker_period", name="HUGHES, Ben", worker_key="7"), told(NOTES, "worker_period", name="Ben Hughes")])
    assert worker["facts"] == {"name": "Ben Hughes", "worker_key": "7"}


def test_of_words_and_what_only_lists_them_the_words_are_read() -> None:
    """Nothing the list says is in them, but how sensitive it is."""
    words = told(NOTES, "visit", author_name="Ben Hughes", text="We talked.", title="At home")
    listed = told(SYSTEM, "visit_held", purpose="protection", seen=1, sensitivity=2)
    assert merged([listed, words]) == merged([words, listed]) == {**words.body, "sensitivity": 2}


def test_what_differs_is_named() -> None:
    one, other = told(RETURN, "home", DAY, place="U4").body, told(SYSTEM, "home", DAY, LATER, place="U6").body
    assert differences(one, other) == ["place", "to"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zoë Smith-Jones", "SMITH JONES, Zoe", True),
        ("Dr Ann Lee", "ann lee", True),
        ("Ann Lee", "Ann", False),
        ("", "", False),
        ("Dr", "Dr", False),
    ],
)
def test_names_are_compared_as_people_write_them(*, one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


days = st.none() | st.dates(date(2015, 1, 1), date(2015, 1, 4))
homes = st.builds(
    told,
    st.sampled_from((RETURN, SYSTEM, NOTES)),
    st.just("home"),
    days,
    st.none() | st.dates(date(2016, 1, 1), date(2016, 1, 3)),
    place=st.sampled_from(("", "U4", "U6", "K2", "U5")),
    provider=st.sampled_from(("", "PR1", "PR2")),
)
visits = st.builds(
    told,
    st.sampled_from((RETURN, SYSTEM, NOTES)),
    st.just("visit"),
    days,
    text=st.sampled_from(("", "We talked.", "We  talked.", "Out.")),
    author_name=st.sampled_from(("", "Ben Hughes", "HUGHES, Ben", "Priya Shah")),
    title=st.sampled_from(("", "A visit")),
    sensitivity=st.sampled_from((None, 0, 2)),
)


@given(homes | visits, homes | visits)
def test_a_rule_does_not_care_who_speaks_first(one: Told, other: Told) -> None:
    assert rule_for(one, other) == rule_for(other, one)
    assert likeness(one, other) == likeness(other, one)


@given(
    st.lists(homes, min_size=1, max_size=3, unique_by=lambda one: one.system)
    | st.lists(visits, min_size=1, max_size=3, unique_by=lambda one: one.system)
)
def test_one_story_is_the_same_whatever_the_order_and_loses_no_end_and_no_words(several: list[Told]) -> None:
    """And it is read back from its body as it was."""
    wholes = [merged(list(order)) for order in permutations(several)]
    assert all(whole == wholes[0] for whole in wholes)
    whole = wholes[0]
    assert (whole["when"]["to"] is None) == all(one.when.end is None for one in several)
    assert bool(whole["text"]) == any(one.body["text"] for one in several)
    assert whole["sensitivity"] == max(one.body["sensitivity"] for one in several)
    assert body_of(draft_from(whole, SourceRef(SYSTEM, "1"))) == whole


@given(homes, st.integers(-5, 5))
def test_nothing_that_began_more_than_a_day_apart_is_joined(one: Told, moved: int) -> None:
    if one.when.start and abs(moved) > 1:
        other = told("another", "home", one.when.start + timedelta(days=moved), place=one.fact("place"))
        assert rule_for(one, other) is None
