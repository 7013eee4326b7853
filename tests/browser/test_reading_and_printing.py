"""The reading pages by keys and on paper: the life line, the kept order, the first screen of a review, black words of the size chosen."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdfium2 import PdfDocument

from official_file.models import KeySummary, PlainVersion
from tests.browser.sizes import PHONE
from tests.browser.world import World
from tests.cast import NOW
from tests.views.story_of_amara import add, home, opened, own_words, visit

pytestmark = pytest.mark.django_db(transaction=True)
MOVED = """() => new Promise((say) => { const look = (left) => { const at = document.querySelector('.life-line').scrollLeft;
  if (at > 0 || !left) say(at > 0); else setTimeout(look, 50, left - 1); }; look(60); })"""
WORDS_OF = """[...document.querySelectorAll('main *')].filter((one) => one.checkVisibility() && !one.closest('svg')
  && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))"""
SMALL_LETTERS = f"""(least) => {WORDS_OF}.filter((one) => parseFloat(getComputedStyle(one).fontSize) < least - 0.1)
  .map((one) => one.textContent.trim().slice(0, 40))"""
NOT_BLACK = f"""() => {WORDS_OF}.filter((one) => getComputedStyle(one).color !== 'rgb(0, 0, 0)').map((one) => one.outerHTML.slice(0, 80))"""
PRESSED = "main :is(button, input, select, nav a)"
LONG = "You had a review. Everybody came and talked for a long time about school and about home. " * 20


def fill(world: World) -> Any:
    """Homes with a gap, her own words, and a long review with what is said in short at its head."""
    amara, ben = world.cast.amara, world.cast.ben
    home(amara, date(2014, 3, 4), date(2015, 8, 21))
    home(amara, date(2019, 5, 1))
    own_words(amara, ben, "I was glad.", date(2020, 6, 1))
    opened(visit(amara, date(2020, 7, 1)), ben)
    written = {"author_name": "Ben Hughes", "author_role": "social worker", "facts": {"title": "Your review, July 2021"}}
    review = opened(add(amara, "review_minutes", date(2021, 7, 1), text="Minutes. " * 400, **written), ben)
    signed = {"entry": review, "at": NOW}
    PlainVersion.objects.create(text=LONG, approved_by=ben, approved_by_name="Ben Hughes", **signed)
    said = {"what_it_is": "Notes of your review.", "what_was_decided": "You stay with Joy.", "what_happens_next": "We meet in January."}
    KeySummary.objects.create(by=ben, by_name="Ben Hughes", **said, **signed)
    return review


@pytest.mark.need("R28", "R5")
def test_a_review_begins_with_what_matters_on_one_screen_and_the_rest_is_one_touch_away(
    context: BrowserContext, page: Page, small_world: World
) -> None:
    review = fill(small_world)
    small_world.sign_in(context, "amara")
    page.set_viewport_size(PHONE)
    small_world.go(page, "portal:entry", review.pk)
    for words in ("Notes of your review.", "You stay with Joy.", "We meet in January."):
        box = page.get_by_text(words).bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"], words
    more = page.locator("summary", has_text="Read on")
    expect(page.get_by_text("Minutes.")).to_be_hidden()
    assert page.locator("p.lead").inner_text().count("You had a review.") <= 3
    more.click()
    assert page.locator("details[open]").inner_text().count("You had a review.") >= 17


@pytest.mark.need("R6")
def test_the_life_line_scrolls_with_keys_and_the_order_is_chosen_with_them(context: BrowserContext, page: Page, small_world: World) -> None:
    fill(small_world)
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:my_story")
    line = page.get_by_role("region", name="Your life in one line")
    line.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(MOVED)
    page.get_by_text("The same in words").press("Enter")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Living with foster carers, since 2019", exact=True).click()
    assert page.url.endswith("#part-2019-05-01")
    with page.expect_navigation():
        page.get_by_role("button", name="Part by part").press("Enter")
    expect(page.get_by_role("button", name="Part by part")).to_have_attribute("aria-current", "page")
    small_world.go(page, "portal:home")
    page.get_by_role("main").get_by_role("link", name="My story").click()
    expect(page.get_by_role("button", name="Part by part")).to_have_attribute("aria-current", "page")


@pytest.mark.need("R19", "R82")
@pytest.mark.parametrize("points", [12, 18])
def test_paper_has_black_words_of_the_size_chosen_and_nothing_to_press(
    points: int, context: BrowserContext, page: Page, small_world: World
) -> None:
    review = fill(small_world)
    small_world.sign_in(context, "amara")
    addresses = ("/my-story/?by=time&", "/?", f"/my-story/{review.pk}/?", "/my-story/?by=year&year=2020&", "/my-people/?")
    for address in addresses:
        page.goto(f"{small_world.url}{address}print={points}&picture=1")
        page.emulate_media(media="print")
        assert page.evaluate(SMALL_LETTERS, points * 96 / 72) == [], address
        assert page.evaluate(NOT_BLACK) == [], address
        assert page.locator(PRESSED).filter(visible=True).count() == 0, address
    text = "".join(part.get_textpage().get_text_range() for part in PdfDocument(page.pdf(format="A4")))
    assert "My people" in text
    assert "Hide this page" not in text
    assert "This is how it looks on paper" not in text


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_one_press_prints_and_without_scripts_the_printed_form_says_how(scripts: bool, new_context: Any, small_world: World) -> None:
    fill(small_world)
    context: BrowserContext = new_context(java_script_enabled=scripts)
    context.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; }")
    page = context.new_page()
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:my_story")
    page.get_by_role("link", name="Print this page").click()
    expect(page.get_by_text("This is how it looks on paper.")).to_be_visible()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible(visible=scripts)
    if scripts:
        assert page.evaluate("window.printed") == 1
        page.get_by_role("button", name="Print", exact=True).click()
        assert page.evaluate("window.printed") == 2
        page.reload()
        assert page.evaluate("window.printed") == 0  # only for who pressed
    page.get_by_role("link", name="Back to the page").click()
    expect(page.get_by_role("link", name="Print this page")).to_be_visible()
