"""Words are kept exactly. Line breaks become LF; what cannot be stored is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.verbatim import CannotKeep, as_words, decoded, digest_of

SAMPLES = {
    "emoji": "👩🏽‍👧 💛 \U0001f1fc\U0001f1f8",
    "arabic": "أريد أن أرى أخي\u200f أكثر",
    "kurdish": "دەمەوێت براکەم ببینم",
    "welsh": "Dw i'n hapus yn Nhŷ Ŵyn",
    "invisible": "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "spaces": "  \t two before, two after  \n\n",
    "combining": "e\u0301 is not \u00e9",
    "right to left override": "\u202eabc\u202c",
    "other breaks": "a\u2028b\u2029c\u0085d\x0be\x0cf",
    "html": "<b>not bold</b> &amp; {{ no }} {% no %}",
}


@pytest.mark.need("R31")
@pytest.mark.parametrize("words", SAMPLES.values(), ids=SAMPLES)
def test_nothing_is_changed_but_line_breaks(words: str) -> None:
    assert as_words(words) == words


@pytest.mark.parametrize("written", ["one\r\ntwo", "one\rtwo", "one\ntwo"])
def test_every_line_break_becomes_lf(written: str) -> None:
    assert as_words(written) == "one\ntwo"


@pytest.mark.parametrize("broken", ["a\0b", "\ud83d", "a\udc80b"], ids=["null", "high half", "low half"])
def test_what_cannot_be_stored_is_refused_with_a_sentence(broken: str) -> None:
    with pytest.raises(CannotKeep, match=r"^Some of these words came to us broken.*\.$"):
        as_words(broken)


def test_bytes_that_are_not_utf_8_are_refused_and_not_replaced() -> None:
    with pytest.raises(CannotKeep):
        decoded(b"abc\xed\xa0\x80")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_any_text_comes_through_byte_for_byte(words: str) -> None:
    kept = as_words(words)
    assert kept.encode() == words.encode()
    assert as_words(kept) == kept
    assert digest_of(kept) == digest_of(words)
