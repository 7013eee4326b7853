"""Help pages, words, notices and people to talk to in Welsh and Arabic: the same pages, links, buttons and numbers as in English."""

import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from cms import queries
from cms.first_contents import CONTENTS, glossary_rows, help_texts, help_texts_in, support_rows, translated_rows
from cms.help_text import BOLD, LINK, HelpText
from cms.kept import forget
from cms.models import Banner, HelpPage, SupportContact
from tests.cast import Cast, sign_in
from tests.words.test_languages import written

LANGUAGES = ("cy", "ar")
ENGLISH = {text.slug: text for text in help_texts()}
NUMBER = re.compile(r"\d+(?:[ .]\d+)*")
REVIEW = "NEEDS REVIEW BY A NATIVE SPEAKER"
PAGES = [pytest.param(code, text, id=f"{code} {text.slug}") for code in LANGUAGES for text in help_texts_in(code)]


@pytest.fixture
def _asked_anew() -> Iterator[None]:
    forget()
    yield
    forget()


def kind(part: str) -> str:
    """What a part of a page is: its mark, and how many lines a list has."""
    mark = re.match(r"(## |! |- |1\. |\{)", part)
    return f"{mark[1]}{len(part.splitlines())}" if mark and mark[1] in ("- ", "1. ") else (mark[1] if mark else "words")


def said(text: HelpText) -> str:
    """Everything on a page but its address."""
    return "\n".join([text.title, text.intro, *text.parts])


@pytest.mark.need("R29")
def test_every_page_is_there_in_welsh_and_every_page_for_young_people_in_arabic() -> None:
    assert {text.slug for text in help_texts_in("cy")} == set(ENGLISH)
    for_workers = {slug for slug, text in ENGLISH.items() if text.section == "workers"}
    assert {text.slug for text in help_texts_in("ar")} == set(ENGLISH) - for_workers


@pytest.mark.parametrize(("code", "text"), PAGES)
def test_a_page_says_the_same_in_the_same_order(code: str, text: HelpText) -> None:
    english = ENGLISH[text.slug]
    assert text.section == english.section
    assert [kind(part) for part in text.parts] == [kind(part) for part in english.parts]
    assert text.links() == english.links()
    assert Counter(NUMBER.findall(re.sub(r"^\d+\. ", "", said(text), flags=re.M))) == Counter(
        NUMBER.findall(re.sub(r"^\d+\. ", "", said(english), flags=re.M))
    )
    assert max(len(text.intro), len(text.title)) <= 250
    assert all(len(part.removeprefix("## ")) <= 80 for part in text.parts if part.startswith("## "))


@pytest.mark.parametrize(("code", "text"), PAGES)
def test_a_page_names_buttons_as_they_are_called_in_its_language(code: str, text: HelpText) -> None:
    called = {source: forms[0] for _files, source, forms in written(code) if forms and forms[0]}
    for english, theirs in zip(BOLD.findall(said(ENGLISH[text.slug])), BOLD.findall(said(text)), strict=True):
        if english in called:
            assert theirs == called[english], english


