"""A hundred people with the portal open at once: each reads, waits, reads, writes, as people do (C4). For the bench and a soak test."""

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from uuid import uuid4

import requests

PEOPLE = 100
READ = ("/", "/my-story/", "/my-words/")
WRITE, SAVE = "/my-words/write/", "/my-words/save/"
EVERY = 10.0  # seconds between one page of somebody and their next
PATIENCE = 60  # seconds
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|draft|tab|author)" value="([^"]*)"')


@dataclass
class Visit:
    """What one person met: seconds of each page, what went wrong, and the drafts that the server said it had kept."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)


def all_at_once(address: str, sessions: list[str], every: float = EVERY) -> list[Visit]:
    """Everybody visits in the same seconds, each a little later than the one before. `sessions`: the key of each one's session."""
    ready = threading.Barrier(len(sessions))
    begins = [every * number / len(sessions) for number in range(len(sessions))]
    with ThreadPoolExecutor(len(sessions)) as people:
        return list(people.map(lambda key, later: _Person(address, key).visit(ready, later, every), sessions, begins))


def alone(address: str, session: str) -> Visit:
    """One person, nobody else, without waiting."""
    return _Person(address, session).visit(threading.Barrier(1), 0, 0)


class _Person:
    def __init__(self, address: str, session: str) -> None:
        self.address, self.visited = address, Visit()
        self.browser = requests.Session()
        self.browser.cookies.set("sessionid", session)
        self.browser.headers["Connection"] = "close"  # seconds lie between two pages; a browser opens a new one by itself

    def visit(self, ready: threading.Barrier, later: float, every: float) -> Visit:
        """Three pages, then a page to write on, and a save."""
        ready.wait()
        began = time.monotonic() + later
        for number, path in enumerate((*READ, WRITE)):
            time.sleep(max(0.0, began + number * every - time.monotonic()))
            page = self._ask("GET", path)
        self._save(dict(HIDDEN.findall(page)))
        return self.visited

    def _save(self, page: dict[str, str]) -> None:
        if "draft" not in page:
            self.visited.wrong.append("no page to write on")
            return
        words = f"My words, all of them. {uuid4()}"
        kept = self._ask("POST", SAVE, page | {"version": "0", "turn": "1", "words": words, "quiet": "1"})
        if kept:
            self.visited.kept[page["draft"]] = words

    def _ask(self, method: str, path: str, data: dict[str, str] | None = None) -> str:
        began = time.monotonic()
        try:
            answer = self.browser.request(method, self.address + path, data=data, timeout=PATIENCE, allow_redirects=False)
        except requests.RequestException as error:
            self.visited.wrong.append(f"{path}: {type(error).__name__}")
            return ""
        self.visited.seconds.append(time.monotonic() - began)
        if answer.status_code != 200:
            self.visited.wrong.append(f"{path}: {answer.status_code}")
            return ""
        return answer.text
