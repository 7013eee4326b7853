"""Around somebody who may not be safe: after sending at night, at the desk, a picture that is closed, words nobody understands."""

from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from playwright.sync_api import BrowserContext, Page, expect

from moderation.models import ImageReport, RiskOutcome
from stories.models import Contribution
from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.world import World
from tests.cast import SATURDAY
from tests.factories.attachments import a_sent_with_media
from tests.factories.contributions import a_draft

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "I dont wanna be here anymore. My uncle touches me."


@pytest.mark.need("R55")
def test_from_words_at_night_to_what_came_of_it_and_a_picture_closed_for_good(
    context: BrowserContext,
    page: Page,
    clock: time_machine.Traveller,
    small_world: World,
    fresh_storages: Path,
    pictures: Pictures,
) -> None:
    call_command("load_cms_contents", verbosity=0)
    looking, amara = Looking(page, small_world, pictures), small_world.cast.amara
    clock.move_to(SATURDAY)
    small_world.sign_in(context, "amara")
    small_world.go(page, "stories:check", a_draft(amara, WORDS, now=SATURDAY).pk)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Nobody is at work just now.")).to_be_visible()
    expect(page.get_by_text("Childline").first).to_be_visible()
    looking.at("worried-sent-at-night")
    sent = Contribution.objects.get()
    small_world.go(page, "stories:one", sent.pk)
    looking.at("worried-cannot-take-back")
    at_the_desk(context, page, small_world, looking)
    with_a_picture(context, page, small_world, looking)
    not_understood(page, small_world, looking)
    looking.nothing_is_wrong()


def at_the_desk(context: BrowserContext, page: Page, world: World, looking: Looking) -> None:
    """First on the worker's desk; ended with one tap."""
    page.set_viewport_size(LAPTOP)
    world.sign_in(context, "ben")
    world.go(page, "portal:desk")
    looking.at("worried-desk")
    world.go(page, "moderation:queue")
    page.locator(".queue h3 a").first.click()
    expect(page.get_by_role("heading", name="Look at this now")).to_be_visible()
    looking.at("worried-reading")
    page.get_by_role("button", name="False alarm").click()
    expect(page.get_by_text("False alarm. Ben Hughes, Social worker").first).to_be_visible()
    looking.at("worried-answered")
    assert RiskOutcome.objects.get().outcome == "false_alarm"


def with_a_picture(context: BrowserContext, page: Page, world: World, looking: Looking) -> None:
    """Reported after asking once; the route; what its author reads."""
    sent = a_sent_with_media(world.cast.amara, "photo", "photo", words="This is me.", now=SATURDAY)
    world.go(page, "moderation:reading", sent.pk)
    page.locator("summary", has_text="A nude or sexual picture").click()
    looking.at("picture-reading")
    page.get_by_role("link", name="Report:").first.click()
    looking.at("picture-ask")
    page.get_by_role("button", name="Close it and report it").click()
    page.get_by_label("Reference, if there is one").first.fill("CRIME 1234/26")
    page.get_by_role("button", name="This is done").first.click()
    expect(page.get_by_text("Reference: CRIME 1234/26")).to_be_visible()
    looking.at("picture-route")
    world.go(page, "moderation:reading", sent.pk)
    looking.at("picture-closed")
    assert ImageReport.objects.count() == 1
    page.set_viewport_size(PHONE)
    world.sign_in(context, "amara")
    world.go(page, "stories:one", sent.pk)
    looking.at("picture-closed-for-her")
    page.set_viewport_size(LAPTOP)
    world.sign_in(context, "ben")


def not_understood(page: Page, world: World, looking: Looking) -> None:
    """Words in a language the worker does not know, and what an interpreter says."""
    sent = a_sent_with_media(world.cast.amara, "sound", words="ደሓን ኣይኮንኩን። ጽባሕ ክንዛረብ ንኽእል ዶ?", language="Tigrinya", now=SATURDAY)
    world.go(page, "moderation:reading", sent.pk)
    looking.at("language-reading")
    page.get_by_label("Your answer", exact=True).fill("I am finding somebody who reads this.")
    page.get_by_role("link", name="Write down what it means").first.click()
    expect(page.get_by_role("heading", name="Write down what it means")).to_be_visible()
    world.go(page, "moderation:reading", sent.pk)
    expect(page.get_by_label("Your answer", exact=True)).to_have_value("I am finding somebody who reads this.")
    page.get_by_role("link", name="Write down what it means").first.click()
    page.get_by_label("What it means, as the interpreter says it").fill("I do not feel well. Can we talk tomorrow?")
    page.get_by_role("button", name="Put it beside their words").click()
    looking.at("language-again")
    page.get_by_label("Who put it into the other language?").fill("Selam Tesfay")
    page.get_by_role("button", name="Put it beside their words").click()
    expect(page.get_by_text("Put into English from Tigrinya by Selam Tesfay.")).to_be_visible()
    looking.at("language-beside")
