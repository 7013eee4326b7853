"""Saying that something is wrong, answering what is asked before sharing, a letter and a paper, on a phone and at a worker's desk."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.need("R43", "M6")
def test_she_answers_and_is_answered_and_every_page_on_the_way_keeps_the_rules(
    context: BrowserContext, page: Page, world: World, pictures: Pictures
) -> None:
    look = Looking(page, world, pictures)
    page.set_viewport_size(PHONE)
    world.sign_in(context, "amara")
    amara = look.visitor
    world.go(page, "portal:sharing_question", *world.things.ids["asked_before"])
    amara.press("Send my answer")
    look.at("sharing-question-no-answer")
    amara.choose("Talk to me first")
    amara.press("Send my answer")
    assert amara.sees("You said: talk to me first.")
    look.at("sharing-question-answered")
    world.go(page, "portal:my_papers")
    page.get_by_role("button", name=re.compile("Ask for it.*Your passport")).click()
    assert amara.sees("You asked for it. Ben Hughes will answer")
    look.at("paper-asked-for")
    world.go(page, "portal:entry_wrong", *world.things.ids["open_entry"])
    amara.press("I do not agree with this")
    assert amara.sees("You said that you do not agree with this.")
    look.at("entry-not-agreed")
    page.set_viewport_size(LAPTOP)
    world.sign_in(context, "ben")
    ben = look.visitor
    world.go(page, "portal:answer_wrong", *world.things.ids["said_wrong"])
    ben.press("Send the answer")
    look.at("answer-wrong-nothing-chosen")
    world.go(page, "portal:write_letter", *world.things.ids["child"])
    ben.press("See how it looks first")
    look.at("letter-nothing-written")
    look.nothing_is_wrong()
