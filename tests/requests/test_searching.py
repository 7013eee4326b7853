"""Searching for a request: every place is on the list, each answer stays, and nothing of adoption is counted anywhere (F2, F3)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from access_requests.actions.add_source import add_source
from access_requests.actions.ask_to_search import ask_to_search
from access_requests.actions.consult import Said, chase_consultation, consult, keep_consultation
from access_requests.actions.list_sources import list_sources
from access_requests.actions.record_search import Found, record_search
from access_requests.actions.search_own_file import search_own_file
from access_requests.clock import clock_of
from access_requests.models import AccessRequest, SearchAnswer, SourceSearch
from access_requests.queries.held_here import held_here
from access_requests.queries.in_scope import in_scope
from access_requests.queries.missing import missing_from
from access_requests.queries.searching import places_of, progress_of, where_we_looked
from access_requests.sources import ADOPTION, SOURCES
from audit.who import THE_PORTAL
from official_file.models import EntryNow
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry
from tests.factories.requests import a_request

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
NOTHING = Found("nothing", TODAY, terms="Idris")
LOST = Found("cannot_be_found", TODAY, words="The box is not on its shelf. Ask the store again.")


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    """Idris asked, signed in: his record is known, and every place is on the list."""
    return a_request(cast)


def place(request: AccessRequest, source: str = "paper_store") -> SourceSearch:
    return request.searches.get(source=source, name="")


@pytest.mark.need("F2")
def test_a_request_carries_every_place_and_a_second_listing_adds_none(asked: AccessRequest) -> None:
    assert {one.source for one in asked.searches.all()} == set(SOURCES)
    assert list_sources(request=asked, by=THE_PORTAL, now=NOW) == []


@pytest.mark.need("F2")
def test_each_answer_says_by_whom_when_and_with_which_terms_and_stays(asked: AccessRequest, cast: Cast) -> None:
    covers = replace(NOTHING, covers_from=date(1990, 1, 1), covers_to=date(2012, 12, 31))
    record_search(search=place(asked), found=LOST, by=cast.sana, now=NOW)
    newest = record_search(search=place(asked), found=covers, by=cast.imani, now=NOW + timedelta(hours=1))
    first, second = SearchAnswer.objects.order_by("at")
    assert (first.outcome, first.words, first.by_name) == ("cannot_be_found", LOST.words, "Sana Malik")
    assert (second.terms, second.covers_from, second.by_role) == ("Idris", date(1990, 1, 1), "ig_officer")
    found = next(one for one in places_of(asked) if one.search.source == "paper_store")
    assert (found.newest, len(found.answers)) == (newest, 2)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (replace(NOTHING, outcome="looked"), "no_outcome"),
        (replace(NOTHING, terms=" "), "no_terms"),
        (replace(LOST, words=""), "no_words"),
        (replace(NOTHING, searched_on=TODAY + timedelta(days=1)), "not_yet"),
        (replace(NOTHING, searched_on=TODAY - timedelta(days=1)), "too_early"),
        (replace(NOTHING, covers_from=date(2012, 1, 1), covers_to=date(2011, 1, 1)), "ends_first"),
    ],
)
def test_an_answer_that_does_not_say_enough_is_not_taken(asked: AccessRequest, cast: Cast, found: Found, code: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        record_search(search=place(asked), found=found, by=cast.sana, now=NOW)
    assert refusal.value.code == code


def test_a_colleague_who_was_asked_answers_for_that_place_only(asked: AccessRequest, cast: Cast) -> None:
    """Dev sees nothing of Idris before or after: being asked gives no reach."""
    ask_to_search(search=place(asked), worker=cast.dev, words="Boxes 4 to 9.", by=cast.sana, now=NOW)
    task = Task.objects.get(kind=TaskKind.SEARCH_SOURCE)
    assert (task.for_user, task.words, task.done_at) == (cast.dev, "Boxes 4 to 9.", None)
    with pytest.raises(NotAllowed, match="not_found"):
        record_search(search=place(asked, "e_mail"), found=NOTHING, by=cast.dev, now=NOW)
    record_search(search=place(asked), found=NOTHING, by=cast.dev, now=NOW)
    assert Task.objects.get(pk=task.pk).done_by == cast.dev
    with pytest.raises(NotAllowed, match="not_found"):
        record_search(search=place(asked), found=NOTHING, by=cast.dev, now=NOW)


def test_asked_of_another_colleague_the_first_owes_it_no_longer(asked: AccessRequest, cast: Cast) -> None:
    for worker in (cast.dev, cast.ben):
        ask_to_search(search=place(asked), worker=worker, by=cast.sana, now=NOW)
    assert [task.for_user for task in Task.objects.filter(kind=TaskKind.SEARCH_SOURCE)] == [cast.ben]


def test_their_own_worker_is_not_asked_when_they_do_not_want_them_told(cast: Cast) -> None:
    asked = a_request(cast, child=cast.amara, answers={"tell_worker": "no"})
    with pytest.raises(NotAllowed, match="not_them"):
        ask_to_search(search=place(asked), worker=cast.ben, by=cast.imani, now=NOW)
    assert ask_to_search(search=place(asked), worker=cast.carys, by=cast.imani, now=NOW) is not None


def test_a_place_added_by_hand_stands_once(asked: AccessRequest, cast: Cast) -> None:
    made = [add_source(request=asked, source="other_council", name=name, by=cast.sana, now=NOW) for name in ("Leeds", " LEEDS ")]
    assert made[0] == made[1]
    for source, name, code in (("gp", "Dr Lee", "no_such_kind"), ("home", " ", "no_name"), (ADOPTION, "Leeds", "no_such_kind")):
        with pytest.raises(NotAllowed, match=code):
            add_source(request=asked, source=source, name=name, by=cast.sana, now=NOW)


@pytest.mark.need("F2")
def test_the_file_here_is_searched_with_one_press_and_covers_the_years_it_holds(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "visit", date(1999, 5, 1), text="A visit.")
    an_entry(cast.idris, "visit", date(2004, 5, 1), text="Another.")
    answer = search_own_file(request=asked, by=cast.sana, now=NOW)
    assert (answer.outcome, answer.covers_from, answer.covers_to) == ("found", date(1999, 5, 1), date(2004, 5, 1))


@pytest.mark.need("M8")
def test_years_in_care_that_no_place_covers_are_named_until_one_does(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "came_into_care", date(2000, 3, 1))
    an_entry(cast.idris, "left_care", date(2005, 6, 1), facts={"code": "E4"})
    assert [str(one) for one in missing_from(asked, TODAY).years] == ["2000 to 2005"]
    covers = replace(NOTHING, covers_from=date(2000, 1, 1), covers_to=date(2002, 12, 31))
    record_search(search=place(asked), found=covers, by=cast.sana, now=NOW)
    record_search(search=place(asked, "e_mail"), found=replace(NOTHING, covers_from=date(2005, 1, 1)), by=cast.sana, now=NOW)
    assert [str(one) for one in missing_from(asked, TODAY).years] == ["2003 to 2004"]


@pytest.mark.need("M8")
def test_what_the_file_should_hold_and_does_not_is_listed(asked: AccessRequest, cast: Cast) -> None:
    an_entry(cast.idris, "came_into_care", date(2000, 3, 1))
    assert "We do not have a letter about the day you came into care" in [one.what for one in missing_from(asked, TODAY).things]


def test_adoption_is_in_no_count_no_coverage_and_no_word_to_the_requester(asked: AccessRequest, cast: Cast) -> None:
    """law.md 0.7, acceptance test 11: whatever is there about adoption, the answers are the same as if nothing were."""
    an_entry(cast.idris, "visit", date(1999, 5, 1), text="A visit.")

    def all_said() -> tuple[Any, ...]:
        progress = progress_of(places_of(asked))
        return held_here(cast.idris), missing_from(asked, TODAY), where_we_looked(asked), progress.done, progress.total

    before = all_said()
    an_entry(cast.idris, "adoption", date(1993, 1, 1), facts={"step": "placed"})
    an_entry(cast.idris, "note", date(1994, 1, 1), text="Matched. See the report of Dr Shaw of 1995.", restricted="adoption")
    an_entry(cast.idris, "legal_status", date(1996, 1, 1), facts={"code": "E1"})
    handed = Found("not_ours", TODAY, words="Told the agency.")
    record_search(search=place(asked, ADOPTION), found=handed, by=cast.sana, now=NOW)
    assert all_said() == before


def test_a_note_that_was_marked_as_adoption_only_when_it_was_corrected_is_out_in_every_version(cast: Cast) -> None:
    entry = an_entry(cast.idris, "note", date(1994, 1, 1), text="Matched today.")
    row = EntryNow.objects.get(pk=entry.pk)
    newer = an_entry(cast.idris, "note", date(1994, 1, 1), text="Matched today.", restricted="adoption", supersedes=entry.pk)
    assert not in_scope(cast.idris).filter(pk__in=[row.pk, newer.pk]).exists()


@pytest.mark.parametrize("outcome", ["found", "nothing", "cannot_be_found"])
def test_adoption_is_handed_on_and_never_searched(asked: AccessRequest, cast: Cast, outcome: str) -> None:
    with pytest.raises(NotAllowed, match="apart"):
        record_search(search=place(asked, ADOPTION), found=Found(outcome, TODAY, "Idris", words="Why."), by=cast.sana, now=NOW)
    with pytest.raises(NotAllowed, match="apart"):
        ask_to_search(search=place(asked, ADOPTION), worker=cast.ben, by=cast.sana, now=NOW)


def test_who_asked_reads_how_far_we_are_and_never_which_service_had_something(asked: AccessRequest, cast: Cast) -> None:
    record_search(search=place(asked), found=LOST, by=cast.sana, now=NOW)
    before = dict(where_we_looked(asked))
    record_search(search=place(asked, "drugs_alcohol"), found=replace(NOTHING, outcome="found"), by=cast.sana, now=NOW)
    found = dict(where_we_looked(asked))
    record_search(search=place(asked, "drugs_alcohol"), found=LOST, by=cast.sana, now=NOW)
    assert dict(where_we_looked(asked)) == found
    assert before["Services like health, schools and housing"] == "We have not looked here yet."
    assert found["Services like health, schools and housing"] == "We have looked in 1 of 12 places."
    assert "Something is missing" in found["Paper files"]


@pytest.mark.need("F3")
def test_an_organisation_is_asked_chased_and_answers_and_the_clock_is_the_same_throughout(asked: AccessRequest, cast: Cast) -> None:
    due = [clock_of(asked, today=TODAY)]
    row = consult(request=asked, organisation="Police", about="A notice of 2003.", asked_on=TODAY, by=cast.sana, now=NOW)
    due.append(clock_of(asked, today=TODAY))
    later = NOW + timedelta(days=7)
    row = chase_consultation(consultation=row, on=later.date(), by=cast.sana, now=later)
    said = Said("asks_to_hide", later.date(), "The name of somebody who told us.")
    row = keep_consultation(consultation=row, said=said, by=cast.imani, now=later)
    assert (row.asked_on, row.chased_on, row.answered_on, row.says) == (TODAY, later.date(), later.date(), "asks_to_hide")
    due.append(clock_of(asked, today=TODAY))
    assert due[0] is not None
    assert due == [due[0]] * 3
    with pytest.raises(NotAllowed, match="already_done"):
        keep_consultation(consultation=row, said=replace(said, says="agrees"), by=cast.sana, now=later)


def test_a_wish_to_hide_needs_a_reason_and_a_day_that_has_come(asked: AccessRequest, cast: Cast) -> None:
    row = consult(request=asked, organisation="Police", about="A notice.", asked_on=TODAY, by=cast.sana, now=NOW)
    for said, code in (
        (Said("refuses", TODAY), "no_words"),
        (Said("perhaps", TODAY), "no_answer"),
        (Said("agrees", TODAY + timedelta(days=1)), "not_yet"),
        (Said("agrees", TODAY - timedelta(days=1)), "too_early"),
    ):
        with pytest.raises(NotAllowed, match=code):
            keep_consultation(consultation=row, said=said, by=cast.sana, now=NOW)
