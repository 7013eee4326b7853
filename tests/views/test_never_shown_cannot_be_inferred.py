"""What somebody chose never to see is nowhere on their pages, and that they chose is nowhere on anybody else's.

Asked of random files: with the choice in force, is every page, search, print and copy byte for byte the same as if what it
hides did not exist? And is every page of staff the same with the choice and without?
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.models import AuditEvent
from official_file.actions.keep_place import keep_place
from official_file.actions.never_show import never_show, show_again
from official_file.actions.say_themes import say_themes
from official_file.actions.set_aside import set_aside
from official_file.models import Entry, ReaderChoice
from official_file.queries import entries_for
from portal.exporting.my_copy import own_copy
from tests.cast import NOW, Cast, sign_in
from tests.views.test_closed_cannot_be_inferred import (
    FEW,
    OPEN_DAYS,
    TOKENS,
    add,
    assert_like_nothing,
    decide,
    every_page,
    open_history,
    pages_to_read,
    reader,
    undone,
)

__all__ = ["reader"]
pytestmark = pytest.mark.django_db
YESTERDAY = NOW - timedelta(days=1)
OF_THE_KIND = ("said", "by_rule", "waiting", "together", "withheld", "not_said")
PRINTED = ("my_story", "newly_open", "why")
STAFF_PAGES = ("child", "opening", "gaps", "keeping", "recorded_about", "conflicts", "people_in_life", "read_together", "search_child")


def of_the_kind(cast: Cast, how: str, day: date) -> Entry:
    """An entry about somebody going missing, said by a worker or known by rule; or one of which nobody has said anything."""
    if how in ("said", "together", "not_said"):
        entry = add(cast.amara, "visit", {"title": "Visit", "summary": "Zebrafinch."}, day, text="Zebrafinch.", author="Axolotlauthor")
        if how != "not_said":
            say_themes(entry=entry, themes=["missing"], by=cast.ben, now=YESTERDAY)
        decide(entry, cast, "with_support" if how == "together" else "shared", opens_at=YESTERDAY)
        return entry
    entry = add(cast.amara, "missing_episode", {"code": "M"}, day)
    if how == "by_rule":
        decide(entry, cast, "shared", opens_at=YESTERDAY)
    if how == "withheld":
        decide(entry, cast, "withheld", ground="TP_PRIVATE", review_on=date(2027, 1, 1), reason="Pangolinreason")
    return entry


def everything_of(cast: Cast, phone: Client) -> dict[str, object]:
    """Every page and search, each list as it is printed, and the copy they may take away."""
    found: dict[str, object] = dict(every_page(phone))
    for name in PRINTED:
        answer = phone.get(reverse(f"portal:{name}") + "?type=large")
        found[f"printed {name}"] = TOKENS.sub(b"", answer.content)
    found["copy"] = own_copy(user=cast.amara.user, child=cast.amara, at=NOW).sha256
    return found


@pytest.mark.need("M4", "R61")
@given(
    days=st.lists(OPEN_DAYS, max_size=2, unique=True),
    hows=st.lists(st.sampled_from(OF_THE_KIND), min_size=1, max_size=4),
    day=OPEN_DAYS,
)
@settings(FEW, max_examples=3)
def test_what_they_never_want_to_see_changes_not_one_byte(cast: Cast, reader: Client, days: list[date], hows: list[str], day: date) -> None:
    """Not in lists, counts, search, print, what is new, the life line or the copy; its own address is like no address."""

    def example() -> None:
        open_history(cast.amara, cast, days)
        for entry in entries_for(cast.amara.user, cast.amara, NOW).filter(kind="visit"):
            say_themes(entry=entry.entry, themes=[], by=cast.ben, now=YESTERDAY)
        never_show(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
        before = everything_of(cast, reader)
        for how in hows:
            assert_like_nothing(reader, of_the_kind(cast, how, day))
        after = everything_of(cast, reader)
        assert [page for page in before if before[page] != after[page] and "who-has-looked" not in page] == []

    with time_machine.travel(NOW, tick=False):
        undone(example)


def staff_pages(client: Client, cast: Cast, entries: Iterable[Entry]) -> dict[str, bytes]:
    """What her worker gets: the desk, every page about her, every entry."""
    urls = [reverse("portal:desk"), reverse("portal:children"), *(reverse(f"portal:{name}", args=[cast.amara.pk]) for name in STAFF_PAGES)]
    urls += [reverse("portal:staff_entry", args=[entry.pk]) for entry in entries]
    return {url: TOKENS.sub(b"", client.get(url).content) for url in urls}


@pytest.mark.need("M4")
def test_no_page_of_staff_knows_what_a_reader_chose(cast: Cast, client: Client) -> None:
    """Byte for byte: nothing, not a count, tells that somebody chose something for themselves. Nor does the audit."""
    with time_machine.travel(NOW, tick=False):
        open_history(cast.amara, cast, [date(2018, 3, 1)])
        entries = [of_the_kind(cast, how, date(2019, 5, 4)) for how in OF_THE_KIND]
        worker = sign_in(client, cast.ben)
        staff_pages(worker, cast, entries)  # the look of this worker today is written once
        before, events = staff_pages(worker, cast, entries), AuditEvent.objects.count()
        user, child = cast.amara.user, cast.amara
        never_show(child=child, theme="missing", by=user, now=NOW)
        home = entries_for(user, child, NOW).filter(kind="home").first()
        assert home
        keep_place(child=child, entry=home.entry, fixed=True, by=user, now=NOW)
        set_aside(child=child, entry=home.entry, by=user, now=NOW)
        assert AuditEvent.objects.count() == events
        with CaptureQueriesContext(connection) as queries:
            after = staff_pages(worker, cast, entries)
    assert [url for url in before if before[url] != after[url]] == []
    assert not [query for query in queries if ReaderChoice._meta.db_table in query["sql"]]


@pytest.mark.need("M4")
def test_they_change_their_mind_and_everything_is_back(cast: Cast, reader: Client) -> None:
    """Word for word as it was before they chose."""
    with time_machine.travel(NOW, tick=False):
        open_history(cast.amara, cast, [date(2018, 3, 1)])
        of_the_kind(cast, "said", date(2019, 5, 4))
        before = pages_to_read(reader)
        never_show(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
        assert pages_to_read(reader) != before
        show_again(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
        assert pages_to_read(reader) == before


def test_the_address_of_what_is_never_shown_is_like_any_other(cast: Cast, reader: Client) -> None:
    """Also those of pace: not now, open it, my place, with my worker."""
    with time_machine.travel(NOW, tick=False):
        entry = of_the_kind(cast, "said", date(2019, 5, 4))
        never_show(child=cast.amara, theme="missing", by=cast.amara.user, now=NOW)
        for name in ("open_it", "not_now", "after_all", "place", "company", "alone"):
            there, nowhere = (reader.post(reverse(f"portal:entry_{name}", args=[pk])) for pk in (entry.pk, uuid4()))
            assert (there.status_code, nowhere.status_code) == (404, 404), name
            assert TOKENS.sub(b"", there.content) == TOKENS.sub(b"", nowhere.content)
