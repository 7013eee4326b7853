"""The demonstration council, walked through by everybody who can sign in there: every kind of page, its picture and its faults.

It takes minutes, so it runs when somebody asks for the pictures:

    OWNSTORY_PICTURES=/tmp/pictures pytest tests/browser/test_the_demonstration.py

`-k readme` makes the three of docs/images alone; OWNSTORY_PICTURES_OF="amara priya" walks as these people only.
"""

import os
import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.management import call_command
from playwright.sync_api import BrowserContext, Page

from people.models import Child, User
from stories.models import Contribution
from tests.browser.looking import Looking
from tests.browser.pictures import VARIABLE, Pictures
from tests.browser.sizes import LAPTOP, PHONE
from tests.browser.world import World

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"takes minutes; set {VARIABLE} to a folder to have the pictures"),
]
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
LINKS = "[...document.querySelectorAll('a[href]')].map((a) => a.href)"
OF_ONE_KIND = 4
MOST = 60


class DemonstrationWorld(World):
    """The demonstration's people, by the name they sign in with."""

    def __init__(self, url: str) -> None:
        self.url = url

    def user(self, who: str) -> User:
        """The account with this name."""
        return User.objects.get(username=who)

    @property
    def names(self) -> list[str]:
        """Of the young people: no title may hold one."""
        return [child.known_as.split()[0] for child in Child.objects.exclude(known_as="")]


@pytest.fixture
def look(page: Page, clock: time_machine.Traveller, live_server: Any, pictures: Pictures, settings: Any) -> Looking:
    """The demonstration, loaded on a Wednesday as `make run` loads it."""
    assert clock
    settings.DEMONSTRATION = True
    call_command("load_cms_contents", council_name="Thornbeck Council", duty_number="01632 960118")
    call_command("load_demonstration")
    return Looking(page, DemonstrationWorld(live_server.url), pictures)


def test_every_kind_of_page_of_the_demonstration_keeps_the_rules(look: Looking, context: BrowserContext) -> None:
    wanted = os.environ.get("OWNSTORY_PICTURES_OF", "").split()
    for user in User.objects.filter(is_active=True).order_by("kind", "username"):
        if not wanted or user.username in wanted:
            walk(look, context, user)
    look.nothing_is_wrong()


def walk(look: Looking, context: BrowserContext, user: User) -> None:
    """Follow every link from the first page, a few of each kind."""
    look.page.set_viewport_size(LAPTOP if user.is_staff else PHONE)
    look.world.sign_in(context, user.username)
    waiting, seen, kinds = [f"{look.world.url}/"], set(), Counter()
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        kind = kind_of(address)
        if address in seen or kinds[kind] >= OF_ONE_KIND:
            continue
        seen.add(address)
        kinds[kind] += 1
        look.page.goto(address)
        look.at(f"{user.username}-{kind}-{kinds[kind]}")
        waiting += [link for link in look.page.evaluate(LINKS) if is_ours(link, look.world.url)]


def is_ours(link: str, url: str) -> bool:
    """Whether it is a page of the portal, not of the editor's desk and not a way out."""
    parts = urlsplit(link)
    return link.startswith(url) and not parts.fragment and not re.match(r"/(content|sign-out|second-factor|help/.)", parts.path)


def kind_of(address: str) -> str:
    """What kind of page it is: its path without ids, and its questions."""
    parts = urlsplit(address)
    return ID.sub("id", f"{parts.path}?{parts.query}").strip("/?") or "home"


def test_the_pictures_of_the_readme(look: Looking, context: BrowserContext) -> None:
    """Home, the story and the reading desk, as small files."""
    look.world.sign_in(context, "amara")
    look.page.set_viewport_size({"width": 390, "height": 1150})
    for name, address in (("home", "/"), ("my-story", "/my-story/")):
        look.page.goto(f"{look.world.url}{address}")
        look.pictures.take_small(look.page, name)
    look.world.sign_in(context, "priya")
    look.page.set_viewport_size({"width": 1180, "height": 1060})
    look.world.go(look.page, "moderation:reading", Contribution.objects.get(child__user__username="amara", status="sent").pk)
    look.pictures.take_small(look.page, "reading-desk")
