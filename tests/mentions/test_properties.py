"""Whatever the text: nothing raises, every place is a real one, reading twice finds the same, and time grows with the length alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from official_file.mentions import KINDS, Known, find

NAMES = (
    "Sarah Whitfield",
    "Saz",
    "Grace O'Hara-Lane",
    "مریم حسینی",
    "Łukasz Wójcik",
    "May Young",
    "Nguyễn Thị Hoa",
    "PJ",
    "Auntie Bev",
    "X",
    "",
    "-'.",
)
KNOWN = (
    Known(("Amara Whitfield",), subject=True),
    *(Known((name,), "your mum's partner") for name in NAMES),
    Known(("Priya Shah",), professional=True),
)
ORDINARY = (
    *("amara", "WHITFIELD,", "S.", "'s", "’s", " ", "mum's", "the neighbour at number", "9", "DOB", "02/03/2013", "NHS", "943 476 5919"),
    *("07700 900123", "LS6 2QP", "12 Acacia", "Road", "St Mary's", "School", "@", "a@b.co", "YK19 ABC", "may", "Will", "said", "Mrs"),
    *("(", "ref:", "13/1234567/19", "\n", "\t", "\x00", "|", "-\n", "\r\n", "e\u0301", "\u200d", "\U0001f600", "\ufb01", "ß", "İ"),
)
PIECES = st.sampled_from((*NAMES, *ORDINARY, "\u0660\u0667\u0667"))
PIECES = st.sampled_from(
    (*NAMES, *ORDINARY, *"\n\t\x00|", "-\n", "\r\n", "e\u0301", "\u200d", "\U0001f600", "\ufb01", "ß", "İ", "\u0660\u0667\u0667")
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_span_is_a_real_place_of_a_known_kind_in_order(text: str) -> None:
    spans = find(text, KNOWN)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
        assert span.kind in KINDS
        assert span.connection is None or 0 <= span.connection < len(KNOWN)
        at = span.end
    assert find(text, KNOWN) == spans


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_neither_the_subject_nor_staff_in_their_role_are_ever_proposed(text: str) -> None:
    for span in find(text, KNOWN):
        if span.connection is not None and (KNOWN[span.connection].subject or KNOWN[span.connection].professional):
            assert not span.propose


@given(st.lists(st.text(max_size=40), max_size=6), st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_name_may_be_known(names: list[str], text: str) -> None:
    known = [Known(tuple(names), "x"), Known(tuple(names), subject=True)]
    for span in find(text + " ".join(names), known, subject_names=names):
        assert span.connection in (None, 0, 1)


EVIL = [
    "a",
    "1",
    "A ",
    "\n",
    "a@",
    "a1 ",
    "12 ",
    " The",
    "mum's ",
    "'",
    "é",
    " 7",
    "Flat 1 ",
    "St ",
    "1/",
    "dob ",
    "e\u0301",
    "-\n",
    "a-\nb",
    "School ",
]


@pytest.mark.parametrize("piece", EVIL)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """No text, however it is made, takes time that grows with the square of its length: for five times the text at most twelve times it."""

    def took(times: int) -> float:
        text, best = piece * times, 9.0
        for _run in range(2):
            began = time.process_time()
            find(text, KNOWN)
            best = min(best, time.process_time() - began)
        return best

    assert took(5_000) < 12 * took(1_000) + 0.02


def test_500_names_are_read_in_one_pass() -> None:
    crowd = [Known((f"Zel{chr(97 + number % 26)}{chr(97 + number // 26)}a Whitford{number % 9}",)) for number in range(500)]
    text = "She told Sarah that the visit to school went well on Saturday. " * 300
    find(text, crowd)

    def took(people: list[Known]) -> float:
        began = time.process_time()
        find(text, people)
        return time.process_time() - began

    find(text, crowd[:10])
    assert min(took(crowd) for _ in range(3)) < 3 * min(took(crowd[:10]) for _ in range(3)) + 0.05
