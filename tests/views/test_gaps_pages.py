"""What is missing, on the pages: found, explained, looked for, and read by the young person in a worker's words."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.gaps import GapsOf, search_id
from official_file.models import Connection, EntryNow, Gap
from official_file.plain_language.when import When
from people.models import Child, Cover, Task, TaskKind
from portal.queries.child_record import ChildRecord, Choice
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def ben(cast: Cast) -> Client:
    """Her worker's laptop."""
    return sign_in(Client(), cast.ben)


@pytest.fixture
def amara(cast: Cast) -> Client:
    """Her phone."""
    return sign_in(Client(), cast.amara.user)


def a_home(child: Child, start: date, end: date | None = None) -> None:
    facts = {"place": "U6", "provider": "PR1", "rne": "S"}
    draft = EntryDraft("home", When(start, end), SourceRef("ssda903", f"home/{start}"), facts=facts)
    append_entry(child=child, draft=draft, by=NIGHTLY_IMPORT, now=NOW - timedelta(days=9))


@pytest.fixture
def silent(cast: Cast) -> Child:
    """Amara in care since 2015, with nothing from 2017 to 2019."""
    a_home(cast.amara, date(2015, 1, 5), date(2016, 6, 1))
    a_home(cast.amara, date(2020, 3, 1))
    return cast.amara


def text(client: Client, name: str, *ids: object, query: str = "") -> str:
    answer = client.get(reverse(f"portal:{name}", args=ids) + query)
    assert answer.status_code == 200
    return " ".join(TOKEN.sub("", answer.content.decode()).split())


def the_gap(child: Child, of: str) -> str:
    gap = next(gap for gap in GapsOf(child, NOW.date()).found if gap.of == of)
    return str(search_id(child, gap.key))


def explain(client: Client, child: Child, of: str, **given: str) -> int:
    address = reverse("portal:explain_gap", args=[child.pk, the_gap(child, of)])
    return client.post(address, {"reason": "lost", "shown": "yes", "words": "", **given}).status_code


@pytest.mark.need("M8")
def test_a_worker_sees_what_is_missing_and_how_we_know(ben: Client, silent: Child) -> None:
    an_entry(silent, "review_held", date(2015, 2, 1), facts={"code": "PN1"})
    an_entry(silent, "note", date(2021, 3, 2), text="See the report of Dr Khan.", facts={"title": "A note"})
    seen = text(ben, "gaps", silent.pk)
    for words in (
        "2017 - 2019: nothing at all",
        "Notes of the review on 1 February 2015",
        "Report, Dr Khan",
        "reviews, due from 1 May 2015",
    ):
        assert words in seen, words
    seen = text(ben, "gaps", silent.pk, query=f"?gap={the_gap(silent, 'review')}")
    assert "Care Planning Regulations 2010, regulation 33" in seen
    seen = text(ben, "gaps", silent.pk, query=f"?gap={the_gap(silent, 'document')}")
    assert "Where the file speaks of it" in seen
    assert "See the report of Dr Khan." in seen


@pytest.mark.need("M8")
def test_the_young_person_reads_that_we_have_nothing_with_what_is_known_of_why(ben: Client, amara: Client, silent: Child) -> None:
    before = text(amara, "my_story", query="?by=time")
    assert "Nothing is open to you from 2017 to 2019" in before
    assert explain(ben, silent, "stretch", reason="destroyed", words="The cellar was flooded in 2021.") == 302
    seen = text(amara, "my_story", query="?by=time")
    assert "We have nothing from 2017 to 2019" in seen
    assert "The cellar was flooded in 2021." in seen
    assert "Ben Hughes, social worker, told you this on 18 November 2026." in seen
    assert "Nothing is open to you" not in seen
    explained = text(ben, "gaps", silent.pk, query=f"?gap={the_gap(silent, 'stretch')}")
    assert "It was destroyed in a fire or a flood. Ben Hughes, 18 November 2026." in explained


@pytest.mark.need("M8")
def test_without_words_of_their_own_the_reason_speaks(ben: Client, amara: Client, silent: Child) -> None:
    explain(ben, silent, "stretch")
    assert "It was written, and we lost it. We are sorry." in text(amara, "my_story", query="?by=time")


