"""Whether somebody is named in a text: generous on purpose, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.naming import is_named

NAMED = [
    ("Ben Hughes", "ben never rings me"),
    ("Ben Hughes", "I don't like BEN."),
    ("Ben Hughes", "Ben's car is red"),
    ("Ben Hughes", "Mr Hughes said no"),
    ("Ben Hughes", "it was (ben)"),
    ("Ben Hughes", "b\u200ben lies"),
    ("José Álvarez", "jose was late"),
    ("Siân Ŵyn-Pugh", "SIAN forgot"),
    ("Ayşe Yılmaz", "ayşe yılmaz"),
    ("Will Grant", "I will go"),
    ("سناء مالك", "تكلمت مع سناء أمس"),
    ("سناء مالك", "قلتُ لسناءَ"),
    ("Олена Шевченко", "ОЛЕНА не прийшла"),
    ("王 小明", "小明没有来"),
]
NOT_NAMED = [
    ("Ben Hughes", "We went to the beach."),
    ("Ben Hughes", "a bench under a tree"),
    ("Ben Hughes", ""),
    ("J Hughes", "J is a letter"),
    ("Priya Shah", "the shahada"),
    ("", "anything"),
]


@pytest.mark.parametrize(("name", "text"), NAMED)
def test_a_person_who_is_named_is_found(name: str, text: str) -> None:
    assert is_named(name, text)


@pytest.mark.parametrize(("name", "text"), NOT_NAMED)
def test_a_person_who_is_not_named_is_not(name: str, text: str) -> None:
    assert not is_named(name, text)


@given(st.text(), st.text(), st.sampled_from(["Ben Hughes", "سناء مالك", "José Álvarez"]))
def test_the_whole_name_is_found_wherever_it_stands(before: str, after: str, name: str) -> None:
    assert is_named(name, f"{before} {name} {after}")
