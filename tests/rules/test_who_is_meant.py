"""Whether a text means a member of staff: nicknames, a letter wrong, initials, and who they are to the young person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.meant import is_meant
from moderation.role_words import Meant, roles_meant

BEN, JOAN = ("Ben Hughes",), ("Joan Mills",)
MEANT = [
    (BEN, "benny never rings"),
    (BEN, "Benji is late"),
    (BEN, "Benjamin said no"),
    (BEN, "Mr Hughs said no"),
    (BEN, "hughs never rings"),
    (BEN, "Bne lies"),
    (BEN, "benn said no"),
    (BEN, "bh is mean"),
    (BEN, "B.H. lies"),
    (BEN, "Mr H said I was lying"),
    (JOAN, "joanie was there"),
    (JOAN, "jooan shouted"),
    (JOAN, "Jaon came"),
    (JOAN, "Mrs Mils"),
    (("Elizabeth Shaw",), "lizzie never listens"),
    (("Katherine Obi",), "kate lied"),
    (("Mohammed Ali",), "muhammad never rings"),
    (("Ben Hughes", "Uncle B"), "uncle b came"),
]
NOT_MEANT = [
    (BEN, "We broke the bench. I have been there."),
    (BEN, "I like trains and my bike. School is fine, maths is hard. Nobody asked me what I think."),
    (BEN, "bend it"),
    (JOAN, "john was here, join us, milk is nice"),
    (BEN, ""),
]
ROLES = [
    ("My PA never rings", "personal_adviser", False),
    ("my pa lied", "personal_adviser", False),
    ("P.A. said no", "personal_adviser", False),
    ("my personal advisor", "personal_adviser", False),
    ("my social worker lies", "social_worker", False),
    ("my stupid social worker", "social_worker", False),
    ("social worker said no", "social_worker", False),
    ("My SW never came", "social_worker", False),
    ("Last week my social worker shouted", "social_worker", False),
    ("my old social worker was mean", "social_worker", True),
    ("my worker is mean", "access_worker", False),
    ("her manager said no", "team_manager", False),
    ("Ben\u2019s manager lied", "team_manager", False),
    ("the IRO never asks me", "reviewing_officer", False),
    ("mae fy ngweithiwr cymdeithasol yn hwyr", "social_worker", False),
    ("ei rheolwr", "team_manager", False),
    ("الأخصائية الاجتماعية لا تسمعني", "social_worker", False),
    ("مديرها قال لا", "team_manager", False),
]


@pytest.mark.parametrize(("names", "text"), MEANT)
def test_a_person_is_meant_however_they_are_called(names: tuple[str, ...], text: str) -> None:
    assert is_meant(names, text)


@pytest.mark.parametrize(("names", "text"), NOT_MEANT)
def test_nobody_is_meant_by_words_that_only_look_alike(names: tuple[str, ...], text: str) -> None:
    assert not is_meant(names, text)


@pytest.mark.parametrize(("text", "role", "before"), ROLES)
def test_a_role_is_meant_by_what_young_people_call_it(text: str, role: str, before: bool) -> None:
    assert Meant(role, before) in roles_meant(text)


@pytest.mark.parametrize("text", ["I want to be a social worker", "I work hard", "another social worker", "papa came", ""])
def test_a_role_is_not_meant_by_words_about_anybody(text: str) -> None:
    assert roles_meant(text) == frozenset()


def test_who_had_the_role_before_is_not_who_has_it_now() -> None:
    assert {one.before for one in roles_meant("my old social worker was mean")} == {True}


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    is_meant(BEN, text)
    roles_meant(text)
