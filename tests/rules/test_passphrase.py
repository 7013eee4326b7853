"""Three random words: enough of them, easy to type, and none that hurts."""

from random import Random, SystemRandom

import pytest

from people.passphrase import as_typed, suggest, words

HURTFUL = [
    "mother",
    "father",
    "mum",
    "dad",
    "parent",
    "sister",
    "brother",
    "aunt",
    "uncle",
    "cousin",
    "family",
    "home",
    "house",
    "orphan",
    "adopt",
    "foster",
    "care",
    "carer",
    "worker",
    "court",
    "police",
    "kill",
    "dead",
    "blood",
    "knife",
    "gun",
    "hit",
    "punch",
    "slap",
    "burn",
    "beat",
    "hurt",
    "cry",
    "alone",
    "lost",
    "hate",
    "fear",
    "fat",
    "thin",
    "ugly",
    "stupid",
    "dumb",
    "slow",
    "body",
    "breast",
    "naked",
    "kiss",
    "touch",
    "secret",
    "prison",
    "locked",
    "abuse",
    "case",
    "placement",
    "contact",
    "sibling",
    "monkey",
    "pig",
    "whale",
    "cow",
    "snake",
    "black",
    "white",
    "brown",
]


def test_there_are_at_least_two_thousand_words_each_once_and_in_order() -> None:
    assert len(words()) >= 2000
    assert list(words()) == sorted(set(words()))


def test_every_word_is_short_and_plain_to_type() -> None:
    assert all(4 <= len(word) <= 8 and word.isascii() and word.isalpha() and word.islower() for word in words())


@pytest.mark.parametrize("word", HURTFUL)
def test_no_word_hurts(word: str) -> None:
    assert word not in words()


def test_a_passphrase_is_three_different_words_of_the_list() -> None:
    found = suggest(SystemRandom()).split("-")
    assert len(set(found)) == 3
    assert set(found) <= set(words())


def test_the_same_source_of_chance_gives_the_same_passphrase() -> None:
    assert suggest(Random(7)) == suggest(Random(7))
    assert suggest(Random(7), " ").count(" ") == 2


@pytest.mark.parametrize("given", ["Maple rocket violin", "maple  rocket violin ", "maple-rocket-violin", " Maple rocket-violin"])
def test_what_a_keyboard_adds_is_forgiven(given: str) -> None:
    meant = as_typed(given)
    assert meant[0] == given
    assert {"maple rocket violin", "maple-rocket-violin"} <= set(meant)
    assert len(meant) <= 3


@pytest.mark.parametrize("given", ["", "   ", "-"])
def test_nothing_is_not_made_into_something(given: str) -> None:
    assert as_typed(given) == [given]
