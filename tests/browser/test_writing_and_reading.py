"""The two scripts of a contribution: the draft that saves itself, and the letters of the reading desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from people.models import User
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import PASSPHRASE, Cast, make_cast, sign_in
from tests.factories.contributions import a_sent, contribution_at

SLOW = 9_000  # a save follows five seconds after a change; the machine may be busy
SAVED = "Only you can see this draft."


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """The cast, stored for good, so that the server sees it."""
    return make_cast()


def enter(page: Page, live_server: Any, user: User) -> None:
    """Give this browser the session of this user."""
    session = sign_in(Client(), user).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.clear_cookies()
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])


def amara(people: Cast) -> User:
    assert people.amara.user
    return people.amara.user


def write(page: Page, live_server: Any, user: User) -> None:
    """Open a page to write on."""
    enter(page, live_server, user)
    page.goto(live_server.url + reverse("stories:write"))


@contextmanager
def no_signal(page: Page) -> Iterator[None]:
    """The phone has lost its signal."""
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


@pytest.mark.need("R41")
def test_a_draft_saves_itself_and_says_so(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    page.get_by_label("What do you want to say?").fill("One\n\ntwo 💛")
    expect(page.get_by_role("status")).to_contain_text(SAVED, timeout=SLOW)
    assert Contribution.objects.get().words == "One\n\ntwo 💛"
    expect(page.get_by_text("Throw this draft away")).to_be_visible()


def test_the_last_words_are_saved_as_the_page_goes_away(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    page.get_by_label("What do you want to say?").fill("Just before leaving")
    page.goto(f"{live_server.url}{reverse('stories:list')}")
    page.wait_for_timeout(500)
    assert Contribution.objects.get().words == "Just before leaving"


@pytest.mark.need("R41")
def test_without_a_signal_it_says_so_and_saves_when_it_is_back(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    with no_signal(page):
        page.get_by_label("What do you want to say?").fill("Written in a tunnel")
        expect(page.get_by_role("status")).to_contain_text("We could not save just now", timeout=SLOW)
    expect(page.get_by_role("status")).to_contain_text(SAVED, timeout=SLOW)
    assert Contribution.objects.get().words == "Written in a tunnel"


def test_an_older_window_is_told_and_overwrites_nothing(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    page.get_by_label("What do you want to say?").fill("First")
    expect(page.get_by_role("status")).to_contain_text(SAVED, timeout=SLOW)
    other = page.context.new_page()
    other.goto(f"{live_server.url}{reverse('stories:write')}?draft={Contribution.objects.get().pk}")
    other.get_by_label("What do you want to say?").fill("First, and newer")
    expect(other.get_by_role("status")).to_contain_text(SAVED, timeout=SLOW)
    page.wait_for_timeout(200)
    page.get_by_label("What do you want to say?").fill("First, and older")
    expect(page.get_by_role("status")).to_contain_text("another window", timeout=SLOW)
    assert Contribution.objects.get().words == "First, and newer"
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.get_by_text("First, and newer")).to_be_visible()
    expect(page.get_by_label("What do you want to say?")).to_have_value("First, and older")


def test_after_the_session_ended_one_signs_in_elsewhere_and_goes_on_here(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_label("What do you want to say?").fill("Still here")
    expect(page.get_by_role("status")).to_contain_text("Sign in on another page", timeout=SLOW)
    other = page.context.new_page()
    other.goto(f"{live_server.url}{reverse('account_login')}")
    other.get_by_label("The name you sign in with").fill("amara")
    other.get_by_label("Your passphrase").fill(PASSPHRASE)
    other.get_by_role("button", name="Sign in").click()
    other.wait_for_url(f"{live_server.url}/")
    page.bring_to_front()
    page.get_by_label("What do you want to say?").fill("Still here, and on")
    expect(page.get_by_role("status")).to_contain_text(SAVED, timeout=SLOW)
    assert Contribution.objects.get().words == "Still here, and on"


def test_nothing_is_kept_in_the_browser(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    page.get_by_label("What do you want to say?").fill("Private")
    expect(page.get_by_role("status")).to_contain_text(SAVED, timeout=SLOW)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_the_buttons_do_the_same(page: Page, live_server: Any, people: Cast) -> None:
    write(page, live_server, amara(people))
    page.get_by_label("What do you want to say?").fill("No scripts here")
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.get_by_text("No scripts here")).to_be_visible()
    page.get_by_role("link", name="Go on writing").click()
    page.get_by_role("button", name="Next: see who will read it").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Ben Hughes will read it by")).to_be_visible()


@pytest.mark.browser_context_args(viewport={"width": 1280, "height": 800})
def test_letters_take_a_worker_to_the_choices_and_never_decide(page: Page, live_server: Any, people: Cast) -> None:
    contribution = contribution_at(Status.BEING_READ, people)
    a_sent(people.amara)
    enter(page, live_server, people.ben)
    page.goto(live_server.url + reverse("moderation:reading", args=[contribution.pk]))
    for letter, name in (("a", "Put in the file"), ("d", "Talk first")):
        page.locator("h1").click()
        page.keyboard.press(letter)
        expect(page.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("c")
    expect(page.get_by_text("Why can it not be added?")).to_be_visible()
    page.get_by_label("Your answer").fill("a cad")
    expect(page.get_by_text("Your answer is kept.")).to_be_visible(timeout=SLOW)
    page.get_by_label("Use these letters").uncheck()
    page.locator("h1").click()
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Put in the file")).not_to_be_focused()
    page.get_by_label("Use these letters").check()
    page.locator("h1").click()
    page.keyboard.press("j")
    expect(page).not_to_have_url(live_server.url + reverse("moderation:reading", args=[contribution.pk]))
    assert Contribution.objects.get(pk=contribution.pk).standing is Status.BEING_READ
