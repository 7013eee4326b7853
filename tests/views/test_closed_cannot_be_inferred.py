"""Nothing closed can be read or inferred by the person it is about, on any page.

Two questions, asked of random files. Of what waits, is held, withheld, still to come or "not about me": does one word, name
or year of it appear anywhere? Of what must leave no trace (adoption, a death): is every page byte for byte the same as if it
did not exist?
"""

import html
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.actions.confirm_withholding import confirm_withholding
from official_file.actions.explain_gap import explain_gap
from official_file.drafts import EntryDraft, SourceRef
from official_file.gaps import GapsOf
from official_file.models import Connection, Entry, Sharing
from official_file.plain_language.when import When
from official_file.projection import refresh
from people.models import Child
from portal.kept_questions import KEPT
from tests.cast import NOW, Cast, sign_in
from tests.factories.papers import a_paper

PAGES = (
    "home", "newly_open", "why", "my_people", "my_papers", "who_has_looked", "answers", "about_me", "settings", "help",
    "my_copy", "consents", "letters", "about_part", "who_can_see",
)  # fmt: skip
TOKENS = re.compile(rb'name="(csrfmiddlewaretoken|author|draft|tab)" value="[^"]+"')  # new on every page
FOUND = re.compile(rb"found=[0-9a-f-]{36}")  # the id of a question, new with each
FRESH_DRAFT = re.compile(rb'name="draft" value="([0-9a-f-]{36})"')
SECRET_YEAR = 2003
OPEN_DAYS = st.dates(date(2014, 1, 1), date(2025, 6, 1))
CONFIRMED = ("withheld_full", "withheld_soft", "withheld_none")  # a second person agreed: the first two are told of, the last never
CLOSED_HOW = (
    "waiting", "held", "withheld", *CONFIRMED, "not_mine", "future", "reason", "health", "sensitive_home", "unconfirmed_family", "paper",
)  # fmt: skip
NO_TRACE = (
    ("home", {"place": "A5", "provider": "PR1", "rne": "P"}, ""),
    ("legal_status", {"code": "E1"}, ""),
    ("left_care", {"code": "E11"}, ""),
    ("left_care", {"code": "E2"}, ""),
    ("previous_order", {"code": "P1"}, ""),
    ("adoption", {"step": "placed"}, "adoption"),
    ("leaving_care_touch", {"code": "DIED"}, ""),
)


DECISIONS: dict[str, tuple[str, dict[str, object]]] = {
    "held": ("held", {"held_until": date(2027, 3, 2), "opens_at": datetime(2027, 3, 2, 9, tzinfo=UTC)}),
    "withheld": ("withheld", {"ground": "TP_PRIVATE", "review_on": date(2027, 1, 1), "reason": "Pangolinreason"}),
    "withheld_full": ("withheld", {"ground": "TP_PRIVATE", "review_on": date(2027, 1, 1), "reason": "Pangolinreason"}),
    "withheld_soft": ("withheld", {"ground": "SH_SELF", "review_on": date(2027, 1, 1), "reason": "Pangolinreason"}),
    "withheld_none": ("withheld", {"ground": "PR_WISHES", "review_on": date(2027, 1, 1), "reason": "Pangolinreason"}),
    "not_mine": ("not_mine", {"reason": "Pangolinreason"}),
    "future": ("shared", {"opens_at": datetime(2031, 5, 4, 9, tzinfo=UTC)}),
}


def add(
    child: Child,
    kind: str,
    facts: dict[str, object],
    day: date,
    *,
    end: date | None = None,
    text: str = "",
    author: str = "",
    restricted: str = "",
) -> Entry:
    """One entry from the nightly import."""
    source = SourceRef("case_notes", f"k-{uuid4()}")
    draft = EntryDraft(kind, When(day, end), source, facts=facts, text=text, author_name=author, restricted=restricted)
    return append_entry(child=child, draft=draft, by=NIGHTLY_IMPORT, now=NOW)


