"""Three levels on a narrow phone, how pages look, and a worker who writes plain words with help as they type."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from official_file.actions.approve_plain_version import HowWritten, approve_plain_version
from official_file.actions.open_entry import open_entry
from official_file.actions.write_key_summary import write_key_summary
from official_file.models import Entry, PlainVersion
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, NARROW
from tests.browser.world import World
from tests.cast import NOW
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db(transaction=True)
HARD = "The placement was terminated by the LADO because of your non-compliant presentation throughout the statutory assessment."


def a_plan(world: World) -> Entry:
    """A plan that is open to Amara, with easy words, plain words and what it says in short."""
    text, day = "Amara stays with her carers. LAC review in May.", NOW - timedelta(days=2)
    plan = an_entry(world.cast.amara, "plan", date(2024, 2, 3), text=text, facts={"title": "Your plan"})
    open_entry(entry=plan, by=world.cast.ben, now=day, with_them=True)
    approve_plain_version(entry=plan, text="You stay with Joy.", by=world.cast.ben, now=day)
    easy = HowWritten(level="easy", pictures=("home", "carers"))
    approve_plain_version(entry=plan, text="You stay here.", how=easy, by=world.cast.ben, now=day)
    write_key_summary(entry=plan, what_it_is="This is your plan.", by=world.cast.ben, now=day)
    return plan


@pytest.mark.need("R5", "R27", "R82")
def test_a_reader_changes_levels_and_how_pages_look_on_a_narrow_phone(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    plan = a_plan(small_world)
    small_world.sign_in(context, "amara")
    page.set_viewport_size(NARROW)
    found: list[str] = []

    def look(name: str) -> None:
        pictures.take(page, f"levels-{name}")
        found.extend(f"{name}: {fault}" for fault in faults_of(page, names=small_world.names))

    small_world.go(page, "portal:entry", plan.pk)
    expect(page.get_by_text("This is your plan.")).to_be_visible()
    page.get_by_role("button", name="Easy").click()
    expect(page.get_by_text("You stay here.")).to_be_visible()
    expect(page.locator(".picture")).to_have_count(2)
    look("easy")
    page.get_by_role("button", name="Word for word").click()
    expect(page.get_by_text("Amara stays with her carers.")).to_be_visible()
    look("original")
    for colours in ("Dark", "High contrast"):
        small_world.go(page, "portal:display")
        page.get_by_label("Very large").first.check()
        page.get_by_label(colours).check()
        page.get_by_label("Letters that are easier to tell apart").check()
        page.get_by_role("button", name="Keep this").click()
        look(f"display-{colours}")
        small_world.go(page, "portal:entry", plan.pk)
        look(f"entry-{colours}")
    assert not found, "\n".join(found)


@pytest.mark.need("R26", "R97", "M22")
def test_a_worker_is_helped_as_they_type_and_warned_before_they_publish(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    plan = a_plan(small_world)
    small_world.sign_in(context, "ben")
    page.set_viewport_size(LAPTOP)
    small_world.go(page, "portal:entry_plain", plan.pk)
    page.get_by_label("What they read, in plain words").fill(HARD)
    expect(page.get_by_text("Kept. Nobody else reads it yet.")).to_be_visible()
    expect(page.locator("[data-advice]")).to_contain_text("did not want to, because")
    expect(page.frame_locator("iframe[name=phone]").get_by_text("non-compliant")).to_be_visible()
    pictures.take(page, "levels-writing")
    assert faults_of(page, names=small_world.names) == []
    page.get_by_role("button", name="Publish these words").click()
    expect(page.get_by_role("alert")).to_contain_text("hard to read")
    page.get_by_label("What they read, in plain words").fill("You stay with Joy until you are grown up.")
    page.get_by_role("button", name="Publish these words").click()
    expect(page.get_by_text("Your words are published.")).to_be_visible()
    assert PlainVersion.objects.latest("at").text == "You stay with Joy until you are grown up."
