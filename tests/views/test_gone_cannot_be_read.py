"""Nothing that the council's system no longer holds can be read or inferred by the person it is about, on any page.

What they could read yesterday is closed today without a word, a name or a year of it left; what leaves no trace changes not one
byte, whether it comes, goes, or comes back; and what comes back before anybody looked leaves every page as it was.
"""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.vanishing import note_changes
from official_file.models import Entry, EntryNow, EntrySource, ImportRun
from official_file.plain_language.when import When
from tests.cast import NOW, Cast
from tests.views.test_closed_cannot_be_inferred import (
    FEW,
    NO_TRACE,
    OPEN_DAYS,
    SECRET_WORDS,
    SECRET_YEAR,
    assert_like_nothing,
    decide,
    every_page,
    open_history,
    reader,
    undone,
)

__all__ = ["reader"]
TABLE = "placements"
WAS = ("home", "visit", "letter", "letter together", "reason", "worker", "review", "health", "held", "waiting", "corrected")


def from_the_system(cast: Cast, kind: str, facts: dict[str, object], day: date, *, text: str = "", **more: object) -> Entry:
    """One entry of the nightly import."""
    source = SourceRef("ssd", f"{TABLE}/{uuid4()}", NOW.date())
    draft = EntryDraft(kind, When(day), source, facts=facts, text=text, author_name="Axolotlauthor" if text else "", **more)
    return append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=NOW - timedelta(days=2))


def that_she_could_read(cast: Cast, was: str, day: date) -> list[Entry]:
    """Something with words that appear nowhere else, open to her (or held, or waiting) until it went."""
    codes = {
        "home": ("home", {"place": "U4", "provider": "PR1", "rne": "P"}),
        "reason": ("reason_for_care", {"code": "N1"}),
        "worker": ("worker_period", {"worker_key": "w1", "reason": ""}),
        "review": ("review_held", {"code": "PN1"}),
        "health": ("health_check", {"sdq_score": 17, "substance_misuse": 1}),
    }
    if was in codes:
        entry = from_the_system(cast, *codes[was], day)
    else:
        kind = "visit" if was == "visit" else "letter"
        entry = from_the_system(cast, kind, {"title": "Zebrafinch", "summary": "Quokkasummary"}, day, text="Wombatletter")
    if was == "held":
        decide(entry, cast, "held", held_until=date(2027, 3, 2))
    elif was == "letter together":
        decide(entry, cast, "with_support", opens_at=NOW - timedelta(days=1))
    elif was not in ("home", "review", "worker", "waiting"):
        decide(entry, cast, "shared", opens_at=NOW - timedelta(days=1))
    if was != "corrected":
        return [entry]
    source = SourceRef("ssd", entry.sources.get().key, NOW.date())
    facts = {"title": "Zebrafinch", "summary": "Quokkasummary"}
    draft = EntryDraft("letter", When(day), source, facts=facts, text="Wombatletter again", supersedes=entry.pk)
    return [entry, append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=NOW - timedelta(days=1))]


def tonight(cast: Cast, *, gone: list[Entry]) -> None:
    """The nightly run, whose export holds everything but these."""
    keys = EntrySource.objects.filter(entry__child=cast.amara, system="ssd")
    seen = {cast.amara.pk: set(keys.exclude(entry__in=gone).values_list("key", flat=True))}
    at = NOW + timedelta(seconds=1 + ImportRun.objects.count())  # after every decision, and one run after another
    run = ImportRun.objects.create(system="ssd", started_at=at)
    note_changes(system="ssd", seen=seen, tables=(TABLE,), as_of=NOW.date(), run=run, by=NIGHTLY_IMPORT, now=at)


@pytest.mark.need("R61", "M15")
@pytest.mark.django_db
@given(days=st.lists(OPEN_DAYS, max_size=3, unique=True), was=st.lists(st.sampled_from(WAS), min_size=1, max_size=5))
@FEW
def test_no_word_name_or_year_of_anything_gone_is_left_on_any_page(cast: Cast, reader: Client, days: list[date], was: list[str]) -> None:
    """However it stood before; and its own page answers like a page that does not exist."""

    def example() -> None:
        open_history(cast.amara, cast, days)
        before = every_page(reader)  # some of the words stand on pages of everybody: the names of services
        entries = [entry for one in was for entry in that_she_could_read(cast, one, date(SECRET_YEAR, 6, 7))]
        tonight(cast, gone=entries)
        for url, content in every_page(reader).items():
            text, without = content.decode().lower(), before[url].decode().lower()
            assert not [word for word in SECRET_WORDS if text.count(word.lower()) > without.count(word.lower())], (url, was)
        for entry in entries:
            assert_like_nothing(reader, entry)

    with time_machine.travel(NOW, tick=False):
        undone(example)


@pytest.mark.need("R61")
@pytest.mark.django_db
@given(days=st.lists(OPEN_DAYS, max_size=3, unique=True), hidden=st.lists(st.sampled_from(NO_TRACE), min_size=1, max_size=3), day=OPEN_DAYS)
@FEW
def test_what_leaves_no_trace_goes_and_comes_back_without_one(
    cast: Cast, reader: Client, days: list[date], hidden: list[tuple[str, dict[str, object], str]], day: date
) -> None:
    """Not a count, not a byte."""

    def example() -> None:
        open_history(cast.amara, cast, days)
        before = every_page(reader)
        entries = [from_the_system(cast, kind, facts, day, restricted=restricted) for kind, facts, restricted in hidden]
        for gone in (entries, []):
            tonight(cast, gone=gone)
            after = every_page(reader)
            assert [url for url in before if before[url] != after[url]] == []

    with time_machine.travel(NOW, tick=False):
        undone(example)


@pytest.mark.django_db
@given(days=st.lists(OPEN_DAYS, max_size=2, unique=True), was=st.lists(st.sampled_from(WAS), min_size=1, max_size=4))
@FEW
def test_what_comes_back_before_anybody_looked_leaves_every_page_as_it_was(
    cast: Cast, reader: Client, days: list[date], was: list[str]
) -> None:
    """And every entry stands as it stood."""

    def example() -> None:
        open_history(cast.amara, cast, days)
        entries = [entry for one in was for entry in that_she_could_read(cast, one, date(2016, 6, 7))]
        before, stood = every_page(reader), list(EntryNow.objects.filter(entry__in=entries).values().order_by("pk"))
        tonight(cast, gone=entries)
        tonight(cast, gone=[])
        after = every_page(reader)
        assert [url for url in before if before[url] != after[url]] == []
        assert list(EntryNow.objects.filter(entry__in=entries).values().order_by("pk")) == stood

    with time_machine.travel(NOW, tick=False):
        undone(example)
