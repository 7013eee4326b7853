"""First visits are light, ask nobody else for anything, and leave nothing behind on the phone."""

import gzip
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.browser.page_rules import ask
from tests.browser.world import World
from tests.views.story_of_amara import add, home, opened, own_words, visit

pytestmark = pytest.mark.django_db(transaction=True)
MOST_BYTES, MOST_REQUESTS = 60 * 1024, 4


def a_long_story(world: World) -> None:
    """Enough entries to fill the first page of the timeline."""
    amara, ben = world.cast.amara, world.cast.ben
    for year in range(2014, 2026):
        home(amara, date(year, 1, 1), date(year, 12, 1))
        for month in range(2, 8):
            opened(visit(amara, date(year, month, 3)), ben)
        own_words(amara, ben, "It was a good year. I learned to swim." * 4, date(year, 9, 1))
        add(amara, "review_held", date(year, 10, 9), facts={"code": "PN1"})


@pytest.mark.need("R77")
@pytest.mark.parametrize("name", ["portal:home", "portal:my_story"])
def test_a_first_visit_is_light_and_asks_nobody_else(name: str, context: BrowserContext, page: Page, small_world: World) -> None:
    a_long_story(small_world)
    small_world.sign_in(context, "amara")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if answer.url.startswith("http") else None)
    small_world.go(page, name)
    page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(answer.body(), 6)) for answer in answers)
    assert size <= MOST_BYTES, size
    assert len(answers) <= MOST_REQUESTS, [answer.url for answer in answers]
    assert {urlsplit(answer.url).netloc for answer in answers} == {urlsplit(small_world.url).netloc}
    assert {answer.request.resource_type for answer in answers} <= {"document", "stylesheet", "script"}
    assert page.evaluate("document.fonts.size") == 0
    if name == "portal:my_story":
        assert page.locator(".story > li").count() > 50  # of 60: homes are headings


def test_the_page_itself_is_sent_compressed_and_is_never_stored(context: BrowserContext, page: Page, small_world: World) -> None:
    small_world.sign_in(context, "amara")
    answer = page.goto(f"{small_world.url}/my-story/")
    assert answer is not None
    assert answer.headers["content-encoding"] == "gzip"
    assert "no-store" in answer.headers["cache-control"]
    assert "content-security-policy" in answer.headers
    assert ask(page, "kept") == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_after_hide_this_page_the_back_button_shows_nothing(scripts: bool, new_context, settings, small_world: World) -> None:
    settings.NEUTRAL_SITE = f"{small_world.url}/help/"  # the weather is on another machine
    context: BrowserContext = new_context(java_script_enabled=scripts)
    page = context.new_page()
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:home")
    small_world.go(page, "portal:my_story")
    page.get_by_role("button", name="Hide this page").click()
    page.wait_for_url("**/help/")
    came_by = []
    for _ in range(2):
        page.go_back()
        came_by.append(page.url)
        expect(page.get_by_text("Hello, Amara")).to_have_count(0)
        expect(page.get_by_role("heading", name="My story")).to_have_count(0)
    assert any("sign-in" in url for url in came_by)
    small_world.go(page, "portal:home")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_going_back_to_a_wrong_passphrase_shows_the_page_and_no_warning(context: BrowserContext, page: Page, small_world: World) -> None:
    small_world.sign_in(context, "nobody")
    page.goto(f"{small_world.url}/sign-in/")
    page.get_by_label("The name you sign in with").fill("amara")
    page.get_by_label("Your passphrase").fill("not these words")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_text("do not fit together").wait_for()
    page.get_by_role("link", name="I can't remember my name or passphrase").click()
    page.go_back()
    page.get_by_role("heading", name="Sign in").wait_for()


def test_pressing_shift_three_times_hides_the_page(context: BrowserContext, page: Page, settings, small_world: World) -> None:
    settings.NEUTRAL_SITE = f"{small_world.url}/help/"
    small_world.sign_in(context, "amara")
    other_tab = context.new_page()
    small_world.go(other_tab, "portal:my_story")
    small_world.go(page, "portal:home")
    page.keyboard.press("Shift")
    expect(page.get_by_text("Press Shift two more times to leave.")).to_have_count(1)
    for _ in range(2):
        page.keyboard.press("Shift")
    page.wait_for_url("**/help/")
    other_tab.wait_for_url("**/help/")
    small_world.go(page, "portal:home")
    assert "sign-in" in page.url


def test_the_session_is_closed_to_scripts_and_gone_after_a_quarter_of_an_hour(
    context: BrowserContext, page: Page, small_world: World, clock
) -> None:
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:home")
    assert page.evaluate("document.cookie") == ""
    assert {cookie["name"]: (cookie["httpOnly"], cookie["sameSite"]) for cookie in context.cookies()}["sessionid"] == (True, "Lax")
    clock.shift(timedelta(minutes=16))
    page.reload()
    expect(page.get_by_text("You were away for 15 minutes, so we closed your page to keep it private.")).to_be_visible()
