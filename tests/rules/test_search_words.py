"""Words as they are compared, and what a misspelt one can mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.search.mending import Term, meant, words_like
from official_file.search.words import LONGEST_WORD, Piece, excerpt, marked, words_asked, words_of, words_once

VOCABULARY = {"foster", "fostering", "carer", "carers", "placement", "school", "football", "sam", "jo", "2016", "2017", "court", "dad"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mum's café, 4 May 2016", ["mums", "cafe", "4", "may", "2016"]),
        ("Llŷr a'r tŷ yng Nghymru", ["llyr", "ar", "ty", "yng", "nghymru"]),
        ("\u0645\u064e\u062f\u0652\u0631\u064e\u0633\u064e\u0629", ["\u0645\u062f\u0631\u0633\u0647"]),
        ('"foster" OR * NEAR(x) {title}: -a', ["foster", "or", "near", "x", "title", "a"]),
        ("\U0001f600 \u2603", []),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("", []),
    ],
)
def test_a_text_becomes_words_without_accents_capitals_and_signs(text: str, words: list[str]) -> None:
    """Welsh, Arabic with its vowels, operators of a database, and signs alone."""
    assert words_of(text) == words


@given(st.text())
def test_words_hold_nothing_but_letters_and_numbers_whatever_is_typed(text: str) -> None:
    """Made into words again they stay the same, and no word is longer than the index takes."""
    words = words_of(text)
    assert all(word and len(word) <= LONGEST_WORD and (word.isalnum() or not word.isascii()) for word in words)
    assert not any(sign in word for word in words for sign in "\"'*():{}^+-\\ \0")
    assert words_once(" ".join(words)).split() == sorted(set(words_of(" ".join(words))))


def test_small_words_are_left_out_unless_there_are_only_those() -> None:
    """A question as one asks it."""
    assert words_asked("When did I move to Sam and Jo?") == ["move", "sam", "jo"]
    assert words_asked("who are you") == ["who", "are", "you"]


def test_a_word_finds_itself_and_those_that_begin_with_it() -> None:
    """From three letters on."""
    assert meant(["foster"], VOCABULARY).terms == (Term("foster", frozenset({"foster", "fostering"})),)
    assert meant(["ca"], VOCABULARY).terms == ()
    assert meant(["2016"], VOCABULARY).wanted == {"2016"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("plasement", "placement"),
        ("skool", "school"),
        ("forster", "foster"),
        ("fotball", "football"),
        ("corut", "court"),
        ("cort", "court"),
    ],
)
def test_a_misspelt_word_is_mended(typed: str, found: str) -> None:
    """A letter too many, one missing, two turned round, or as it sounds."""
    assert words_like(typed, VOCABULARY)[0] == found


def test_words_written_together_or_apart_are_found() -> None:
    """ "fostercarer" and "foot ball"."""
    assert meant(["fostercarer"], VOCABULARY).wanted == {"foster", "fostering", "carer", "carers"}
    assert [term.words for term in meant(["lock", "down"], {"lock", "down", "lockdown"}).terms] == [
        {"lock", "lockdown"},
        {"down", "lockdown"},
    ]
    assert meant(["foot", "ball"], VOCABULARY).wanted == {"football"}


def test_a_number_is_never_taken_for_another() -> None:
    """2018 is not 2017."""
    assert meant(["2018"], VOCABULARY).unknown == ("2018",)


def test_a_word_that_nobody_wrote_means_nothing() -> None:
    """And the others are still looked for."""
    found = meant(["xylophone", "school"], VOCABULARY)
    assert (found.unknown, found.wanted) == (("xylophone",), {"school"})


@given(st.text(max_size=60), st.sets(st.text(alphabet="abcdef", min_size=1, max_size=6)))
def test_marking_changes_not_one_sign_of_the_text(text: str, wanted: set[str]) -> None:
    """The pieces together are the text."""
    assert "".join(piece.text for piece in marked(text, frozenset(wanted))) == text


def test_found_words_are_marked_as_they_are_written() -> None:
    """With their accents and capitals."""
    assert marked("Tŷ Café!", frozenset({"cafe"})) == [Piece("Tŷ "), Piece("Café", found=True), Piece("!")]


def test_an_excerpt_is_cut_between_words_around_the_first_that_was_found() -> None:
    """And is empty where nothing was."""
    text = "one two three " * 40 + "the football club " + "four five six " * 40
    cut = excerpt(text, frozenset({"football"}), 80)
    assert "the football club" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 90
    assert excerpt(text, frozenset({"rugby"}), 80) == ""
