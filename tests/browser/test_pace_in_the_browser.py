"""The reader's own pace on a phone: a warning, a choice, not now, reading together."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from official_file.actions.open_entry import open_entry
from official_file.actions.read_together import start_reading_together
from official_file.actions.say_themes import say_themes
from official_file.models import Entry
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.world import World
from tests.cast import NOW
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db(transaction=True)


def a_visit(world: World, title: str, *themes: str, **how: bool) -> Entry:
    """A visit of Ben's, of which he said what it is about."""
    facts = {"title": title, "summary": f"{title}. We talked about school."}
    visit = an_entry(world.cast.amara, "visit", date(2024, 2, 3), text="We talked about school.", facts=facts)
    open_entry(entry=visit, by=world.cast.ben, now=NOW - timedelta(days=2), with_them=True, **how)
    say_themes(entry=visit, themes=themes, by=world.cast.ben, now=NOW)
    return visit


@pytest.mark.need("R18", "M4", "M5", "M19")
def test_a_reader_opens_sets_aside_and_reads_with_somebody(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    hard, soft = a_visit(small_world, "A hard day", "violence", "hurt"), a_visit(small_world, "At court", "police_court")
    together = a_visit(small_world, "For the two of you", with_support=True)
    small_world.sign_in(context, "amara")
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        pictures.take(page, f"pace-{name}")
        found[name] = faults_of(page, names=small_world.names)

    small_world.go(page, "portal:my_story", query="?by=time")
    look("story")
    small_world.go(page, "portal:entry", hard.pk)
    look("warning")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", name="A hard day")).to_be_visible()
    look("opened")
    small_world.go(page, "portal:entry", soft.pk)
    look("folded")
    page.get_by_role("link", name="Not now").click()
    page.get_by_role("button", name="Set it aside").click()
    expect(page.get_by_role("status")).to_contain_text("set aside")
    small_world.go(page, "portal:set_aside")
    look("set-aside")
    start_reading_together(child=small_world.cast.amara, minutes=30, by=small_world.cast.ben, now=NOW)
    small_world.go(page, "portal:reading_together")
    look("together")
    page.get_by_role("link", name="For the two of you").click()
    small_world.go(page, "portal:reading_together")
    page.get_by_role("button", name="End it now").click()
    expect(page.get_by_text("Times you read together")).to_be_visible()
    look("together-after")
    small_world.go(page, "portal:entry", together.pk)
    expect(page.get_by_role("heading", name="For the two of you")).to_have_count(0)
    said = [f"{name}: {fault}" for name, faults in found.items() for fault in faults]
    assert not said, "\n".join(said)
