"""Contents of another language are put in once, beside those of the first; a folder is enough, and what an editor did stands."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import GroupPagePermission, Locale, Page, Site

from cms import first_contents, queries
from cms.first_contents import load_meanings, load_translated_pages
from cms.models import GlossaryTerm, HelpIndexPage, HelpPage, SupportContact

pytestmark = [pytest.mark.database, pytest.mark.django_db]
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
PAGE = "title: Jeśli zgubisz telefon\nsection: start\nintro: Co robić.\n\nZobacz [prywatność](privacy).\n"


def load() -> tuple[int, int]:
    """(rows, pages) that were added."""
    return load_meanings(get_model=apps.get_model, now=NOW), load_translated_pages(get_model=apps.get_model, now=NOW)


@pytest.fixture
def in_polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Callable[[str, str], None]:
    """Contents with a folder for Polish: `write(name, text)` puts a file into it."""
    shutil.copytree(first_contents.CONTENTS, tmp_path / "contents")
    monkeypatch.setattr(first_contents, "CONTENTS", tmp_path / "contents")
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("pl", "polski")]

    def write(name: str, text: str) -> None:
        file = tmp_path / "contents" / "pl" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return write


def test_loading_again_adds_nothing() -> None:
    assert load() == (0, 0)


def test_what_an_editor_changed_or_took_away_stays_so() -> None:
    welsh = Locale.objects.get(language_code="cy")
    HelpPage.objects.filter(locale=welsh, slug="privacy").update(title="Ein geiriau ni")
    HelpPage.objects.get(locale=welsh, slug="lost-phone").delete()
    GlossaryTerm.objects.filter(locale=welsh, term="eiriolwr").update(plain="Ein geiriau ni.")
    SupportContact.objects.get(locale=welsh, name="Meic").delete()
    assert load() == (0, 0)
    assert HelpPage.objects.get(locale=welsh, slug="privacy").title == "Ein geiriau ni"
    assert not HelpPage.objects.filter(locale=welsh, slug="lost-phone").exists()
    assert GlossaryTerm.objects.get(locale=welsh, term="eiriolwr").plain == "Ein geiriau ni."
    assert "Meic" in [one.name for one in queries.support_contacts(13, "W", "cy")], "and is said in the first language instead"


@pytest.mark.need("R29")
def test_a_language_needs_a_folder_and_no_code(in_polish: Callable[[str, str], None], client: Client) -> None:
    in_polish("help/index.json", json.dumps({"title": "Pomoc", "intro": "Krótkie strony."}))
    in_polish("help/130-lost-phone.txt", PAGE)
    in_polish("glossary.json", json.dumps([{"review": "x"}, {"of": "advocate", "term": "rzecznik", "plain": "Ktoś po twojej stronie."}]))
    in_polish("support.json", json.dumps([{"of": "childline", "name": "Childline", "what": "Porozmawiaj."}]))
    assert load() == (2, 1)
    assert load() == (0, 0)
    Site.clear_site_root_paths_cache()
    assert Page.find_problems() == ([], [], [], [], [])
    page = client.get("/help/lost-phone/", HTTP_ACCEPT_LANGUAGE="pl").content.decode()
    assert "Jeśli zgubisz telefon" in page
    assert 'href="/help/privacy/">prywatność</a>' in page, "the page it leads to is not translated, and is there all the same"
    assert "rzecznik" in [word["term"] for word in queries.glossary("pl")]
    assert ("Porozmawiaj.", "0800 1111") in [(one.text, one.number) for one in queries.support_contacts(13, "EW", "pl")]


def test_what_an_editor_took_away_or_wrote_first_is_not_put_beside_it(in_polish: Callable[[str, str], None]) -> None:
    first, polish = Locale.get_default(), Locale.objects.create(language_code="pl")
    HelpPage.objects.get(locale=first, slug="lost-phone").delete()
    GlossaryTerm.objects.get(locale=first, term="advocate").delete()
    theirs = GlossaryTerm.objects.get(locale=first, term="solicitor").copy_for_translation(polish)
    theirs.term = "adwokat"
    theirs.save()
    GlossaryTerm.objects.create(locale=polish, term="sąd", plain="Nasze.")
    in_polish("help/index.json", json.dumps({"title": "Pomoc", "intro": "Krótkie strony."}))
    in_polish("help/130-lost-phone.txt", PAGE)
    words = [("advocate", "rzecznik"), ("solicitor", "prawnik"), ("court order", "sąd")]
    in_polish("glossary.json", json.dumps([{"of": of, "term": term, "plain": "Słowo."} for of, term in words]))
    assert load() == (0, 0)
    assert set(GlossaryTerm.objects.filter(locale=polish).values_list("term", flat=True)) == {"adwokat", "sąd"}


def test_an_editor_may_write_in_every_language_and_a_colleague_looks_first(editor: Client) -> None:
    indexes = HelpIndexPage.objects.order_by("path")
    rights = [set(GroupPagePermission.objects.filter(page=index).values_list("group", "permission")) for index in indexes]
    assert rights[0]
    assert rights == [rights[0]] * 3
    for code in ("cy", "ar"):
        page = HelpPage.objects.get(slug="privacy" if code == "cy" else "worried-now", locale__language_code=code)
        assert editor.get(f"/content/pages/{page.pk}/edit/").status_code == 200
        assert page.get_workflow().name == "A colleague looks first"
