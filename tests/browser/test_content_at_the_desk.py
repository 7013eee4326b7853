"""The desk works in a real browser under its Content-Security-Policy: an editor changes a page, sees it on a phone, publishes it."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import Page, expect

from tests.cast import make_cast, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser refused so far: a script or a style its policy does not allow, above all."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    return said


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """The editor's desk, in a browser that carries the editor's session."""
    cast = make_cast()
    cast.ellie.groups.add(Group.objects.get(name="Content editors"))
    session = sign_in(Client(), cast.ellie).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page.set_viewport_size({"width": 1300, "height": 850})
    page.goto(f"{live_server.url}/content/")
    return page


def test_an_editor_changes_a_page_and_publishes_it(desk: Page, live_server: Any, complaints: list[str]) -> None:
    desk.get_by_role("link", name="Help pages What readers find").click()
    desk.get_by_role("link", name="If you lose your phone", exact=True).click()
    desk.locator(".public-DraftEditor-content").first.click()
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("Do not worry. ")
    expect(desk.locator("input[name=body-0-value]")).to_have_value(re.compile("Do not worry"))  # the editor writes it there shortly after
    desk.locator("footer .w-dropdown__toggle").last.click()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Publish", exact=True).click()
    desk.goto(f"{live_server.url}/help/lost-phone/")
    expect(desk.get_by_text("Do not worry. Your record stays with us.")).to_be_visible()
    assert complaints == []


def test_an_editor_changes_the_number_for_the_night(desk: Page, live_server: Any, complaints: list[str]) -> None:
    desk.get_by_role("link", name="Our name, hours and number").click()
    desk.get_by_role("textbox", name="Number of the team out of hours").fill("01632 960118")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save").click()
    desk.goto(f"{live_server.url}/help/worried-now/")
    expect(desk.get_by_role("link", name="01632 960118")).to_be_visible()
    assert complaints == []