def decide(entry: Entry, cast: Cast, decision: str, **fields: object) -> None:
    """A worker's decision, as the opening desk stores it."""
    Sharing.objects.create(entry=entry, decision=decision, by=cast.ben, by_name="Ben Hughes", by_role="social_worker", at=NOW, **fields)
    refresh(entry)


def open_history(child: Child, cast: Cast, days: list[date]) -> None:
    """Some homes and visits that their subject may read."""
    for number, day in enumerate(days):
        add(child, "home", {"place": "U4", "provider": "PR1", "rne": "P"}, day)
        visit = add(child, "visit", {"title": f"Visit {number}", "summary": "We talked."}, day, text="We talked.", author="Ben Hughes")
        decide(visit, cast, "shared", opens_at=NOW)


def closed_entry(child: Child, cast: Cast, how: str, day: date) -> Entry | None:
    """Something its subject may not read, full of words that appear nowhere else."""
    secret = {"title": "Zebrafinch", "summary": "Quokkasummary"}
    if how == "unconfirmed_family":
        Connection.objects.create(
            child=child, source="case_notes", key=str(uuid4()), names=["Narwhalbrother"], relation="your Ocelotbrother"
        )
        return None
    if how == "reason":
        return add(child, "reason_for_care", {"code": "N1"}, day)
    if how == "health":
        return add(child, "health_check", {"sdq_score": 17, "substance_misuse": 1}, day)
    if how == "sensitive_home":
        return add(child, "home", {"place": "K1", "provider": "PR4", "rne": "P"}, day)
    if how == "paper":
        return a_paper(child, "Wombatletter of Axolotlauthor", day=day, facts=secret, author_name="Axolotlauthor", content=uuid4().bytes)
    entry = add(child, "letter", secret, date(2031, 5, 4) if how == "future" else day, text="Wombatletter", author="Axolotlauthor")
    if how in DECISIONS:
        decision, fields = DECISIONS[how]
        decide(entry, cast, decision, **fields)
    if how in CONFIRMED:
        confirm_withholding(sharing=entry.sharings.get(), reason="Pangolinreason", by=cast.joan, now=NOW)
    return entry


SECRET_WORDS = (
    "Zebrafinch", "Quokkasummary", "Wombatletter", "Axolotlauthor", "Pangolinreason", "Narwhalbrother", "Ocelotbrother",
    str(SECRET_YEAR), "2031", "locked children", "alcohol", "drug", "being hurt", "adopt",
)  # fmt: skip


SEARCHES = (*SECRET_WORDS, "zebra", "zebrafnch", "wombat leter", "visit", "foster", "adopted", "qwertyuiop")


def every_page(client: Client) -> dict[str, bytes]:
    """What the reader gets on every page of theirs, and for everything they may look for."""
    return {**pages_to_read(client), **every_search(client)}


def pages_to_read(client: Client) -> dict[str, bytes]:
    """The pages, without the form tokens that differ each time."""
    urls = [reverse(f"portal:{name}") for name in PAGES]
    urls += [reverse("portal:my_story") + query for query in ("?by=time", "?by=section", "?by=section&in=papers", "?by=section&in=helpers")]
    urls += [reverse("portal:my_story") + query for query in ("?by=year", "?by=time&print=12", "?by=section&print=18")]
    urls += [reverse("portal:home") + "?print=18&picture=1", reverse("portal:paper_copy") + "?what=story"]
    urls += [reverse("stories:list"), reverse("stories:write"), reverse("access_requests:my_ask_begin")]
    found = {}
    for url in urls:
        answer = client.get(url)
        assert answer.status_code == 200, url
        fresh = FRESH_DRAFT.search(answer.content)
        content = answer.content.replace(fresh[1], b"") if fresh else answer.content
        found[url] = TOKENS.sub(b"", content)
    return found