@pytest.mark.parametrize(("code", "text"), PAGES)
def test_a_link_is_called_as_the_page_it_leads_to(code: str, text: HelpText) -> None:
    titles = {other.slug: other.title.casefold() for other in help_texts_in(code)}
    english = {other.slug: other.title.casefold() for other in help_texts()}
    for (named, slug), (in_english, _same) in zip(LINK.findall(said(text)), LINK.findall(said(ENGLISH[text.slug])), strict=True):
        if in_english.casefold() == english[slug] and slug in titles:
            assert named.casefold() == titles[slug], named


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_notice_wording_and_person_is_there(code: str) -> None:
    assert {row["key"] for row in translated_rows(code, "glossary.json")} == {row["key"] for row in glossary_rows()}
    assert {row["key"] for row in translated_rows(code, "support.json")} == {row["key"] for row in support_rows()}
    for name in ("notices.json", "wordings.json"):
        first = {row["key"]: row["text"] for row in json.loads((CONTENTS / "en-gb" / name).read_text(encoding="utf-8"))}
        rows = {row["key"]: row["text"] for row in translated_rows(code, name)}
        assert set(rows) == set(first)
        assert all(("{day}" in text) == ("{day}" in first[key]) for key, text in rows.items())


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_meaning_is_short_and_no_word_has_two(code: str) -> None:
    rows = translated_rows(code, "glossary.json")
    assert all(1 <= len(re.findall(r"[^.]+\.", row["plain"])) <= 2 and row["plain"].endswith(".") for row in rows)
    assert all(len(sentence.split()) <= 26 for row in rows for sentence in row["plain"].split("."))
    english = {row["key"]: [row["term"], *row["also"].splitlines()] for row in glossary_rows()}
    forms = [form for row in rows for form in {row["term"], *row["also"].splitlines(), *english[row["key"]]} if form]
    assert [form for form, times in Counter(forms).items() if times > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_says_that_a_native_speaker_has_to_look(code: str) -> None:
    files = [*(CONTENTS / code).glob("help/*"), *(CONTENTS / code / name for name in ("glossary.json", "notices.json", "support.json"))]
    assert [file.name for file in files if REVIEW not in file.read_text(encoding="utf-8")[:200]] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_translation_of_a_person_gives_a_number_of_its_own(code: str) -> None:
    named = {"of", "name", "what", "hours"}
    rows = [row for row in json.loads((CONTENTS / code / "support.json").read_text(encoding="utf-8")) if "of" in row]
    first = {row["key"]: row for row in support_rows()}
    assert all(set(row) <= named for row in rows)
    assert all(NUMBER.findall(row["what"]) == NUMBER.findall(first[row["of"]]["what"]) for row in rows)


@pytest.mark.django_db
@pytest.mark.need("R29")
@pytest.mark.parametrize("age", [None, 9, 18, 34])
@pytest.mark.parametrize("nation", ["E", "W", "SC", "NI"])
def test_the_numbers_to_call_are_the_same_in_every_language(age: int | None, nation: str) -> None:
    shown = {}
    for code in ("en-gb", *LANGUAGES):
        people = queries.support_contacts(age, nation, code)
        shown[code] = [(one.kind, one.number, one.text_number, one.web) for one in people]
    assert shown["cy"] == shown["ar"] == shown["en-gb"]
    assert [one.text for one in queries.support_contacts(age, nation, "cy")] != [one.text for one in queries.support_contacts(age, nation)]


@pytest.mark.django_db
def test_a_number_changed_once_is_changed_in_every_language_and_who_is_taken_off_is_off_everywhere() -> None:
    english = Locale.get_default()
    SupportContact.objects.filter(name="Childline", locale=english).update(phone="0800 0000")
    SupportContact.objects.get(name="Become", locale=english).unpublish()
    welsh = queries.support_contacts(13, "EW", "cy")
    assert "0800 0000" in [one.number for one in welsh]
    assert "0800 1111" not in [one.number for one in welsh]
    assert "Become" not in [one.name for one in welsh]


@pytest.mark.django_db
@pytest.mark.usefixtures("_asked_anew")
def test_a_notice_that_is_only_offered_is_shown_in_no_language_until_it_is_published() -> None:
    assert len(queries.notices("cy")) == len(queries.notices("en-gb")) == 1
    forget()
    Banner.objects.get(text__startswith="Nobody is at work", locale=Locale.get_default()).save_revision().publish()
    assert "Does neb yn y gwaith nawr. Byddwn yn darllen negeseuon eto ar {day}." in [one.text for one in queries.notices("cy")]


@pytest.mark.django_db
@pytest.mark.need("R29")
@pytest.mark.parametrize(
    ("code", "direction", "title", "danger"),
    [
        ("cy", "ltr", "Os wyt ti&#x27;n poeni nawr", "ffonia 999"),
        ("ar", "rtl", "إذا كنت قلقاً الآن", "فاتصل بالرقم 999"),
    ],
)
def test_a_reader_meets_help_in_the_language_they_chose(
    client: Client, cast: Cast, code: str, direction: str, title: str, danger: str
) -> None:
    amara = sign_in(client, cast.amara.user)
    chosen = {"size": "normal", "colours": "auto", "print_points": "12", "level": "plain", "order": "date", "language": code}
    amara.post(reverse("portal:display"), chosen)
    assert title in amara.get(reverse("portal:help")).content.decode()
    page = amara.get(queries.help_url("worried-now") or "").content.decode()
    assert f'<html lang="{code}" dir="{direction}"' in page
    assert title in page
    assert danger in page
    assert 'href="tel:08001111"' in page
    assert "<article>" in page, "the page is theirs: nothing in it is marked as another language"


@pytest.mark.django_db
def test_an_arabic_reader_is_given_the_english_page_where_there_is_none_and_told_so(client: Client) -> None:
    HelpPage.objects.filter(slug="not-happy", locale__language_code="ar").update(live=False)
    page = client.get("/help/not-happy/", HTTP_ACCEPT_LANGUAGE="ar").content.decode()
    assert '<article lang="en-gb" dir="ltr">' in page
    assert '<div lang="ar" dir="rtl">' in page, "people to talk to are said in Arabic all the same"
    with override("ar"):
        links = queries.help_pages()
    assert [link.slug for link in links] == [link.slug for link in queries.help_pages("en-gb")]
    assert {link.title for link in links} >= {"إذا كنت قلقاً الآن", "If you are not happy with us"}
