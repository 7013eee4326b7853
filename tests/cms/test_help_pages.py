"""The help pages: there, open to everybody, plain, and pointing only at pages that exist."""

import re
from html import unescape

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from cms import queries
from cms.first_contents import help_texts
from cms.help_text import HelpText, NotHelpText, read_help_text
from cms.models import HelpIndexPage, HelpPage
from official_file.plain_language.jargon import find_banned
from official_file.plain_language.reading import grade, longest_sentence

TEXTS = help_texts()
FOR_YOUNG_PEOPLE = [text for text in TEXTS if text.section != "workers"]
MUST_BE_THERE = {
    "worried-now",
    "what-this-is",
    "what-we-keep",
    "signing-in",
    "lost-phone",
    "hide-this-page",
    "why-you-can-see-your-record",
    "why-some-things-wait",
    "what-hidden-means",
    "when-something-is-wrong",
    "someone-with-you",
    "your-whole-file",
    "when-someone-reads",
    "came-here-to-be-safe",
    "their-own-rules",
    "finding-old-records",
    "words-to-know",
    "accessibility",
    "privacy",
    "how-you-read",
    "you-set-the-pace",
    "what-to-expect",
    "on-paper-and-in-a-book",
    "leaving-care",
    "workers-reading-and-answering",
    "workers-opening-entries",
    "workers-writing-plainly",
    "workers-who-may-confirm",
}
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
MARK = re.compile(r"^(## |! |- |\d+\. )")


def words_of(text: HelpText) -> str:
    """What is read on the page, each line of a list a sentence of its own."""
    lines = [text.title, text.intro]
    for part in text.parts:
        if not part.startswith("{"):
            lines += part.splitlines() if MARK.match(part) else [" ".join(part.splitlines())]
    plain = [LINK.sub(r"\1", MARK.sub("", line)).replace("**", "").rstrip(".,:") for line in lines]
    return "\n\n".join(f"{line}." for line in plain)


@pytest.mark.need("M11", "R63")
def test_every_page_we_promised_is_there() -> None:
    assert {text.slug for text in TEXTS} >= MUST_BE_THERE


@pytest.mark.parametrize("text", FOR_YOUNG_PEOPLE, ids=lambda text: text.slug)
@pytest.mark.need("R25")
def test_a_page_can_be_read_at_nine(text: HelpText) -> None:
    words = words_of(text)
    assert grade(words) <= 4
    assert longest_sentence(words) <= 20
    assert [span.text for span in find_banned(words)] == []
    assert "!" not in words


@pytest.mark.parametrize("text", [text for text in TEXTS if text.section == "workers"], ids=lambda text: text.slug)
def test_a_page_for_workers_is_plain_too(text: HelpText) -> None:
    assert grade(words_of(text)) <= 6
    assert longest_sentence(words_of(text)) <= 20


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.slug)
def test_links_lead_to_pages_that_exist(text: HelpText) -> None:
    assert set(text.links()) <= {other.slug for other in TEXTS}


def test_nobody_who_seeks_safety_writes_before_asking_their_solicitor() -> None:
    page = next(text for text in TEXTS if text.slug == "came-here-to-be-safe")
    assert page.parts[0] == "! This is not your asylum interview. Ask your solicitor before writing about your journey."


class TestReadingAPageFromText:
    def test_parts_become_blocks_in_order(self) -> None:
        page = read_help_text(
            "a", "title: A\nsection: start\nintro: I.\n\n## B\nC **d** & [e](f).\n\n- g\n- h\n\n1. i\n2. j\n\n! k\n\n{hours}"
        )
        blocks = page.blocks({"f": 7}.get)
        assert [block["type"] for block in blocks] == ["heading", "paragraph", "paragraph", "steps", "callout", "hours"]
        assert blocks[1]["value"] == '<p>C <b>d</b> &amp; <a linktype="page" id="7">e</a>.</p>'
        assert blocks[2]["value"] == "<ul><li>g</li><li>h</li></ul>"
        assert [step["value"] for step in blocks[3]["value"]] == ["i", "j"]
        assert blocks[4]["value"]["text"] == "k"

    def test_a_link_to_no_page_keeps_its_words(self) -> None:
        page = read_help_text("a", "title: A\nsection: start\nintro: I.\n\n[words](nowhere)")
        assert page.blocks({}.get)[0]["value"] == "<p>words</p>"

    def test_a_missing_field_is_named(self) -> None:
        with pytest.raises(NotHelpText, match="has no intro"):
            read_help_text("a", "title: A\nsection: start\n\nB.")

    def test_an_unknown_block_is_named(self) -> None:
        with pytest.raises(NotHelpText, match=r"\{nothing\}"):
            read_help_text("a", "title: A\nsection: start\nintro: I.\n\n{nothing}")


