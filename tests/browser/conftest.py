"""A real browser, the size of a phone, that stays on this machine.

    def test_a_reader_opens_a_chapter(page, live_server, axe):
        page.goto(live_server.url)
        axe(page)

Without JavaScript: `@pytest.mark.browser_context_args(java_script_enabled=False)`. On a laptop: `viewport={"width": 1280,
"height": 800}` in the same mark. Every test here fails when a page asked another host for anything, or its script failed.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page, WebError

from tests.browser.page_rules import axe_faults
from tests.browser.pictures import Pictures, chosen_folder
from tests.browser.sizes import PHONE
from tests.browser.world import KeptWorld, World, make_small_world
from tests.cast import NOW
from tests.services.loopback import NotInstalled

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--use-fake-device-for-media-stream",  # a microphone that beeps; a page still has to be allowed to use it
    "--autoplay-policy=no-user-gesture-required",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m browser` and `-m "not browser"` work."""
    for item in items:
        if item.path.is_relative_to(__file__.rsplit("/", 1)[0]):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium: Playwright would download one of its own."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if not found:
        raise NotInstalled("Chromium is missing. Install it with: sudo apt-get install chromium")
    return {**browser_type_launch_args, "executable_path": found, "args": list(QUIET)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A small phone in England whose owner asked for less motion."""
    return {
        **browser_context_args,
        "viewport": PHONE,
        "screen": PHONE,
        "device_scale_factor": 2,
        "has_touch": True,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "reduced_motion": "reduce",
    }


@pytest.fixture(autouse=True)
def _quiet_pages(context: BrowserContext) -> Iterator[None]:
    """Fail a test whose page asked another host for anything, or whose script threw."""
    faults: list[str] = []

    def note_request(request: Any) -> None:
        where = urlsplit(request.url)
        if where.scheme in {"http", "https", "ws", "wss"} and where.hostname not in {"127.0.0.1", "localhost"}:
            faults.append(f"asked another host: {request.url}")

    def note_error(error: WebError) -> None:
        faults.append(f"script failed: {error.error}")

    context.on("request", note_request)
    context.on("weberror", note_error)
    yield
    assert faults == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Call it with a page: fails with every accessibility rule the page breaks, and where."""

    def check(page: Page) -> None:
        faults = axe_faults(page)
        assert not faults, "\n".join([page.url, *faults])

    return check


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """The server's clock, running, from ten on a Wednesday: somebody is at work. The browser's own clock stays as it is."""
    with time_machine.travel(NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture(scope="session")
def kept_world(tmp_path_factory: pytest.TempPathFactory) -> KeptWorld:
    """What is made once."""
    return KeptWorld(tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(clock: time_machine.Traveller, live_server: Any, kept_world: KeptWorld) -> World:
    """A full council on that Wednesday, as nobody has changed it."""
    return kept_world.given(live_server.url, clock)


@pytest.fixture
def small_world(clock: time_machine.Traveller, live_server: Any) -> World:
    """The cast on that Wednesday; nothing is in anybody's file."""
    assert clock
    return make_small_world(live_server.url)


@pytest.fixture(scope="session")
def pictures() -> Pictures:
    """Takes pictures when somebody asked for them."""
    return Pictures(chosen_folder())
