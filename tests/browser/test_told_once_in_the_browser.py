"""Two entries side by side, where an entry comes from, and writing once about two children: looked at on a laptop and a phone."""

from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page

from official_file.models import Entry, PossibleDuplicate
from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.world import World
from tests.cast import NOW, tie
from tests.factories.joining import BEGAN, NOTES, a_joined_home, bring_in, told

pytestmark = pytest.mark.django_db(transaction=True)
NOTE = "We met at school on Tuesday.\n\nShe had drawn a picture of the dog and told me about the swimming lesson on Friday. She was glad."


def two_notes(world: World) -> PossibleDuplicate:
    """Nearly the same words, a day apart."""
    days = ((BEGAN, NOTE, "1"), (BEGAN + timedelta(days=1), NOTE.replace("Friday", "Monday").replace("picture", "large picture"), "2"))
    drafts = [told(NOTES, "note", day, text=text, title="Meeting at school", author_name="Ben Hughes", key=key) for day, text, key in days]
    bring_in(world.cast.amara, NOTES, drafts)
    first, second = Entry.objects.filter(child=world.cast.amara, sources__key__in=("1", "2"), sources__system=NOTES).order_by("position")
    return PossibleDuplicate.objects.create(child=world.cast.amara, first=first, second=second, rule="B", found_at=NOW)


@pytest.mark.need("M18", "R65")
def test_told_once_and_written_once(context: BrowserContext, page: Page, world: World, pictures: Pictures) -> None:
    """The same event, and taken back; every source with its rule; each child's view before it is kept."""
    look, amara = Looking(page, world, pictures), world.cast.amara
    two_notes(world)
    tie(world.cast.noor, world.cast.ben, "social_worker")
    world.sign_in(context, "ben")
    page.set_viewport_size(LAPTOP)
    world.go(page, "portal:alike", amara.pk)
    look.at("alike")
    page.set_viewport_size(PHONE)
    look.at("alike-360")
    page.set_viewport_size(LAPTOP)
    look.visitor.press("The same event")
    for part in page.locator("summary").all():
        part.click()
    look.at("alike-answered")
    world.go(page, "portal:staff_entry", a_joined_home(amara).entry_id)
    for part in page.locator("summary").all():
        part.click()
    look.at("entry-of-two-systems")
    world.go(page, "portal:together", amara.pk)
    look.at("together-choose")
    look.visitor.choose("Noor")
    look.visitor.press("Go on")
    look.visitor.write("The day", "2026-11-02")
    look.visitor.write("Heading", "A visit at home")
    look.visitor.write("What was the same for all", "We sat in the kitchen and had tea.")
    look.visitor.write("Only about Amara", "You and Noor showed me your drawings.")
    look.visitor.write("Only about Noor", "You told me about your new teacher.")
    look.visitor.press("See what stands in each file")
    look.at("together-seen")
    look.visitor.choose("A name of another child stands there, and that is right")
    look.visitor.press("Put it in the files")
    look.at("together-kept")
    look.nothing_is_wrong()