@pytest.mark.database
@pytest.mark.django_db
class TestOnTheSite:
    def test_everybody_may_read_every_page_without_signing_in(self, client: Client) -> None:
        for link in queries.help_pages():
            answer = client.get(link.url)
            assert answer.status_code == 200, link.slug
            assert link.title in unescape(answer.content.decode())

    def test_the_list_has_every_page_and_ends_with_those_for_workers(self, client: Client) -> None:
        page = client.get("/help/").content.decode()
        assert all(f'href="{link.url}"' in page for link in queries.help_pages())
        assert queries.help_pages()[0].slug == "worried-now"
        assert [link.for_workers for link in queries.help_pages()] == sorted(link.for_workers for link in queries.help_pages())

    def test_numbers_and_hours_on_a_page_are_those_of_the_settings(self, client: Client) -> None:
        page = client.get("/help/worried-now/").content.decode()
        assert 'href="tel:08001111"' in page
        assert 'href="sms:85258"' in page
        assert "Monday to Friday, 9am to 5pm" in page

    def test_a_page_loads_nothing_from_anywhere_else(self, client: Client) -> None:
        for link in queries.help_pages():
            assert not re.findall(r'(?:href|src|action)="(?:https?:)?//[^"]*', client.get(link.url).content.decode())

    def test_a_page_that_is_not_there_has_no_address(self) -> None:
        assert queries.help_page("worried-now") == "/help/worried-now/"
        assert queries.help_url("no-such-page") is None

    def test_a_page_nobody_has_translated_yet_is_shown_in_the_first_language(self, client: Client, settings) -> None:
        settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("pl", "polski")]
        polish, _made = Locale.objects.get_or_create(language_code="pl")
        index = HelpIndexPage.objects.get(slug="help")
        translated = index.copy_for_translation(polish, copy_parents=True)
        translated.get_latest_revision().publish()
        page = HelpPage.objects.get(slug="privacy", locale=Locale.get_default()).copy_for_translation(polish)
        page.title, page.slug = "Prywatność", "privacy"
        page.save_revision().publish()
        in_polish = {"HTTP_ACCEPT_LANGUAGE": "pl"}
        assert "Prywatność" in client.get("/help/privacy/", **in_polish).content.decode()
        not_yet = client.get("/help/lost-phone/", **in_polish).content.decode()
        assert "If you lose your phone" in not_yet
        assert '<article lang="en-gb" dir="ltr">' in not_yet
        assert client.get("/help/no-such-page/", **in_polish).status_code == 404
        listed = client.get("/help/", **in_polish).content.decode()
        assert "Prywatność" in listed
        assert "If you lose your phone" in listed

    def test_the_tree_is_sound(self) -> None:
        assert Page.find_problems() == ([], [], [], [], [])

    def test_pages_can_be_made_only_where_they_belong(self) -> None:
        assert HelpIndexPage.allowed_subpage_models() == [HelpPage]
        assert HelpPage.allowed_subpage_models() == []
        assert HelpPage.allowed_parent_page_models() == [HelpIndexPage]
        assert not HelpIndexPage.can_create_at(HelpIndexPage.objects.get(locale=Locale.get_default()))

    def test_the_list_costs_the_same_however_many_pages_there_are(self, client: Client, django_assert_max_num_queries) -> None:
        client.get("/help/")
        with django_assert_max_num_queries(12):
            client.get("/help/")
