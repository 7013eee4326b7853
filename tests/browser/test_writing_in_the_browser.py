"""Words are not lost and not sent twice, whatever happens to the phone, the connection, the session or the server."""

import time
from typing import Any

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page, expect

from stories.models import Contribution
from stories.verbatim import digest_of
from stories.views import writing
from tests.browser.page_rules import ask, faults_of
from tests.browser.world import World
from tests.cast import PASSPHRASE

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "I want a dog.\n\n  مرحبا! \u2764\ufe0f <b>&amp;"
BOX = "What do you want to say?"
SOON = 6_000  # milliseconds: autosave waits five seconds


@pytest.fixture
def phone(context: BrowserContext, page: Page, small_world: World) -> Page:
    """Amara's phone, on an empty page to write on. Its timers run when a test says so, so that nobody waits."""
    small_world.sign_in(context, "amara")
    page.clock.install()
    small_world.go(page, "stories:write")
    return page


def mine(words: str = WORDS) -> Any:
    """What of hers has these words."""
    return Contribution.objects.filter(words=words)


@pytest.mark.need("R41")
def test_words_are_saved_while_they_are_typed_and_nothing_is_kept_in_the_browser(phone: Page) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("Only you can see this draft.")).to_be_visible()
    assert mine().get().status == "draft"
    assert ask(phone, "kept") == []
    assert phone.evaluate("document.cookie") == ""


def test_after_they_were_saved_the_buttons_go_on(phone: Page) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("Only you can see this draft.")).to_be_visible()
    phone.get_by_role("button", name="Next: see who will read it").click()
    expect(phone.get_by_role("heading", name="Before you send it")).to_be_visible()


@pytest.mark.need("R41")
def test_words_typed_just_before_the_page_goes_away_are_saved(phone: Page, small_world: World) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    small_world.go(phone, "portal:help")
    expect(phone.get_by_role("heading", name="Help and people to talk to")).to_be_visible()
    assert soon(lambda: mine().exists())


@pytest.mark.need("R40", "R41")
def test_twenty_thousand_letters_of_another_script_are_saved_as_the_page_goes_away(phone: Page, small_world: World) -> None:
    long = ("\u0623\u0631\u064a\u062f \u0623\u062e\u064a. " * 2_500)[:20_000]
    phone.get_by_label(BOX).fill(long)
    small_world.go(phone, "portal:help")
    assert soon(lambda: mine(long).exists())


@pytest.mark.need("R41")
def test_words_are_saved_when_the_page_is_put_aside(phone: Page) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    phone.evaluate("Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.get_by_text("Only you can see this draft.")).to_be_visible()
    assert mine().exists()


@pytest.mark.need("R42")
def test_a_double_click_on_send_sends_once_and_going_back_sends_nothing_again(phone: Page) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    phone.get_by_role("button", name="Next: see who will read it").click()
    phone.get_by_role("button", name="Send", exact=True).dblclick()
    expect(phone.get_by_role("heading", name="Sent.")).to_be_visible()
    phone.go_back()
    expect(phone.get_by_role("heading", name="Sent.")).to_be_visible()
    sent = mine().get()
    assert (sent.status, sent.digest) == ("sent", digest_of(WORDS))


def test_two_windows_with_one_draft_lose_neither_words(phone: Page, context: BrowserContext) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    phone.get_by_role("button", name="Keep as draft").click()
    phone.get_by_role("link", name="Go on writing").first.click()
    other = context.new_page()
    other.goto(phone.url)
    other.get_by_label(BOX).fill("From the other window.")
    other.get_by_role("button", name="Keep as draft").click()
    expect(other.get_by_role("heading", name="My words")).to_be_visible()
    phone.get_by_label(BOX).fill(f"{WORDS} And from this one.")
    phone.get_by_role("button", name="Keep as draft").click()
    expect(phone.get_by_text("You changed this draft in another window")).to_be_visible()
    expect(phone.locator(".own-words")).to_contain_text("From the other window.")
    expect(phone.get_by_label(BOX)).to_have_value(f"{WORDS} And from this one.")


@pytest.mark.need("R41")
def test_when_the_session_ends_while_somebody_types_nothing_is_lost(
    phone: Page, context: BrowserContext, small_world: World, clock: time_machine.Traveller
) -> None:
    phone.get_by_label(BOX).fill(WORDS)
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("Only you can see this draft.")).to_be_visible()
    clock.shift(16 * 60)
    phone.get_by_label(BOX).fill(f"{WORDS} More.")
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("We closed your page to keep it private.")).to_be_visible()
    expect(phone.get_by_label(BOX)).to_have_value(f"{WORDS} More.")
    other = context.new_page()
    other.goto(f"{small_world.url}/sign-in/")
    other.get_by_label("The name you sign in with").fill("amara")
    other.get_by_label("Your passphrase").fill(PASSPHRASE)
    other.get_by_role("button", name="Sign in").click()
    other.close()
    phone.get_by_role("button", name="Keep as draft").click()
    expect(phone.get_by_role("heading", name="My words")).to_be_visible()
    assert mine(f"{WORDS} More.").count() == 1


