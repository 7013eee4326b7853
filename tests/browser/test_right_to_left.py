"""The pages a young person meets first, chosen in Arabic: from right to left, keeping every rule, at 320 px and with doubled letters."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.page_rules import faults_of
from tests.browser.sizes import PHONE
from tests.browser.world import World

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ("home", "my_story", "my_plans", "my_people", "my_papers", "who_has_looked", "settings", "help")


@pytest.mark.need("R29", "R82")
def test_pages_chosen_in_arabic_read_from_right_to_left_and_keep_the_rules(context: BrowserContext, page: Page, world: World) -> None:
    world.sign_in(context, "amara")
    page.set_viewport_size(PHONE)
    world.go(page, "portal:display")
    page.locator('input[name="language"][value="ar"]').check()
    page.locator('main form button[type="submit"]').first.click()
    page.wait_for_selector('html[dir="rtl"]')
    said: list[str] = []
    for name in NAMES:
        world.go(page, f"portal:{name}")
        assert page.locator('html[dir="rtl"][lang="ar"]').count() == 1, name
        assert page.locator("h1").evaluate("one => getComputedStyle(one).textAlign") in ("start", "right"), name
        said += [f"{name}: {fault}" for fault in faults_of(page, names=world.names)]
    for slug, whose in (("worried-now", "article:not([dir])"), ("workers-writing-plainly", 'article[dir="ltr"][lang="en-gb"]')):
        world.go(page, "wagtail_serve", f"{slug}/")
        assert page.locator(f'html[dir="rtl"] {whose}').count() == 1, slug
        said += [f"{slug}: {fault}" for fault in faults_of(page, names=world.names)]
    assert not said, "\n".join(said)
