"""What must not open does not open by a side door, and what is settled as theirs does open again."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_chapter import open_chapter
from official_file.actions.open_entry import open_entry
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.models import Connection, Entry, EntryNow
from official_file.models.now import State
from official_file.projection import rebuild
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry, now_of
from tests.refusals import refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LATER = NOW + timedelta(hours=1)
OPEN_DAY = date(2020, 1, 8)


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def reads(cast: Cast, entry: Entry, at: object = LATER) -> bool:
    """Whether Amara can read this entry."""
    return bool(EntryNow.objects.visible_to(cast.amara.user, at).filter(pk=entry.pk).exists())


# --- adoption and deaths at the everyday desk ---------------------------------------------------------------


@pytest.mark.parametrize(("kind", "facts"), [("adoption", {"step": "placed"}), ("home", {"place": "A5"}), ("left_care", {"code": "E2"})])
def test_what_leaves_no_trace_is_not_opened_with_a_chapter(cast: Cast, kind: str, facts: dict[str, str]) -> None:
    """Its own page asks who in the adoption team agreed; a chapter's one answer about health is not that."""
    entry = an_entry(cast.amara, kind, OPEN_DAY, facts=facts)
    with refused("on_its_own"):
        open_chapter(child=cast.amara, entries=[entry], because="She told me.", by=cast.ben, now=NOW)


def test_a_made_up_form_opens_no_adoption_at_the_opening_desk(client: Client, cast: Cast) -> None:
    health = an_entry(cast.amara, "note", OPEN_DAY, text="The dentist.", sections=("health",))
    adoption = an_entry(cast.amara, "adoption", OPEN_DAY, facts={"step": "placed"})
    given = {"entry": [str(health.pk), str(adoption.pk)], "how": "shared", "when": "with_them", "because": "She was there."}
    answer = sign_in(client, cast.ben).post(reverse("portal:open_ticked", args=[cast.amara.pk]), given)
    assert answer.status_code == 422
    assert not reads(cast, adoption)
    assert not reads(cast, health)


@pytest.mark.parametrize(("kind", "code"), [("left_care", "E2"), ("leaving_care_touch", "DIED")])
def test_a_death_opens_for_nobody(cast: Cast, kind: str, code: str) -> None:
    """The rule: never shown. It closes the account, or is a mistake that a worker must see."""
    entry = an_entry(cast.amara, kind, OPEN_DAY, facts={"code": code})
    with refused("never_shown"):
        open_entry(entry=entry, because="The team agreed.", by=cast.ben, now=NOW)


# --- who is named -------------------------------------------------------------------------------------------


def test_plain_words_for_something_open_name_nobody_unconfirmed(cast: Cast) -> None:
    """Else a sister they never heard of arrives after the entry was opened."""
    visit = an_entry(cast.amara, "visit", OPEN_DAY, text="We talked.", facts={"title": "A visit"})
    open_entry(entry=visit, with_them=True, by=cast.ben, now=NOW)
    Connection.objects.create(child=cast.amara, source="case_notes", key="s", names=["Grace Okafor"], relation="your sister")
    with refused("names_somebody"):
        approve_plain_version(entry=visit, text="You talked about Grace.", by=cast.ben, now=LATER)


@pytest.mark.parametrize("text", ["MUM AND GRACE CAME.", "Mum and Zoe came.", "Mum and GRACE'S friend came."])
def test_a_name_in_capitals_or_without_its_accent_is_still_a_name(cast: Cast, text: str) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="s", names=["Grace Okafor", "Zoë Okafor"])
    visit = an_entry(cast.amara, "visit", OPEN_DAY, text=text, facts={"title": "A visit"})
    with refused("names_somebody"):
        open_entry(entry=visit, by=cast.ben, now=NOW)


def test_a_word_that_is_also_a_name_is_not_a_name(cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="s", names=["Grace Okafor"])
    visit = an_entry(cast.amara, "visit", OPEN_DAY, text="She said grace before supper.", facts={"title": "A visit"})
    open_entry(entry=visit, by=cast.ben, now=NOW)


# --- "this is not about me" ---------------------------------------------------------------------------------


def home_with_a_correction(cast: Cast) -> tuple[Entry, Entry]:
    """A home that is open, and a newer version that is waiting: it is a sensitive place."""
    first = an_entry(cast.amara, "home", OPEN_DAY, facts={"place": "U4"})
    newer = an_entry(cast.amara, "home", OPEN_DAY, facts={"place": "K1"}, supersedes=first.pk)
    return first, newer


def test_what_is_settled_as_theirs_opens_again_when_a_newer_version_waits(cast: Cast) -> None:
    """Both versions were hidden; both come back: the open one to her, the waiting one to her worker."""
    first, newer = home_with_a_correction(cast)
    assert reads(cast, first, NOW)
    task = not_about_me(child=cast.amara, entry=first, by=cast.amara.user, now=NOW)
    assert not reads(cast, first)
    settle_not_mine(task=task, theirs=True, words="It is your home.", by=cast.imani, now=NOW)
    assert reads(cast, first)
    assert not reads(cast, newer)
    open_entry(entry=newer, by=cast.ben, now=LATER)  # it is on her worker's list again


def test_the_index_rebuilt_after_settling_is_the_same(cast: Cast) -> None:
    first, newer = home_with_a_correction(cast)
    task = not_about_me(child=cast.amara, entry=first, by=cast.amara.user, now=NOW)
    settle_not_mine(task=task, theirs=True, words="It is your home.", by=cast.imani, now=NOW)

    def standing() -> list[tuple[object, ...]]:
        rows = (now_of(entry) for entry in (first, newer))
        return [(row.state, row.opens_at, row.closes_at, row.no_trace, row.superseded_by_id) for row in rows]

    before = standing()
    rebuild(Entry.objects.filter(child=cast.amara).order_by("position"))
    assert standing() == before


def test_a_correction_of_what_is_not_theirs_stays_hidden(cast: Cast) -> None:
    """The nightly import brings the same wrong row again."""
    first = an_entry(cast.amara, "home", OPEN_DAY, facts={"place": "U4"})
    not_about_me(child=cast.amara, entry=first, by=cast.amara.user, now=NOW)
    newer = an_entry(cast.amara, "home", OPEN_DAY, facts={"place": "U5"}, supersedes=first.pk, at=NOW)
    assert now_of(newer).state == State.NOT_MINE
    assert not reads(cast, newer, NOW + timedelta(days=2000))
