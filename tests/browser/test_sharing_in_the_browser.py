"""A worker shares four waiting entries: two with keys alone, two without JavaScript; and every click is counted."""

from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from official_file.covered import for_subject
from official_file.models import Connection, Entry
from official_file.models.now import State
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP
from tests.browser.test_keys_and_names import letters_are_heard
from tests.browser.world import World
from tests.factories.entries import an_entry, now_of

pytestmark = pytest.mark.django_db(transaction=True)
PRIVATE = "[a person whose name we keep private]"
CLICKS_WITHOUT_SCRIPTS = 8
NOTES = (
    "We walked by the river. Amara fed the ducks.",
    "Amara read to me for an hour.",
    "Ray Dunn came to the door and shouted. Amara hid upstairs. Call Ray Dunn on 07700 900123.",
    "School is going well. Amara laughs more.",
)


def waiting_notes(world: World) -> list[Entry]:
    """Four notes that wait; one names somebody of whom nobody knows whether she knows."""
    Connection.objects.create(child=world.cast.amara, source="case_notes", key="ray", names=["Ray Dunn"], relation="uncle")
    facts = {"title": "A visit"}
    return [an_entry(world.cast.amara, "visit", date(2024, 2, day), text=text, facts=facts) for day, text in enumerate(NOTES, 1)]


def press_on(page: Page, words: str) -> None:
    """Go with Tab to what begins with these words, and press it."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").strip().startswith(words):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab never reaches {words}")


def opened(entry: Entry) -> bool:
    """Whether it is open by a worker's decision."""
    return now_of(entry).state == State.SHARED


@pytest.mark.need("R97")
def test_a_worker_shares_four_waiting_entries(
    context: BrowserContext, page: Page, browser: Browser, small_world: World, pictures: Pictures
) -> None:
    first, second, third, last = waiting_notes(small_world)
    page.set_viewport_size(LAPTOP)
    small_world.sign_in(context, "ben")
    small_world.go(page, "portal:sharing")
    press_on(page, "Read and decide")
    for entry, number in ((first, 1), (second, 2)):
        expect(page.get_by_text(f"1 of {5 - number} that wait")).to_be_visible()
        letters_are_heard(page)
        page.keyboard.press("o")
        expect(page.locator("details[data-key=o] > summary")).to_be_focused()
        while page.evaluate("document.activeElement.value") != "none":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        press_on(page, "Open it and go to the next")
        expect(page.get_by_text("Decided.")).to_be_visible()
        assert opened(entry)

    expect(page.get_by_label("Ray Dunn")).to_be_checked()
    phone = page.frame_locator("iframe")
    expect(phone.get_by_text("Ray Dunn", exact=False).first).to_be_attached()
    page.get_by_role("button", name="Show it on the phone").click()
    expect(phone.get_by_text(f"{PRIVATE} came to the door", exact=False).first).to_be_attached()
    pictures.take(page, "sharing-one-entry")

    plain = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    small_world.sign_in(plain, "ben")
    page, clicks = plain.new_page(), 0
    small_world.go(page, "portal:sharing")
    pictures.take(page, "sharing-all-that-wait")
    page.get_by_role("link", name="Read and decide").first.click()
    page.get_by_label("None of these").check()
    page.get_by_label("Why these words are covered").fill("He did not agree to be named.")
    page.get_by_role("button", name="Open it and go to the next").click()
    pictures.take(page, "sharing-next-one")
    page.get_by_label("None of these").check()
    page.get_by_role("button", name="Open it").click()
    clicks = 5
    expect(page.get_by_text("Nothing waits", exact=True)).to_be_visible()
    assert clicks <= CLICKS_WITHOUT_SCRIPTS
    plain.close()
    assert opened(third)
    assert opened(last)
    assert for_subject(third).startswith(f"{PRIVATE} came to the door")
    assert "07700" not in for_subject(third)
