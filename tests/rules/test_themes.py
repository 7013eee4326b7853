"""What an entry is about, by rule: every kind has an answer, and nothing anybody may have written is called known."""

import pytest

from official_file.kinds import KINDS
from official_file.plain_language.codes import PLAIN_WORDS
from official_file.themes import CODE_THEMES, KIND_THEMES, STRONG, THEMES, by_rule, in_order


def test_every_theme_that_a_rule_names_is_in_the_table() -> None:
    named = set().union(*KIND_THEMES.values(), *(themes for codes in CODE_THEMES.values() for themes in codes.values()))
    assert named <= THEMES.keys()
    assert set(KIND_THEMES) <= KINDS.keys()
    assert {code for name, codes in CODE_THEMES.items() for code in codes} <= {code for name in CODE_THEMES for code in PLAIN_WORDS[name]}


@pytest.mark.need("M4")
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_coded_kinds_are_known_by_rule_and_own_words_are_theirs(kind: str) -> None:
    known = by_rule(kind, {}, "Somebody wrote this.")
    assert known.sure is (kind == "own_words")
    assert known.themes <= THEMES.keys()
    if kind == "own_words":
        assert known.themes == frozenset()


@pytest.mark.parametrize(
    ("kind", "facts", "themes", "sure"),
    [
        ("missing_episode", {"code": "M"}, {"missing"}, True),
        ("reason_for_care", {"code": "N1"}, {"family", "hurt"}, True),
        ("home", {"place": "U4"}, set(), True),
        ("home", {"place": "A5"}, {"adoption"}, True),
        ("home", {"place": "ZZ9"}, set(), False),
        ("legal_status", {"code": "L2"}, {"police_court", "hurt"}, True),
        ("left_care", {"code": "E2"}, {"goodbyes", "death"}, True),
        ("conviction", {"offence": "Theft"}, {"police_court"}, False),
        ("assessment_factors", {"codes": "3A,15B,21"}, {"violence", "self_harm"}, True),
        ("assessment_factors", {"codes": "99"}, set(), False),
        ("visit", {"title": "A visit"}, set(), False),
    ],
)
def test_what_some_entries_are_about(kind: str, facts: dict[str, object], themes: set[str], sure: bool) -> None:
    known = by_rule(kind, facts, "")
    assert (set(known.themes), known.sure) == (themes, sure)


def test_themes_stand_in_the_order_of_the_table_and_what_is_none_falls_away() -> None:
    assert in_order(["death", "violence", "aliens"]) == ["violence", "death"]
    assert THEMES.keys() > STRONG