def every_search(client: Client) -> dict[str, bytes]:
    """What the reader gets when they look for words that may be closed to them, for slips of them, and for words that are open.

    One question is sent as a reader sends it; the others are put beside it, where the page keeps what was asked.
    """
    client.post(reverse("portal:search"), {"words": SEARCHES[0]})
    session = client.session
    sent = session[KEPT][-1]
    session[KEPT] = [{**sent, "id": str(uuid4()), "asked": {**sent["asked"], "words": words}} for words in SEARCHES]
    session.save()
    found = {}
    for words, one in zip(SEARCHES, session[KEPT], strict=True):
        answer = client.get(reverse("portal:search"), {"found": one["id"]})
        asked_again = html.escape(words).encode()  # the reader's own words stand in the box, and where they were not found
        assert b'value="' + asked_again in answer.content, words
        content = FOUND.sub(b"", TOKENS.sub(b"", answer.content))
        found[f"looked for {words}"] = content.replace(b'value="' + asked_again, b"").replace(b"\xe2\x80\x9c" + asked_again, b"")
    return found


def undone(body: Callable[[], None]) -> None:
    """Run one example and take back everything it stored."""
    with transaction.atomic():
        body()
        transaction.set_rollback(True)


@pytest.fixture
def reader(cast: Cast, client: Client) -> Client:
    """Amara's phone."""
    return sign_in(client, cast.amara.user)


FEW = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example is a dozen pages: shrinking would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.need("R61", "R66")
@pytest.mark.django_db
@given(days=st.lists(OPEN_DAYS, max_size=3, unique=True), hows=st.lists(st.sampled_from(CLOSED_HOW), min_size=1, max_size=4))
@FEW
def test_no_word_name_or_year_of_anything_closed_appears_anywhere(cast: Cast, reader: Client, days: list[date], hows: list[str]) -> None:
    """And its own page answers like a page that does not exist."""

    def example() -> None:
        open_history(cast.amara, cast, days)
        entries = [closed_entry(cast.amara, cast, how, date(SECRET_YEAR, 6, 7)) for how in hows]
        for url, content in every_page(reader).items():
            text = content.decode()
            assert not [word for word in SECRET_WORDS if word.lower() in text.lower()], url
        assert set(years_listed(reader)) == {str(day.year) for day in days}
        for year in (SECRET_YEAR, 1999):
            assert reader.get(f"{reverse('portal:my_story')}?by=year&year={year}")["Location"] == f"{reverse('portal:my_story')}?by=year"
        for entry in entries:
            if entry:
                assert_like_nothing(reader, entry)

    with time_machine.travel(NOW, tick=False):
        undone(example)


def years_listed(client: Client) -> list[str]:
    """The years that the list of years leads to."""
    return re.findall(r"by=year&amp;year=(\w+)", client.get(reverse("portal:my_story") + "?by=year").content.decode())


def assert_like_nothing(client: Client, entry: Entry) -> None:
    """Every address of the entry answers exactly as for an id that does not exist."""
    for name in ("entry", "entry_wrong", "entry_talk", "entry_not_me", "ask_chapter"):
        there, nowhere = client.get(reverse(f"portal:{name}", args=[entry.pk])), client.get(reverse(f"portal:{name}", args=[uuid4()]))
        assert there.status_code == nowhere.status_code
        assert TOKENS.sub(b"", there.content) == TOKENS.sub(b"", nowhere.content)
    for query in ("?print=12", "?print=18&picture=1", "?picture=1"):
        assert client.get(reverse("portal:entry", args=[entry.pk]) + query).status_code == 404
    assert client.get(f"{reverse('portal:paper_copy')}?what=entry&which={entry.pk}").status_code == 404
    back = {client.get(reverse("portal:my_story") + f"?at={pk}")["Location"].split("#")[0] for pk in (entry.pk, uuid4())}
    assert len(back) == 1


@pytest.mark.need("R61")
@pytest.mark.django_db
@given(days=st.lists(OPEN_DAYS, max_size=3, unique=True), hidden=st.lists(st.sampled_from(NO_TRACE), min_size=1, max_size=3), day=OPEN_DAYS)
@FEW
def test_adoption_and_a_death_change_not_one_byte(
    cast: Cast, reader: Client, days: list[date], hidden: list[tuple[str, dict[str, object], str]], day: date
) -> None:
    """Not a count, a gap, a band of the life line or a button."""

    def example() -> None:
        open_history(cast.amara, cast, days)
        before = every_page(reader)
        for kind, facts, restricted in hidden:
            assert_like_nothing(reader, add(cast.amara, kind, facts, day, restricted=restricted))
        after = every_page(reader)
        assert [url for url in before if before[url] != after[url]] == []

    with time_machine.travel(NOW, tick=False):
        undone(example)


