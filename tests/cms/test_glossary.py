"""The words that come with the software: enough of them, true to their form, and plainer than what they explain."""

import re
from collections import Counter

import pytest
from wagtail.models import Locale

from cms import queries
from cms.first_contents import glossary_rows
from cms.models import GlossaryTerm
from official_file.plain_language.jargon import find_banned, find_terms
from official_file.plain_language.reading import grade, longest_sentence

ROWS = glossary_rows()
EVERYDAY_FORMS = [
    "LAC",
    "CLA",
    "IRO",
    "PEP",
    "EHCP",
    "SGO",
    "section 20",
    "care order",
    "interim care order",
    "placement",
    "contact",
    "respite",
]


def forms(row: dict[str, str]) -> list[str]:
    return [row["term"], *row["also"].splitlines()]


@pytest.mark.need("R25", "M21")
def test_there_are_at_least_eighty_words() -> None:
    assert len(ROWS) >= 80


@pytest.mark.parametrize(
    "form", [*EVERYDAY_FORMS, "siblings", "PR", "CAMHS", "UASC", "SDQ", "SAR", "redacted", "section 47", "pathway plan"]
)
def test_the_words_workers_write_are_explained(form: str) -> None:
    assert find_terms(f"They wrote {form} here.", queries_of(ROWS))


def queries_of(rows: list[dict[str, str]]) -> list[dict[str, object]]:
    return [{"term": row["term"], "plain": row["plain"], "also": row["also"].splitlines()} for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["term"])
def test_a_meaning_is_short_plain_and_kind(row: dict[str, str]) -> None:
    meaning = row["plain"]
    sentences = re.findall(r"[^.]+\.", meaning)
    assert 1 <= len(sentences) <= 2
    assert meaning.endswith(".")
    assert longest_sentence(meaning) <= 20
    assert grade(meaning) <= 8
    assert not [span.text for span in find_banned(meaning)]


@pytest.mark.need("R25")
def test_the_meanings_together_can_be_read_at_nine() -> None:
    assert sum(grade(row["plain"]) for row in ROWS) / len(ROWS) <= 4


def test_no_form_has_two_meanings() -> None:
    twice = [form for form, times in Counter(form for row in ROWS for form in forms(row)).items() if times > 1]
    assert twice == []


def test_no_meaning_uses_the_word_it_explains() -> None:
    circular = [row["term"] for row in ROWS if re.search(rf"\b{re.escape(row['term'])}\b", row["plain"], re.IGNORECASE)]
    assert circular == []


@pytest.mark.database
@pytest.mark.django_db
def test_the_whole_glossary_is_one_query_and_has_the_shape_the_rules_take(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        words = queries.glossary("en-gb")
    assert len(words) == len(ROWS)
    assert set(words[0]) == {"term", "plain", "also", "picture"}
    assert [word["term"].casefold() for word in words] == sorted(word["term"].casefold() for word in words)


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.need("R29")
def test_a_word_nobody_has_translated_yet_is_given_in_the_first_language() -> None:
    locale = Locale.objects.get(language_code="cy")
    GlossaryTerm.objects.filter(locale=locale, term__in=("genogram", "cronoleg")).delete()
    english = GlossaryTerm.objects.get(term="genogram")
    welsh = english.copy_for_translation(locale)
    welsh.term, welsh.plain = "coeden deulu", "Llun o bwy yw pwy yn dy deulu."
    welsh.save()
    words = {word["term"]: word for word in queries.glossary("cy")}
    assert "genogram" not in words
    assert "genogram" in words["coeden deulu"]["also"], "workers say the English word, and records are written in it"
    assert "chronology" in words
    assert "coeden deulu" not in {word["term"] for word in queries.glossary("en-gb")}


@pytest.mark.database
@pytest.mark.django_db
def test_a_word_taken_off_by_an_editor_is_not_explained() -> None:
    GlossaryTerm.objects.get(term="advocate").unpublish()
    assert "advocate" not in {word["term"] for word in queries.glossary("en-gb")}