def test_when_the_server_fails_what_was_typed_stays_and_is_saved_later(phone: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(writing, "save_form", lambda *_, **__: 1 / 0)
        phone.get_by_label(BOX).fill(WORDS)
        phone.clock.fast_forward(SOON)
        expect(phone.get_by_text("We could not save just now.")).to_be_visible()
        phone.get_by_role("button", name="Keep as draft").click()
        expect(phone.get_by_text("We could not save just now.")).to_be_visible()
        expect(phone.get_by_label(BOX)).to_have_value(WORDS)
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("Only you can see this draft.")).to_be_visible(timeout=15_000)
    assert mine().count() == 1


def test_without_a_connection_what_was_typed_stays_and_is_saved_later(phone: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    phone.get_by_label(BOX).fill(WORDS)
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("We could not save just now.")).to_be_visible()
    phone.get_by_role("button", name="Next: see who will read it").click()
    expect(phone.get_by_label(BOX)).to_have_value(WORDS)
    context.set_offline(False)
    phone.clock.fast_forward(SOON)
    expect(phone.get_by_text("Only you can see this draft.")).to_be_visible(timeout=15_000)
    assert mine().count() == 1


@pytest.mark.need("R40")
def test_twenty_thousand_letters_can_be_sent_and_break_no_page(phone: Page, small_world: World) -> None:
    long = ("A long day with my brother by the sea. " * 520)[:19_999] + "."
    phone.get_by_label(BOX).fill(long)
    phone.get_by_role("button", name="Next: see who will read it").click()
    expect(phone.get_by_role("heading", name="Before you send it")).to_be_visible()
    assert faults_of(phone) == []
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.get_by_role("heading", name="Sent.")).to_be_visible()
    assert mine(long).get().digest == digest_of(long)
    small_world.go(phone, "stories:list")
    assert faults_of(phone) == []


def test_a_page_that_was_open_too_long_gives_the_words_back(context: BrowserContext, page: Page, small_world: World) -> None:
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:about_me")
    page.get_by_label("What should people know about you?").fill(WORDS)
    page.locator("main [name=csrfmiddlewaretoken]").evaluate("one => { one.value = 'old' }")
    page.get_by_role("button", name="Keep these words").click()
    expect(page.get_by_role("heading", name="Please send that again")).to_be_visible()
    expect(page.locator(".verbatim")).to_have_text(WORDS)


def soon(holds: Any) -> bool:
    """Whether it holds within two seconds: what a page sends as it goes away arrives a little after it."""
    ends = time.monotonic() + 2
    while not holds() and time.monotonic() < ends:
        time.sleep(0.05)
    return bool(holds())


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_server_that_fails_gives_the_words_back(
    context: BrowserContext, page: Page, small_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "save_form", lambda *_, **__: 1 / 0)
    small_world.sign_in(context, "amara")
    small_world.go(page, "stories:write")
    page.get_by_label(BOX).fill(WORDS)
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.locator(".verbatim")).to_have_text(WORDS)
