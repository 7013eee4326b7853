"""How pages look: chosen once, seen at once, kept on every phone; also before sign-in."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from people.models import ReadingPreference
from tests.cast import Cast, sign_in
from tests.factories.entries import an_entry
from tests.views.test_portal_look import CSS, GROUNDS, TEXTS, TOKEN, _ratio, _tokens

LOOK = {"size": "larger", "colours": "dark", "easy_letters": "on", "print_points": "18", "language": "en-gb"}
READ = {"level": "easy", "order": "section"}


def first_element(client: Client, name: str) -> str:
    """The page's first element, which carries what was chosen."""
    found = re.search(r"<html[^>]*>", client.get(reverse(name), follow=True).content.decode())
    assert found
    return found.group()


def chosen_block(colours: str) -> dict[str, str]:
    """The tokens of a block that a reader chooses."""
    css = CSS.read_text(encoding="utf-8")
    return dict(TOKEN.findall(css.split(f':root[data-colours="{colours}"] {{', 1)[1].split("}", 1)[0]))


@pytest.mark.need("R82")
def test_what_a_young_person_chooses_is_seen_at_once_and_on_their_next_phone(client: Client, cast: Cast) -> None:
    sign_in(client, cast.amara.user)
    page = client.post(reverse("portal:display"), {**LOOK, **READ}, follow=True)
    assert "Kept. This is how pages look now." in page.content.decode()
    for phone in (client, sign_in(Client(), cast.amara.user)):
        seen = first_element(phone, "portal:home")
        assert all(one in seen for one in ('data-size="larger"', 'data-colours="dark"', 'data-letters="easy"', 'data-print="18"'))
    kept = ReadingPreference.objects.get(user=cast.amara.user)
    assert (kept.level, kept.order, kept.fold_notes) == ("easy", "section", False)


def test_before_sign_in_the_browser_remembers_and_nothing_is_stored_about_anybody(client: Client, cast: Cast) -> None:
    client.post(reverse("portal:display"), LOOK)
    assert 'data-size="larger"' in first_element(client, "account_login")
    assert not ReadingPreference.objects.exists()
    assert not client.cookies["display"]["max-age"], "it goes when the browser is closed"
    client.cookies["display"] = "huge.<b>.1.xx.99"
    assert 'data-size="normal" data-colours="auto"' in first_element(client, "account_login")


def test_staff_choose_how_pages_look_and_nothing_about_reading_a_story(client: Client, cast: Cast) -> None:
    sign_in(client, cast.ben)
    page = client.get(reverse("portal:display")).content.decode()
    assert "Size of the words" in page
    assert "What you read first" not in page
    client.post(reverse("portal:display"), LOOK)
    assert 'data-colours="dark"' in first_element(client, "portal:desk")


def test_how_this_browser_looks_stays_when_a_level_is_the_first_choice_that_is_kept(client: Client, cast: Cast) -> None:
    client.post(reverse("portal:display"), LOOK)
    home = an_entry(cast.amara, "home", date(2020, 1, 8), facts={"place": "U4"})
    sign_in(client, cast.amara.user)
    client.post(reverse("portal:entry_level", args=[home.pk]), {"level": "easy"})
    assert 'data-size="larger" data-colours="dark"' in first_element(client, "portal:home")
    assert ReadingPreference.objects.get(user=cast.amara.user).level == "easy"


def test_a_choice_that_does_not_exist_is_asked_for_again_and_nothing_is_kept(client: Client, cast: Cast) -> None:
    sign_in(client, cast.amara.user)
    answer = client.post(reverse("portal:display"), {**LOOK, **READ, "size": "gigantic"})
    assert answer.status_code == 422
    assert not ReadingPreference.objects.exists()


@pytest.mark.need("R82")
def test_the_colours_a_reader_chooses_have_the_contrast_of_the_others() -> None:
    for colours in (_tokens("dark"), {**_tokens("light"), **chosen_block("contrast")}):
        weak = {f"{text} on {ground}" for text in TEXTS for ground in GROUNDS if _ratio(colours[text], colours[ground]) < 7}
        assert weak == set()
        assert _ratio(colours["on-accent"], colours["accent"]) >= 7
    assert chosen_block("dark") == _tokens("dark"), "dark as chosen is dark as the phone asks for it"
