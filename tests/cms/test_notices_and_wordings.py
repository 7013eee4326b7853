"""Notices for a time and for some, words of our pages said in the council's own way, and a colleague who looks before it is public."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Workflow

from cms.first_contents import load_meanings
from cms.kept import forget
from cms.models import Banner, GlossaryTerm, HelpPage, KinderWord, Wording
from cms.queries import changes_of_words, glossary, notices, staffed_hours, wording
from official_file.actions.keep_plain_draft import keep_plain_draft
from official_file.actions.open_entry import open_entry
from official_file.actions.publish_plain_draft import NeverSaid, publish_plain_draft
from portal.queries.banners import banners_for
from portal.queries.sections import BY_SLUG
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
BOXING_DAY = datetime(2026, 12, 28, 10, 0, tzinfo=UTC)  # a Monday; the day off in its place
NOTICE = "This is not your asylum interview. Ask your solicitor before writing about your journey."


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    forget()
    yield
    forget()


def a_banner(text: str, **more: object) -> Banner:
    """A live notice."""
    forget()
    return Banner.objects.create(text=text, locale=Locale.get_default(), **more)


def said(reader: str, at: datetime) -> list[str]:
    """The notices on a page at that moment."""
    return [one.text for one in banners_for(reader, staffed_hours(), at)]


def test_a_bank_holiday_is_said_on_the_day_with_the_day_on_which_we_read_again() -> None:
    assert said("young_person", BOXING_DAY) == ["Today is a bank holiday. We read messages again on 29 December 2026."]
    assert said("young_person", NOW) == []
    assert said("staff", BOXING_DAY) == []
    assert said("", BOXING_DAY) == []


def test_a_notice_is_shown_to_its_readers_on_its_days_and_while_nobody_is_at_work(cast: Cast, client: Client) -> None:
    a_banner("Only for staff.", audience="staff")
    a_banner("For all of us.", audience="both", starts=date(2026, 11, 18), ends=date(2026, 11, 18))
    a_banner("Nobody is here.", audience="young_person", when="closed")
    assert set(said("staff", NOW)) == {"Only for staff.", "For all of us."}
    assert said("young_person", NOW) == ["For all of us."]
    assert said("young_person", NOW.replace(day=19, hour=22)) == ["Nobody is here."]
    with time_machine.travel(NOW, tick=False):
        assert "For all of us." in sign_in(client, cast.amara.user).get(reverse("portal:home")).content.decode()
        assert "Only for staff." in sign_in(client, cast.ben).get(reverse("portal:desk")).content.decode()


def test_what_every_page_asks_for_is_asked_once_in_half_a_minute(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):
        notices(), wording("ask_words")
    with django_assert_num_queries(0):
        notices(), wording("ask_words"), BY_SLUG["homes"].title


@pytest.mark.need("R85")
def test_a_council_says_a_part_of_the_record_and_a_question_in_its_own_way(cast: Cast, client: Client) -> None:
    assert BY_SLUG["homes"].title == "Where I have lived"
    forget()
    for place, text in (("section:homes", "My homes"), ("ask_words", "What would you like us to know?")):
        Wording.objects.create(place=place, text=text, locale=Locale.get_default()).save_revision().publish()
    assert BY_SLUG["homes"].title == "My homes"
    with time_machine.travel(NOW, tick=False):
        page = sign_in(client, cast.amara.user).get(reverse("stories:write")).content.decode()
    assert "What would you like us to know?" in page
    assert "Nobody sees it until you send it." in page


@pytest.mark.need("R85")
def test_every_version_is_kept_and_every_change_can_be_seen(editor: Client, cast: Cast) -> None:
    row = Wording.objects.get(place="asylum_notice", locale=Locale.get_default())
    url = reverse(Wording.snippet_viewset.get_url_name("edit"), args=[row.pk])
    editor.post(url, {"place": row.place, "text": "This is not an interview.", "action-publish": "1"})
    row.refresh_from_db()
    assert row.text == "This is not an interview."
    assert row.revisions.count() >= 1
    change = changes_of_words()[0]
    assert (change.kind, change.who, change.action) == ("wording of our pages", str(cast.ellie), "wagtail.publish")
    page = editor.get(reverse("portal:changes_of_words")).content.decode()
    assert "wording of our pages" in page


def test_somebody_who_came_alone_is_told_that_writing_here_is_no_interview(cast: Cast, client: Client) -> None:
    """Only when what says so is open to them: a notice never tells what is closed."""
    with time_machine.travel(NOW, tick=False):
        amara = sign_in(client, cast.amara.user)
        assert NOTICE not in amara.get(reverse("stories:write")).content.decode()
        entry = an_entry(cast.amara, "immigration", date(2026, 11, 10), facts={"status": "asylum"})
        assert NOTICE not in amara.get(reverse("stories:write")).content.decode()
        open_entry(entry=entry, by=cast.ben, now=NOW, with_them=True)
        assert NOTICE in amara.get(reverse("stories:write")).content.decode()
        Wording.objects.all().delete()
        forget()
        assert NOTICE in amara.get(reverse("stories:write")).content.decode(), "taken away, our own words stand there"


def test_a_colleague_looks_first_at_help_pages_words_and_notices() -> None:
    workflow = Workflow.objects.get(name="A colleague looks first")
    editors = Group.objects.get(name="Content editors")
    assert [set(task.specific.groups.all()) for task in workflow.tasks] == [{editors}]
    assert HelpPage.objects.first().get_workflow() == workflow
    for row in (GlossaryTerm.objects.first(), Banner.objects.first(), Wording.objects.first()):
        assert row.get_workflow() == workflow
    assert editors.permissions.filter(codename="publish_banner").exists()


@pytest.mark.need("R85")
def test_a_word_the_council_never_says_stops_plain_words_once(cast: Cast) -> None:
    KinderWord.objects.create(term="kiddo", instead="their name", banned=True)
    visit = an_entry(cast.amara, "visit", date(2020, 1, 8), text="We talked.", facts={"title": "A visit"})
    words = {"text": "You are a good kiddo."}
    draft = keep_plain_draft(entry=visit, level="plain", language="en-gb", words=words, version=0, by=cast.ben, now=NOW)
    with pytest.raises(NeverSaid) as refused:
        publish_plain_draft(draft=draft, by=cast.ben, now=NOW)
    assert "kiddo" in refused.value.sentence
    assert publish_plain_draft(draft=draft, anyway=True, by=cast.ben, now=NOW).text == words["text"]


@pytest.mark.need("M11")
@pytest.mark.parametrize("language", ["cy", "ar"])
def test_a_language_is_added_with_a_folder_of_contents_and_no_code(settings: Any, language: str) -> None:
    """At least 40 words, the notice of bank holidays and the one for those who came to be safe; added once."""
    settings.LANGUAGES = [("en-gb", "English"), (language, language)]
    load_meanings(get_model=apps.get_model, now=NOW)
    assert load_meanings(get_model=apps.get_model, now=NOW) == 0
    english = {word["term"] for word in glossary("en-gb")}
    assert len({word["term"] for word in glossary(language)} - english) >= 40
    assert wording("asylum_notice", language) not in ("", NOTICE)
    assert [one.when for one in notices(language)] == ["holiday"]
    assert "{day}" in notices(language)[0].text


def test_common_words_have_a_picture() -> None:
    shown = [word for word in glossary() if word["picture"]]
    assert len(shown) >= 40
    assert next(word for word in shown if word["term"] == "care plan")["picture"] == "plan"