def test_what_is_for_staff_alone_is_read_by_staff_alone_and_takes_back_what_was_said(ben: Client, amara: Client, silent: Child) -> None:
    before = text(amara, "my_story", query="?by=time")
    explain(ben, silent, "stretch")
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        explain(ben, silent, "stretch", shown="no")
        assert text(amara, "my_story", query="?by=time") == before
    assert Gap.objects.count() == 2


def test_said_on_a_friday_night_it_is_read_on_monday(ben: Client, amara: Client, silent: Child) -> None:
    friday = datetime(2026, 11, 20, 20, tzinfo=NOW.tzinfo)
    with time_machine.travel(friday, tick=False):
        explain(sign_in(Client(), silent.relationships.get(role="social_worker").user), silent, "stretch")
        assert "We have nothing" not in text(sign_in(Client(), silent.user), "my_story", query="?by=time")
    with time_machine.travel(friday + timedelta(days=3), tick=False):
        assert "We have nothing from 2017 to 2019" in text(sign_in(Client(), silent.user), "my_story", query="?by=time")


def test_once_something_of_that_time_is_open_nobody_reads_that_there_is_nothing(ben: Client, amara: Client, silent: Child) -> None:
    explain(ben, silent, "stretch")
    an_entry(silent, "legal_status", date(2018, 5, 1), facts={"code": "C2"})
    assert "We have nothing" not in text(amara, "my_story", query="?by=time")
    assert "Something has come in since." in text(ben, "gaps", silent.pk)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": ""}, "Choose why it is missing."),
        ({"shown": ""}, "Choose whether they read about it."),
        ({"shown": "no", "words": "Between us."}, "Only words that they read are kept here."),
        ({"words": "Grace has the papers."}, "This names Grace Okafor."),
        ({"words": "You were adopted then."}, "These words speak of adoption"),
    ],
)
def test_what_cannot_be_written_down_is_said_and_nothing_typed_is_lost(
    ben: Client, silent: Child, given: dict[str, str], said: str
) -> None:
    Connection.objects.create(child=silent, source="case_notes", key="c1", names=["Grace Okafor"], relation="your mum")
    an_entry(silent, "left_care", date(2026, 5, 1), facts={"code": "E11"})
    address = reverse("portal:explain_gap", args=[silent.pk, the_gap(silent, "stretch")])
    answer = ben.post(address, {"reason": "lost", "shown": "yes", "words": "The cellar.", **given})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert given.get("words", "The cellar.") in answer.content.decode()
    assert not Gap.objects.exists()


def test_somebody_is_asked_to_look_and_says_when_they_have(ben: Client, cast: Cast, silent: Child) -> None:
    address = reverse("portal:look_for", args=[silent.pk, the_gap(silent, "stretch")])
    assert ben.post(address, {"whom": "", "words": " "}).status_code == 422
    ben.post(address, {"whom": str(cast.joan.pk), "words": "In the cellar of the old office."})
    task = Task.objects.get(kind=TaskKind.ASK_FOR_DOCUMENT)
    assert (task.for_user, task.words) == (cast.joan, "In the cellar of the old office.")
    desk = text(sign_in(Client(), cast.joan), "desk")
    assert "something is missing from the file: look for it" in desk
    assert "Joan Mills is looking for it." in text(ben, "gaps", silent.pk)
    ben.post(reverse("portal:looked", args=[silent.pk, task.pk]))
    assert Task.objects.get(pk=task.pk).done_at
    assert "Joan Mills is looking for it" not in text(ben, "gaps", silent.pk)


@pytest.mark.need("R10")
@pytest.mark.parametrize(
    ("blank", "label", "sentence"),
    [
        ("not_applicable", "Not about you", "This part is not about you."),
        ("not_known", "Not known", "We asked, and we do not know."),
        ("not_written", "Not written yet", "Nobody has written about this yet."),
        ("never_asked", "Never asked", "Nobody has asked about this."),
    ],
)
def test_an_empty_part_says_which_of_five_it_is(ben: Client, amara: Client, silent: Child, blank: str, label: str, sentence: str) -> None:
    assert "Not open to you" in text(amara, "my_story", query="?by=section&in=money")
    about = text(ben, "gaps", silent.pk)
    assert "Not open to them" in about
    assert "Not open to you" not in about
    ben.post(reverse("portal:mark_part", args=[silent.pk]), {"part": "money", "blank": blank, "words": "Ask me on Friday."})
    for query in ("?by=section&in=money", "?by=section"):
        seen = text(amara, "my_story", query=query)
        assert label in seen
        assert sentence in seen
        assert "Ask me on Friday." in seen


