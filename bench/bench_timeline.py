"""My story of somebody with a long record, beside a bare view that answers with the same page from memory."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import ModuleType

from django.core.management import call_command
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from audit.who import NIGHTLY_IMPORT
from bench.figure import Figure, seconds
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.plain_language.when import When
from people.models import Child, User

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
FIRST_DAY = date(2012, 1, 1)
LONG, SHORT = 10_000, 100
ENTRIES_A_PAGE = 60
MOST_QUERIES = 15
TIMES = 15
BACKEND = "people.sign_in.SignInBackend"


def measure() -> list[Figure]:
    """Seconds for a full page of 60 entries, in the middle of a file of 10,000; its queries; and against a file of 100."""
    call_command("collectstatic", interactive=False, verbosity=0)
    long, short = _reader(LONG), _reader(SHORT)
    address = reverse("portal:my_story") + "?by=time"
    pages = {"long": lambda: long.get(address + "&page=80"), "short": lambda: short.get(address)}
    html = pages["long"]().content
    in_order = _one_after_another({**pages, "bare": _bare(html)})
    with CaptureQueriesContext(connection) as queries:
        pages["long"]()
    return [
        Figure("timeline_page", in_order["long"], in_order["bare"], "s", "60 entries of 10,000, beside a bare view with the same HTML."),
        Figure("timeline_10000_or_100", in_order["long"], in_order["short"], "s", "The same page for 10,000 entries and for 100.", 1.5),
        Figure("timeline_queries", len(queries), MOST_QUERIES, "queries", "Database queries for that page; the bound is 15.", 1),
    ]


def _one_after_another(pages: dict[str, Callable[[], HttpResponse]]) -> dict[str, float]:
    """The best time of each page, asked for in turn so that a busy moment of the machine falls on all alike."""
    best = dict.fromkeys(pages, float("inf"))
    for _number in range(TIMES):
        for name, page in pages.items():
            best[name] = min(best[name], seconds(page))
    return best


def _bare(html: bytes) -> Callable[[], HttpResponse]:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(html)

    addresses = ModuleType("bare_addresses")
    addresses.urlpatterns = [path("bare/", answer)]

    def get() -> HttpResponse:
        with override_settings(ROOT_URLCONF=addresses, MIDDLEWARE=[]):
            return Client().get("/bare/")

    return get


def _reader(entries: int) -> Client:
    """The phone of somebody with that many entries: homes by rule, visits that a worker opened."""
    user = User.objects.create_user(username=f"reader{entries}", password=None, kind="young_person", display_name="Amara")
    child = Child.objects.create(known_as="Amara", date_of_birth=date(2010, 3, 2), user=user, notice_acknowledged_at=NOW)
    days = (date(2025, 6, 1) - FIRST_DAY).days
    drafts = [_draft(number, FIRST_DAY + timedelta(days=number * days // entries), entries) for number in range(entries)]
    with transaction.atomic():
        append_entries(drafts=[(child, draft) for draft in drafts], by=NIGHTLY_IMPORT, now=NOW)
        EntryNow.objects.filter(child=child, kind="visit").update(state=State.SHARED, opens_at=NOW)
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def _draft(number: int, day: date, entries: int) -> EntryDraft:
    if number % max(entries // 12, 1) == 0:
        facts = {"place": "U4", "provider": "PR1", "rne": "S" if number == 0 else "P"}
        end = day + timedelta(days=30) if number % 7 else None
        return EntryDraft("home", When(day, end), SourceRef("ssda903", f"{entries}/{number}"), facts=facts)
    facts = {"title": "A visit at home", "summary": "We talked about school and about the summer."}
    words = "Visited at home. We talked about school, the football club and the summer. " * 4
    return EntryDraft("visit", When(day), SourceRef("case_notes", f"{entries}/{number}"), facts=facts, text=words, author_name="Priya Shah")
