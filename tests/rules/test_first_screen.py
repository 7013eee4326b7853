"""A long text begins with what fits one screen of a phone, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.queries.first_screen import WORDS, first_screen


@pytest.mark.parametrize(
    ("text", "most", "first", "rest"),
    [
        ("One. Two. Three. Four.", 2, "One. Two.", "Three. Four."),
        ("Short words.", 60, "Short words.", ""),
        ("One two three. Four.\n\nFive six seven.", 4, "One two three. Four.", "Five six seven."),
        ("one two three four five", 1, "one two three four five", ""),
        ("Is it? Yes! It is so.", 3, "Is it? Yes!", "It is so."),
        ("", 60, "", ""),
    ],
)
def test_it_ends_where_a_sentence_ends(text: str, most: int, first: str, rest: str) -> None:
    assert first_screen(text, most=most) == (first, rest)


@given(st.text(alphabet="ab .!?\n\u0627", max_size=900))
def test_no_word_is_lost_or_changed(text: str) -> None:
    first, rest = first_screen(text)
    assert [*first.split(), *rest.split()] == text.split()


@given(st.lists(st.integers(1, 12), min_size=20, max_size=60))
def test_sentences_of_everyday_length_never_go_far_beyond_one_screen(lengths: list[int]) -> None:
    text = " ".join(" ".join(["word"] * (length - 1) + ["end."]) for length in lengths)
    first, _rest = first_screen(text)
    assert len(first.split()) <= max(WORDS, 1) * 1.5
