"""The contents that come with the software are put in once; what an editor did to them stands."""

import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Locale, Page, Site

from cms import first_contents
from cms.first_contents import load_contents
from cms.help_text import HelpText
from cms.models import Banner, GlossaryTerm, HelpIndexPage, HelpPage, ServiceSettings, ShippedContent, SupportContact, Wording

pytestmark = [pytest.mark.database, pytest.mark.django_db]
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
NOTHING = {"words": 0, "people": 0, "pages": 0}


def load() -> dict[str, int]:
    return load_contents(get_model=apps.get_model, now=NOW)


def test_a_new_installation_has_help_as_its_root_and_nothing_of_wagtail_s_own() -> None:
    assert Site.objects.get().root_page.specific == HelpIndexPage.objects.get(locale=Locale.get_default())
    assert {page.slug for page in Page.objects.filter(depth=2)} == {"help", "help-ar", "help-cy"}


def test_loading_again_adds_nothing() -> None:
    before = (GlossaryTerm.objects.count(), SupportContact.objects.count(), Page.objects.count(), ShippedContent.objects.count())
    assert load() == NOTHING
    assert load() == NOTHING
    assert (GlossaryTerm.objects.count(), SupportContact.objects.count(), Page.objects.count(), ShippedContent.objects.count()) == before


def test_what_an_editor_changed_or_took_away_stays_so() -> None:
    GlossaryTerm.objects.filter(term="advocate").update(plain="Ours.")
    SupportContact.objects.get(name="Become", locale=Locale.get_default()).delete()
    HelpPage.objects.get(slug="lost-phone", locale=Locale.get_default()).delete()
    GlossaryTerm.objects.filter(term="panel", locale=Locale.get_default()).update(term="the panel")
    assert load() == NOTHING
    assert GlossaryTerm.objects.get(term="advocate").plain == "Ours."
    assert not SupportContact.objects.filter(name="Become", locale=Locale.get_default()).exists()
    assert not HelpPage.objects.filter(slug="lost-phone", locale=Locale.get_default()).exists()
    assert not GlossaryTerm.objects.filter(term="panel", locale=Locale.get_default()).exists()


def test_a_later_version_adds_only_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    new = HelpText("a-new-page", "A new page", "start", "New.", ("See [privacy](privacy).",))
    texts = [*first_contents.help_texts(), new]
    monkeypatch.setattr(first_contents, "help_texts", lambda: texts)
    assert load() == {**NOTHING, "pages": 1}
    page = HelpPage.objects.get(slug="a-new-page")
    assert page.get_parent().specific == HelpIndexPage.objects.get(locale=Locale.get_default())
    assert f'id="{HelpPage.objects.get(slug="privacy", locale=Locale.get_default()).pk}"' in page.body[0].value.source
    assert Page.find_problems() == ([], [], [], [], [])
    assert load() == NOTHING


def test_a_page_an_editor_already_made_at_that_address_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    HelpIndexPage.objects.get(locale=Locale.get_default()).add_child(instance=HelpPage(title="Theirs", slug="a-new-page", intro="Theirs."))
    texts = [*first_contents.help_texts(), HelpText("a-new-page", "A new page", "start", "New.")]
    monkeypatch.setattr(first_contents, "help_texts", lambda: texts)
    assert load() == NOTHING
    assert HelpPage.objects.get(slug="a-new-page").title == "Theirs"


def test_the_command_keeps_first_versions_and_fills_in_only_what_is_empty() -> None:
    said, result = StringIO(), StringIO()
    call_command("load_cms_contents", duty_number="01632 960118", council_name="Northmoor Council", json=True, stdout=result, stderr=said)
    call_command("load_cms_contents", duty_number="01632 960999", stderr=StringIO())
    row = ServiceSettings.objects.get()
    assert (row.emergency_duty_number, row.council_name, row.service_name) == ("01632 960118", "Northmoor Council", "")
    notices = Banner.objects.filter(live=True).count() + Wording.objects.count()
    assert (
        json.loads(result.getvalue())["first_versions"]
        == GlossaryTerm.objects.count()
        + SupportContact.objects.count()
        + HelpPage.objects.count()
        + notices
        + HelpIndexPage.objects.count()
    )
    assert "stays as it was" in said.getvalue()


def test_after_the_command_an_editor_can_go_back_to_what_came_with_the_software() -> None:
    call_command("load_cms_contents", stderr=StringIO())
    word = GlossaryTerm.objects.get(term="advocate")
    came_with_it = word.plain
    word.plain = "Ours."
    word.save_revision().publish()
    assert word.revisions.order_by("created_at").first().as_object().plain == came_with_it
    call_command("load_cms_contents", stderr=StringIO())
    assert word.revisions.count() == 2


def test_pages_can_be_found_by_what_they_say() -> None:
    call_command("load_cms_contents", stderr=StringIO())
    assert "came-here-to-be-safe" in [page.slug for page in HelpPage.objects.search("solicitor")]