@pytest.mark.need("R61")
@pytest.mark.django_db
def test_no_closed_plan_or_meeting_shows_where_plans_books_and_choices_are(cast: Cast, reader: Client) -> None:
    """Byte for byte: a plan and notes of a meeting that wait, are held, withheld, still to come or not about them."""
    urls = [reverse(f"portal:{name}") for name in ("my_plans", "books", "begin_book", "set_aside", "never", "reading_together", "letters")]
    with time_machine.travel(NOW, tick=False):
        open_history(cast.amara, cast, [date(2019, 4, 1)])
        before = [TOKENS.sub(b"", reader.get(url).content) for url in urls]
        for how in ("waiting", *DECISIONS):
            for kind in ("plan", "review_minutes"):
                entry = add(cast.amara, kind, {"title": "Zebrafinch"}, date(2020, 5, 4), text="Wombatletter", author="Axolotlauthor")
                if how in DECISIONS:
                    decide(entry, cast, DECISIONS[how][0], **DECISIONS[how][1])
        assert [TOKENS.sub(b"", reader.get(url).content) for url in urls] == before


SILENT_BANDS = re.compile(rb'<li class="is-gap">.*?</li>', re.DOTALL)
CHANGES_NOTHING = ("held", "withheld", "withheld_none", "not_mine", "future", "unconfirmed_family")  # the rest are counted, or told of


@pytest.mark.need("M8")
@pytest.mark.django_db
@pytest.mark.parametrize("said", [False, True], ids=["found by rule", "a worker said why"])
@pytest.mark.parametrize("how", CLOSED_HOW)
def test_no_silence_tells_whether_something_closed_lies_in_it(cast: Cast, reader: Client, how: str, said: bool) -> None:
    """Nor does what a worker said is missing: a year is called silent from what is open, and from nothing else."""
    add(cast.amara, "home", {"place": "U4", "provider": "PR1", "rne": "S"}, date(2014, 3, 1), end=date(2015, 6, 1))
    add(cast.amara, "home", {"place": "U6", "provider": "PR1", "rne": "P"}, date(2021, 2, 1))
    if said:
        gap = next(gap for gap in GapsOf(cast.amara, NOW.date()).found if gap.of == "stretch")
        explain_gap(child=cast.amara, gap=gap, reason="lost", shown=True, words="It was lost in the flood.", by=cast.ben, now=NOW)
    with time_machine.travel(NOW, tick=False):
        before = pages_to_read(reader)
        closed_entry(cast.amara, cast, how, date(2018, 6, 7))
        after = pages_to_read(reader)
    story = reverse("portal:my_story") + "?by=time"
    bands = SILENT_BANDS.findall(before[story])
    assert len(bands) == 1
    assert (b"We have nothing from 2016 to 2020" if said else b"Nothing is open to you from 2016 to 2020") in bands[0]
    assert SILENT_BANDS.findall(after[story]) == bands
    if how in CHANGES_NOTHING:
        assert [url for url in before if before[url] != after[url]] == []


@pytest.mark.need("R10")
@pytest.mark.django_db
@pytest.mark.parametrize("how", CLOSED_HOW)
def test_no_empty_section_tells_whether_something_closed_stands_in_it(cast: Cast, reader: Client, how: str) -> None:
    """What is said of a part in which nothing is open is as true of an empty one as of one that nobody has read for them."""
    sections = reverse("portal:my_story") + "?by=section"
    with time_machine.travel(NOW, tick=False):
        before = pages_to_read(reader)
        closed_entry(cast.amara, cast, how, date(2018, 6, 7))
        assert pages_to_read(reader)[sections] == before[sections]
