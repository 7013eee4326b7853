"""Searching in a real browser: on a phone, at a desk, without scripts; what is found keeps the rules, and Back leads back."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.looking import Looking
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.visitor import BrowserVisitor
from tests.browser.world import World

pytestmark = pytest.mark.django_db(transaction=True)
BOX = "What are you looking for?"


@pytest.mark.need("R80", "R82")
def test_every_answer_keeps_the_rules(context: BrowserContext, page: Page, world: World, pictures: Pictures) -> None:
    """Found, mended, nothing, too long, narrowed; by a young person on a phone and by a worker at a desk."""
    look = Looking(page, world, pictures)
    world.sign_in(context, "amara")
    page.set_viewport_size(PHONE)
    look.visitor.open("/my-story/")
    look.visitor.write("Look for something", "carers mum")
    look.visitor.press("Search")
    look.at("search-found")
    for name, words in (("mended", "judg cout"), ("nothing", "xylophone"), ("signs", "\U0001f600"), ("long", "x" * 300)):
        look.visitor.write(BOX, words)
        look.visitor.unfold("Only one part, or some years")
        look.visitor.press("Search")
        look.at(f"search-{name}")
    world.sign_in(context, "ben")
    page.set_viewport_size(LAPTOP)
    for name in ("portal:search_child", "portal:search_all"):
        world.go(page, name, *([world.cast.amara.pk] if name == "portal:search_child" else []))
        look.visitor.write(BOX, "visit home")
        look.visitor.press("Search")
        look.at(f"{name}-found")
    look.nothing_is_wrong()


@pytest.mark.need("R80", "R81")
def test_it_works_without_scripts_and_back_leads_to_the_same_line(browser: Browser, world: World) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    try:
        world.sign_in(context, "amara")
        amara = BrowserVisitor(context.new_page(), world.url)
        amara.open("/my-story/")
        amara.write("Look for something", "leter")
        amara.press("Search")
        assert amara.sees("We looked for “letter”")
        found = amara.page.url
        assert "leter" not in found
        amara.follow("A letter to keep")
        amara.follow("What we found")
        assert amara.page.url.startswith(found)
        assert "#e-" in amara.page.url
        amara.page.go_back()
        amara.page.go_back()
        assert amara.page.url == found
        assert amara.sees("A letter to keep")
    finally:
        context.close()
