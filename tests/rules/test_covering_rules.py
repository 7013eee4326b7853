"""Covering words: they are gone wherever they stand whole, and nothing else is."""

import re

from hypothesis import given
from hypothesis import strategies as st

from official_file.covering_rules import Covered, can_be_covered, hide, places_of, says_any

RAY = Covered("Ray", "[a neighbour]")
WORDS = st.text(alphabet=st.sampled_from("Rayó 'b-\n."), min_size=1, max_size=12)


def test_words_are_covered_wherever_they_stand_whole():
    """Capitals, an owning 's and the end of a line change nothing."""
    assert hide("Ray came. RAY'S dog and ray's cat.", [RAY]) == "[a neighbour] came. [a neighbour]'S dog and [a neighbour]'s cat."
    assert hide("Uncle\n  Ray", [Covered("uncle Ray", "[x]")]) == "[x]"


def test_a_part_of_another_word_stays():
    assert hide("Rays of light. A tray.", [RAY]) == "Rays of light. A tray."


def test_where_two_overlap_the_longer_stands_for_both():
    covers = [Covered("Grace", "[a person]"), Covered("Grace Okafor", "[your mum]")]
    assert hide("Grace Okafor rang. Then Grace came.", covers) == "[your mum] rang. Then [a person] came."
    assert hide("one two three", [Covered("one two", "[a]"), Covered("two three", "[b]")]) == "[a]"


def test_one_letter_alone_is_not_covered():
    """It would take words apart everywhere."""
    assert not can_be_covered("a")
    assert hide("a b a", [Covered("a", "[x]")]) == "a b a"


def test_what_a_text_says_of_what_is_covered_can_be_asked():
    assert says_any("Ray was there", [RAY, Covered("Grace", "[x]")]) == ["Ray"]


@given(text=st.text(alphabet="Rayó 'b-\n.", max_size=60), words=st.lists(WORDS, max_size=4))
def test_nothing_covered_is_left_and_nothing_else_changes(text, words):
    """Whatever the text and the words: none of them stands whole in what is read, and the rest is the text as it was."""
    covers = [Covered(one, "\x00") for one in words if can_be_covered(one)]
    said = hide(text, covers)
    assert not [one for one in covers if places_of(one.words, said)]
    assert re.fullmatch(".*".join(re.escape(piece) for piece in said.split("\x00")), text, re.DOTALL)
