"""A hundred people at once on a council's records, beside one person alone: how long a page takes, and that nothing is lost (C4)."""

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import requests
from django.db import connections, transaction
from django.test import Client

from audit.who import NIGHTLY_IMPORT
from bench.figure import Figure
from bench.hundred import PEOPLE, Visit, all_at_once, alone
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft, SourceRef
from official_file.plain_language.when import When
from people.models import Child, User
from scripts.run import web_server
from stories.models import Contribution

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
READY_WITHIN = 60  # seconds
CHILDREN, ENTRIES = 1_000, 30
BACKEND = "people.sign_in.SignInBackend"
SLOWER = 8  # times as long as alone, at most, for nineteen pages of twenty


def measure() -> list[Figure]:
    """Seconds that 95 of 100 pages are within, with a hundred people there, against the middle of one person's."""
    sessions = council()
    connections.close_all()
    with serving() as address:
        alone(address, sessions[0])  # the first page of a server is slow for everybody
        floor = statistics.median(seconds for key in sessions[:10] for seconds in alone(address, key).seconds)
        visits = all_at_once(address, sessions)
    late = sorted(seconds for visit in visits for seconds in visit.seconds)
    wrong = [said for visit in visits for said in visit.wrong]
    what = "A page with a hundred people there at once, each opening one every ten seconds (95 of 100 are faster), and with one."
    return [
        Figure("hundred_people_page", late[len(late) * 95 // 100], floor, "s", what, SLOWER),
        Figure(
            "hundred_people_lost",
            len(wrong) + lost(visits) + 1,
            1,
            "",
            "Pages that failed and saved words not found, and 1: nothing may be.",
            1,
        ),
    ]


def council() -> list[str]:
    """A council's records, and a hundred young people of them signed in. Returns the keys of their sessions."""
    children = [Child(known_as=f"Child {number}", date_of_birth=date(2012, 3, 2)) for number in range(CHILDREN)]
    Child.objects.bulk_create(children)
    with transaction.atomic():
        append_entries(drafts=[(child, draft) for child in children for draft in _drafts(child)], by=NIGHTLY_IMPORT, now=NOW)
    return [_signed_in(child) for child in children[:PEOPLE]]


@contextmanager
def serving() -> Iterator[str]:
    """The web server of `make run`, on the database that is set up here. Gives its address."""
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"], cwd=ROOT, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(web_server(port), cwd=ROOT, stdin=subprocess.DEVNULL) as server:
        try:
            _wait(address)
            yield address
        finally:
            server.terminate()


def lost(visits: list[Visit]) -> int:
    """How many drafts the server said it had kept and does not hold, word for word."""
    kept = {draft: words for visit in visits for draft, words in visit.kept.items()}
    held = {str(row.pk): row.words for row in Contribution.objects.filter(pk__in=kept)}
    return sum(held.get(draft) != words for draft, words in kept.items())


def _wait(address: str) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        try:
            if requests.get(f"{address}/healthz", timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise RuntimeError("The web server did not start.")


def _signed_in(child: Child) -> str:
    child.user = User.objects.create_user(username=f"bench{child.pk.hex[:12]}", password=None, kind="young_person", display_name="Child")
    child.notice_acknowledged_at = NOW
    child.save(update_fields=["user", "notice_acknowledged_at"])
    browser = Client()
    browser.force_login(child.user, backend=BACKEND)
    return str(browser.session.session_key)


def _drafts(child: Child) -> Iterator[EntryDraft]:
    """Homes, one after the other, and visits in words."""
    for number in range(ENTRIES):
        day, source = date(2013, 1, 1) + timedelta(days=number * 150), SourceRef("case_notes", f"hundred/{child.pk}/{number}")
        if number % 5:
            facts = {"title": "A visit at home", "summary": "We talked about school and about the summer."}
            yield EntryDraft("visit", When(day), source, facts=facts, text="We talked. " * 40, author_name="Priya Shah")
        else:
            facts = {"place": "U4", "provider": "PR1", "rne": "P" if number else "S"}
            yield EntryDraft("home", When(day, day + timedelta(days=700)), source, facts=facts)
