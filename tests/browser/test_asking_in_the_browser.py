"""Asking for a file without an account, on a phone: every page on the way keeps the rules of pages."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from access_requests.models import AccessRequest
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.sizes import PHONE
from tests.browser.visitor import BrowserVisitor
from tests.browser.world import World

pytestmark = pytest.mark.django_db(transaction=True)
SAID = {"who": "Myself: the file is about me", "reach": "I will come back to this website with my code"}
GO_ON = "Go on"


@pytest.mark.need("R70", "M12")
def test_somebody_asks_on_a_phone_stops_comes_back_with_a_code_and_is_told_at_once(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    visitor, wrong = BrowserVisitor(page, small_world.url), []
    page.set_viewport_size(PHONE)

    def look(name: str) -> None:
        pictures.take(page, f"asking-{name}", night=False)
        wrong.extend(f"{name}: {fault}" for fault in faults_of(page))

    visitor.open(reverse("access_requests:ask_begin"))
    visitor.press("Begin")
    look("who")
    visitor.choose(SAID["who"])
    visitor.press(GO_ON)
    visitor.write("Your name", "Pat Lowe")
    visitor.press("Stop here and come back later")
    look("later")
    code = page.locator(".join-code").inner_text()
    context.clear_cookies()
    visitor.open(reverse("access_requests:ask_come_back"))
    visitor.write("Your code", code)
    visitor.press(GO_ON)
    for _page in range(10):
        if "/reach/" in page.url:
            break
        slug = page.url.rstrip("/").split("/")[-1]
        if slug in ("people", "formats"):  # the others are made in the same way
            look(slug)
        visitor.press(GO_ON)
    visitor.press(GO_ON)
    assert visitor.sees("Give one way to reach you.")
    look("reach")
    visitor.choose(SAID["reach"])
    visitor.press(GO_ON)
    visitor.press("Back")
    visitor.press(GO_ON)
    visitor.press(GO_ON)
    look("expect")
    visitor.follow("Go on and look over my answers")
    look("check")
    visitor.press("Send it")
    made = AccessRequest.objects.get(known_as="Pat Lowe")
    assert visitor.sees(made.reference)
    look("sent")
    assert re.fullmatch(r"([A-Z0-9]{4}-){2}[A-Z0-9]{4}", page.locator(".notice .join-code").inner_text())
    assert not wrong, "\n".join(wrong)
