"""Home, My story and one entry on a slow phone with a slow line, first visit: seconds until the page can be used.

Chromium is slowed down over its own protocol: 400 kbit/s, 400 ms to the first byte of each answer, a quarter of this processor.
It counts no handshake: the line is already there. The floor is what R77 asks for, so a ratio below 1 is good.
"""

import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from django.urls import reverse
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bench.bench_timeline import _reader
from bench.figure import Figure
from official_file.models import EntryNow

AIM = 3.0  # seconds: R77
ENTRIES = 600
BITS, LATENCY, SLOWER = 400_000, 400, 4
TIMES = 3
PHONE: ViewportSize = {"width": 360, "height": 740}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"


class Quiet(WSGIRequestHandler):
    """Writes no line for each answer."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def measure() -> list[Figure]:
    """The best of three first visits to each page; nothing where there is no Chromium."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if not found:
        print("There is no Chromium here: the slow phone is not measured.")
        return []
    call_command("collectstatic", interactive=False, verbosity=0)
    client = _reader(ENTRIES)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    visit = EntryNow.objects.filter(kind="visit", child__user__username=f"reader{ENTRIES}").earliest("day")
    pages = {
        "home": reverse("portal:home"),
        "my_story": reverse("portal:my_story"),
        "entry": reverse("portal:entry", args=[visit.pk]),
    }
    with _server() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        took = {name: min(_seconds(browser, url, path, session) for _time in range(TIMES)) for name, path in pages.items()}
        browser.close()
    return [Figure(f"slow_phone_{name}", seconds, AIM, "s", WHAT[name], 1) for name, seconds in took.items()]


WHAT: Mapping[str, str] = {
    name: f"Seconds until {page} can be used, at 400 kbit/s, 400 ms and a quarter of the processor; the floor is the aim, 3 s."
    for name, page in (("home", "Home"), ("my_story", "My story, 60 entries"), ("entry", "one entry"))
}


def _seconds(browser: Browser, url: str, path: str, session: str) -> float:
    """One first visit: nothing is kept from another."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])
    page = context.new_page()
    slow = context.new_cdp_session(page)
    slow.send("Network.enable")
    line = {"offline": False, "latency": LATENCY, "downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8}
    slow.send("Network.emulateNetworkConditions", line)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    answer = page.goto(f"{url}{path}", wait_until="load")
    if answer is None or answer.status != 200 or page.url != f"{url}{path}":
        raise RuntimeError(f"{path} did not open")
    took = float(page.evaluate(LOADED))
    context.close()
    return took


@contextmanager
def _server() -> Iterator[str]:
    """The portal on a free port of this machine, as long as it is needed."""
    with override_settings(ALLOWED_HOSTS=["127.0.0.1"], SECURE_SSL_REDIRECT=False, SESSION_COOKIE_SECURE=False):
        server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
        server.set_app(get_wsgi_application())
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.server_close()
