"""A pack from reading to the reading room: an officer reads, another checks, it is given, and its reader reads it."""

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from tests.browser.page_rules import faults_of
from tests.browser.pictures import Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.visitor import BrowserVisitor
from tests.browser.world import World
from tests.factories.packs import THINGS, a_pack, item_of, thing, to_be_opened

pytestmark = pytest.mark.django_db(transaction=True)
LOOKED_OVER = ("pack-3-hold", "pack-4-check", "room-1-first", "room-3-thing")  # the others are in test_every_page.py
LONG = "Idris moved to The Firs in April. He likes football, and asks often about his aunt Rose.\n\n" * 8


def page_of(name: str, one: AccessRequest, *more: object) -> str:
    """The address of a page about this request."""
    return reverse(f"access_requests:{name}", args=[one.pk, *more])


@pytest.mark.need("R75")
@pytest.mark.need("R71")
def test_from_the_first_page_that_is_read_to_the_reading_room(
    context: BrowserContext, page: Page, small_world: World, pictures: Pictures
) -> None:
    cast, found = small_world.cast, {}

    def look(name: str) -> None:
        pictures.take(page, name, night=False)
        if name in LOOKED_OVER:
            found[name] = faults_of(page, names=small_world.names)

    more = [thing(f"A review, {year}", "review_minutes", THINGS[1].placing.day, text=LONG) for year in range(2000, 2004)]
    pack = a_pack(cast, [*THINGS, *more])
    visitor = BrowserVisitor(page, small_world.url)
    page.set_viewport_size(LAPTOP)
    small_world.sign_in(context, "imani")
    visitor.open(page_of("pack", pack))
    look("pack-1-list")
    visitor.open(page_of("pack_item", pack, item_of(pack, "A visit").pk))
    look("pack-2-item")
    page.goto(f"{small_world.url}{page_of('pack_item', pack, item_of(pack, 'A letter').pk)}?ground=TP_PRIVATE")
    look("pack-3-hold")
    to_be_opened(pack, cast)
    small_world.sign_in(context, "tom")
    visitor.open(page_of("check_pack", pack))
    look("pack-4-check")
    visitor.press("I agree")
    assert AccessRequest.objects.get(pk=pack.pk).standing is State.READY
    small_world.sign_in(context, "imani")
    visitor.open(page_of("request", pack))
    visitor.press("Give the answer")
    assert AccessRequest.objects.get(pk=pack.pk).standing is State.GIVEN
    page.set_viewport_size(PHONE)
    small_world.sign_in(context, "idris")
    visitor.open(page_of("my_request", pack))
    visitor.follow("Read what we gave you")
    look("room-1-first")
    visitor.follow("All of it, the oldest first")
    look("room-2-list")
    visitor.follow("A visit")
    look("room-3-thing")
    page.set_viewport_size(LAPTOP)
    visitor.open(page_of("my_room", pack))
    look("room-4-laptop")
    assert visitor.sees("Carry on where you stopped")
    assert {name: faults for name, faults in found.items() if faults} == {}
