"""A search in a file of 10,000 entries, beside a bare view that answers with the same page from memory; and what an index costs."""

from datetime import date, timedelta
from types import ModuleType
from typing import cast

from django.core.management import call_command
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from audit.who import NIGHTLY_IMPORT
from bench.bench_timeline import FIRST_DAY, NOW
from bench.figure import Figure, seconds
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.search.indexing import index_missing
from people.models import Child, User

ENTRIES, OTHERS = 10_000, 20_000
MOST_QUERIES = 30
TIMES = 9
BACKEND = "people.sign_in.SignInBackend"
WORDS = ("football", "school", "river", "bread", "comic", "swimming", "garden", "bicycle", "kitchen", "guitar")
SEARCHES = {"a_common_word": "football", "two_words": "football visit", "a_rare_word": "number4711x", "a_misspelt_word": "fotbal"}


def measure() -> list[Figure]:
    """Seconds for a page of 20 results beside a bare view; its queries; and indexing beside adding the same entries."""
    call_command("collectstatic", interactive=False, verbosity=0)
    added = seconds(lambda: _add("other", OTHERS)) * ENTRIES / OTHERS
    reader, short = _reader("reader", ENTRIES), _reader("short", 100)
    indexed = seconds(lambda: index_missing(NOW)) * ENTRIES / (ENTRIES + OTHERS)
    figures = []
    for name, words in SEARCHES.items():
        address, near = (one.post(reverse("portal:search"), {"words": words})["Location"] for one in (reader, short))
        page = reader.get(address)
        took, floor = seconds(lambda at=address: reader.get(at), TIMES), seconds(lambda html=page.content: _bare(html), TIMES)
        said = name.replace("_", " ")
        what = f"Search for {said} in 10,000 entries among 30,000, beside a bare view with the same HTML."
        figures.append(Figure(f"search_{name}", took, floor, "s", what))
        few = seconds(lambda at=near: short.get(at), TIMES)
        figures.append(Figure(f"{name}_10000_or_100", took, few, "s", f"The same search for {said} in 10,000 entries and in 100.", 12))
    with CaptureQueriesContext(connection) as queries:
        reader.get(address)
    figures.append(Figure("search_queries", len(queries), MOST_QUERIES, "queries", f"Queries of a search; the bound is {MOST_QUERIES}.", 1))
    what = "Making 10,000 entries ready to be searched, in the background, beside adding them to the file."
    return [*figures, Figure("search_index", indexed, added, "s", what, 12)]


def _reader(name: str, entries: int) -> Client:
    """The phone of somebody with so many entries, all open."""
    _add(name, entries)
    child = Child.objects.get(known_as=name)
    user = User.objects.create_user(username=name, password=None, kind="young_person", display_name="Amara")
    child.user, child.notice_acknowledged_at = user, NOW
    child.save()
    EntryNow.objects.filter(child=child).update(state=State.SHARED, opens_at=NOW)
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def _add(name: str, number: int) -> None:
    child = Child.objects.create(known_as=name, date_of_birth=date(2010, 3, 2))
    with transaction.atomic():
        append_entries(drafts=[(child, _draft(name, one, number)) for one in range(number)], by=NIGHTLY_IMPORT, now=NOW)


def _draft(name: str, one: int, of: int) -> EntryDraft:
    """A visit of some thirty words, one of them in no other."""
    word, other = WORDS[one % len(WORDS)], WORDS[one // 7 % len(WORDS)]
    facts = {"title": f"A visit about {word}", "summary": f"We talked about {word} and about {other}."}
    text = f"Visited at home. We talked about {word}, the {other} club and the summer. Number{one}x. " * 2
    day = FIRST_DAY + timedelta(days=one * 4_900 // of)
    return EntryDraft("visit", When(day), SourceRef("case_notes", f"{name}/{one}"), facts=facts, text=text, author_name="Priya Shah")


def _bare(html: bytes) -> HttpResponse:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(html)

    addresses = ModuleType("bare_addresses")
    addresses.urlpatterns = [path("bare/", answer)]
    with override_settings(ROOT_URLCONF=addresses, MIDDLEWARE=[]):
        return cast(HttpResponse, Client().get("/bare/"))
