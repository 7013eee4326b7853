"""Professional words are found where they stand, and explained once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.plain_language.jargon import BANNED, find_banned, find_terms, mark_terms

GLOSSARY = [
    {"term": "care order", "plain": "a court said that the council looks after you", "also": ["full care order"]},
    {"term": "IRO", "plain": "the person who leads your reviews", "also": ["independent reviewing officer"]},
    {"term": "PEP", "plain": "the plan for your school", "also": []},
    {"term": "foster carer", "plain": "someone who looks after you in their home"},
    {"term": "children's home", "plain": "a home with staff", "also": None},
]


def test_a_term_is_found_with_its_place_and_meaning() -> None:
    (span,) = find_terms("The court made a Care  order.", GLOSSARY)
    assert (span.start, span.end, span.text, span.term) == (17, 28, "Care  order", "care order")
    assert span.plain.startswith("a court said")


def test_the_longest_name_wins() -> None:
    (span,) = find_terms("A full care order was made.", GLOSSARY)
    assert span.text == "full care order"


def test_a_plural_and_another_name_are_found() -> None:
    assert [span.text for span in find_terms("Foster carers met your independent reviewing officer.", GLOSSARY)] == [
        "Foster carers",
        "independent reviewing officer",
    ]


def test_an_acronym_is_found_only_in_capitals_and_whole() -> None:
    assert find_terms("a pep talk about iron and PEPPER", GLOSSARY) == []
    assert [span.text for span in find_terms("Your PEP and your IROs.", GLOSSARY)] == ["PEP", "IROs"]


def test_a_curly_apostrophe_is_the_same_word() -> None:
    (span,) = find_terms("You lived in a children\u2019s home.", GLOSSARY)
    assert span.text == "children\u2019s home"


def test_offsets_are_code_points_whatever_the_script() -> None:
    text = "😀 زارتك IRO"
    (span,) = find_terms(text, GLOSSARY)
    assert text[span.start : span.end] == "IRO"


@pytest.mark.need("R24")
def test_a_term_is_explained_once_a_page() -> None:
    seen: set[str] = set()
    first = mark_terms("Your IRO came. The IRO left.", GLOSSARY, seen)
    second = mark_terms("Then the IRO wrote.", GLOSSARY, seen)
    assert [(piece.text, piece.term) for piece in first] == [("Your ", ""), ("IRO", "IRO"), (" came. The IRO left.", "")]
    assert [piece.term for piece in second] == [""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your placement ended.", "placement"),
        ("Contact with siblings was discussed.", "contact"),
        ("A LAC review.", "LAC"),
        ("The service users were told.", "service user"),
    ],
)
def test_words_we_never_use_are_found_with_a_better_one(text: str, found: str) -> None:
    span = find_banned(text)[0]
    assert (span.term, span.plain) == (found, BANNED[found])


def test_plain_words_are_left_alone() -> None:
    assert find_banned("You packed your suitcase and lacked nothing. You contacted us in no other way.") == []


@given(st.text(alphabet="IRO PEPcaredn foster's\n", max_size=60))
def test_the_pieces_are_the_text_and_nothing_is_lost(text: str) -> None:
    assert "".join(piece.text for piece in mark_terms(text, GLOSSARY)) == text
    spans = find_terms(text, GLOSSARY)
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))
