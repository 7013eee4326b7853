"""The whole path in a browser the size of a phone, with scripts and without: from the return to the words in the file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, BrowserContext

from official_file.models import EntryNow
from stories.models import Contribution
from tests.browser.sizes import LAPTOP
from tests.browser.visitor import BrowserVisitor
from tests.journeys.council import LETTER, REPLY, WORDS, Council, given_her_file_came_in, sign_in
from tests.journeys.path import amara_joins, amara_writes_about, ben_files, ben_invites, ben_writes_and_opens, open_her_page
from tests.journeys.visitor import Browsing, Visitor

pytestmark = pytest.mark.django_db(transaction=True)
IN_A_BROWSER = {"amara": None, "ben": LAPTOP}


@pytest.fixture
def council(
    browser: Browser, browser_context_args: dict[str, Any], live_server: Any, clock: time_machine.Traveller, tmp_path: Path
) -> Iterator[Callable[[bool], Council]]:
    """A council in which Amara and Ben sit at real browsers; call it to say whether scripts run in them."""
    contexts: list[BrowserContext] = []

    def visitor(who: str, *, scripts: bool) -> Browsing:
        if who not in IN_A_BROWSER:
            return Visitor()
        size = {"viewport": IN_A_BROWSER[who]} if IN_A_BROWSER[who] else {}
        contexts.append(browser.new_context(**{**browser_context_args, **size, "java_script_enabled": scripts}))
        return BrowserVisitor(contexts[-1].new_page(), live_server.url)

    yield lambda scripts: Council(clock, tmp_path, lambda who: visitor(who, scripts=scripts))
    for context in contexts:
        context.close()


@pytest.mark.need("R79")
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_return_to_the_words_in_the_file(council: Callable[[bool], Council], scripts: bool) -> None:
    town = council(scripts)
    given_her_file_came_in(town)
    ben = sign_in(town, "ben")
    ben_writes_and_opens(ben)
    ben_invites(town, ben)
    amara = amara_joins(town)
    assert amara.sees("Hello, Amara")
    amara.follow("Why I am in care")
    assert LETTER in amara.quotes()
    amara_writes_about(amara)
    assert amara.sees("Ben Hughes")
    amara.press("Send")
    assert amara.sees("Ben Hughes will read it by")
    ben_files(ben)
    amara.open("/my-words/")
    assert REPLY in amara.quotes()
    amara.open("/my-story/?by=time")
    amara.follow("Visit at home")
    assert WORDS in amara.quotes()
    open_her_page(ben)
    ben.follow("Their own words")
    assert WORDS in ben.quotes()
    assert EntryNow.objects.get(kind="own_words").entry.text.encode() == Contribution.objects.get().words.encode() == WORDS.encode()
