"""A child who does not write says it with taps: without scripts, with one thumb, on a small phone, in few steps (R35, R39)."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from official_file.actions.confirm_connection import confirm_connection
from official_file.models import Connection
from stories.models import Contribution
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.world import World
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)
MOST_PRESSES = 6  # from the first page to sent, with two taps on pictures among them
SOON = 6_000


def somebody_known(world: World) -> None:
    """Nan, of whom Ben wrote down that Amara knows of her."""
    nan = Connection.objects.create(child=world.cast.amara, source="case_notes", key="c1", names=["Grace"], own_word="Nan")
    confirm_connection(connection=nan, by=world.cast.ben, now=NOW)


@pytest.mark.need("R35", "R39", "M20")
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_board_alone_is_sent_in_few_presses_without_scripts(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    somebody_known(small_world)
    small_world.sign_in(context, "amara")
    small_world.go(page, "portal:home")
    presses = 0

    def press(what: Any) -> None:
        nonlocal presses
        what.click()
        presses += 1

    press(page.get_by_role("link", name="Tap pictures"))
    pictures.take(page, "taps-empty")
    press(page.get_by_text("Scared", exact=True))
    press(page.get_by_text("Who it is about"))
    press(page.get_by_text("Nan", exact=True))
    pictures.take(page, "taps-tapped")
    press(page.get_by_role("button", name="Next: see who will read it"))
    pictures.take(page, "taps-check")
    press(page.get_by_role("button", name="Send", exact=True))
    expect(page.get_by_role("heading", name="Sent.")).to_be_visible()
    assert presses <= MOST_PRESSES
    sent = Contribution.objects.get()
    assert [row["words"] for row in sent.board] == ["Scared", "Nan"]
    assert (sent.words, sent.kind, sent.status) == ("", "other", "sent")
    small_world.go(page, "stories:list")
    expect(page.locator(".taps-said")).to_contain_text("Scared")
    pictures.take(page, "taps-my-words")


@pytest.mark.need("R35", "R41")
def test_taps_are_kept_as_they_are_made_and_words_can_go_with_them(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    small_world.sign_in(context, "amara")
    page.clock.install()
    small_world.go(page, "stories:taps")
    assert faults_of(page) == []
    page.get_by_text("Happy", exact=True).click()
    page.clock.fast_forward(SOON)
    expect(page.get_by_text("Only you can see this draft.")).to_be_visible()
    assert [row["words"] for row in Contribution.objects.get().board] == ["Happy"]
    page.get_by_role("button", name="Write", exact=True).click()
    expect(page.locator(".taps-said")).to_contain_text("Happy")
    page.get_by_label("What do you want to say?").fill("We went to the sea.")
    pictures.take(page, "taps-and-words", night=False)
    page.get_by_role("button", name="Next: see who will read it").click()
    expect(page.locator(".own-words")).to_contain_text("We went to the sea.")
    expect(page.locator(".own-words")).to_contain_text("Happy")