@pytest.mark.need("R10")
def test_no_part_is_left_silently_blank(amara: Client, silent: Child) -> None:
    for slug in ("about_me", "family", "health", "school", "money", "plans", "decisions", "papers", "my_words", "leaving_care"):
        seen = text(amara, "my_story", query=f"?by=section&in={slug}")
        assert any(label in seen for label in ("Not open to you", "Not written yet", "Not for you now")), slug


@pytest.mark.need("R10")
@pytest.mark.parametrize(("blank", "status"), [("not_shared", 302), ("never_asked", 422), ("not_written", 422)])
def test_what_is_said_of_a_part_must_be_true(ben: Client, silent: Child, blank: str, status: int) -> None:
    an_entry(silent, "note", date(2021, 3, 2), text="He saves.", facts={"title": "A note"}, sections=("money",))
    answer = ben.post(reverse("portal:mark_part", args=[silent.pk]), {"part": "money", "blank": blank, "words": ""})
    assert answer.status_code == status


@pytest.mark.need("R76")
def test_dates_and_workers_that_do_not_fit_are_asked_about_with_their_entries(ben: Client, silent: Child) -> None:
    early = an_entry(silent, "visit", date(2021, 3, 2), text="She slept.", facts={"title": "A visit"})
    facts = {"worker_key": "w1", "name": "Priya Shah", "role": "social worker"}
    an_entry(silent, "worker_period", date(2024, 1, 8), facts=facts)
    review = an_entry(silent, "review_held", date(2014, 2, 1), facts={"code": "PN1"})
    seen = text(ben, "conflicts", silent.pk)
    assert "Priya Shah wrote about a visit on a day when they were not this child&#x27;s worker." in seen
    assert "A review is dated when the child was not in care." in seen
    for entry in (early, review):
        assert reverse("portal:staff_entry", args=[entry.pk]) in seen


def test_a_file_that_fits_says_so(ben: Client, silent: Child) -> None:
    assert "Nothing disagrees" in text(ben, "conflicts", silent.pk)


def test_a_childs_page_counts_the_same_gaps_as_their_own_page_finds(ben: Client, cast: Cast, silent: Child) -> None:
    """The one reads them out of what it has at hand, the other out of the file."""
    an_entry(silent, "review_held", date(2021, 2, 1), facts={"code": "PN1"})
    an_entry(silent, "visit", date(2021, 3, 2), text="She slept.", facts={"title": "A visit"})
    record = ChildRecord(cast.ben, silent, NOW, Choice())
    found = GapsOf(silent, NOW.date())
    assert [gap.key for gap in record.gaps.by_dates] == [gap.key for gap in found.by_dates]
    assert f"{len(found.by_dates)} gaps to explain" in text(ben, "child", silent.pk)
    explain(ben, silent, "stretch")
    assert f"{len(found.by_dates) - 1} gaps to explain" in text(ben, "child", silent.pk)


def test_what_only_some_may_read_is_not_told_by_the_papers_it_speaks_of(cast: Cast, silent: Child) -> None:
    entry = an_entry(silent, "note", date(2021, 3, 2), text="See the report of Dr Khan.", facts={"title": "A note"})
    EntryNow.objects.filter(pk=entry.pk).update(limited="worker_and_manager")
    assert "Dr Khan" in text(sign_in(Client(), cast.joan), "gaps", silent.pk)
    covering = Client()
    Cover.objects.create(
        worker=cast.ben, covering=cast.carys, recorded_by=cast.joan, starts=NOW - timedelta(days=1), ends=NOW + timedelta(days=1)
    )
    assert "Dr Khan" not in text(sign_in(covering, cast.carys), "gaps", silent.pk)
