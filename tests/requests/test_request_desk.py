"""The officers' desk: who deals with a request, the first talk, each step, the ways it ends early, and looking after who reads."""

from datetime import timedelta

import pytest

from access_requests.actions.begin_gathering import back_to_search, begin_gathering
from access_requests.actions.begin_search import begin_search
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.name_officer import name_officer
from access_requests.actions.offer_debriefs import answer_debrief
from access_requests.actions.other_route import other_route
from access_requests.actions.record_contact import record_contact
from access_requests.actions.share_reading import share_reading
from access_requests.actions.withdraw_request import withdraw_request
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Debrief
from audit.events import Event
from audit.models import AuditEvent
from law.who_may_ask import OtherWay
from official_file.models import RetentionHold
from people.errors import NotAllowed
from people.models import Task, User
from tests.cast import NOW, Cast
from tests.factories.requests import PAT, Route, a_request
from tests.factories.requests_at_the_desk import dealt_with, gathering, searched, searching


def open_tasks(request: AccessRequest) -> set[str]:
    """What is owed for it."""
    return set(Task.objects.open().filter(about_id=request.pk).values_list("kind", flat=True))


def said(event: Event) -> list[dict[str, object]]:
    """The facts of every line of this event."""
    return list(AuditEvent.objects.filter(event=event).values_list("facts", flat=True))


def test_an_officer_takes_it_and_what_is_owed_is_theirs(cast: Cast) -> None:
    asked = name_officer(request=a_request(cast), officer=cast.imani, by=cast.imani, now=NOW)
    assert asked.officer == cast.imani
    assert Task.objects.get(kind="answer_request", about_id=asked.pk).for_user == cast.imani
    again = name_officer(request=asked, officer=cast.imani, by=cast.imani, now=NOW)
    assert again.officer == cast.imani
    assert said(Event.REQUEST_OFFICER_NAMED) == [{"officer": "Imani Clarke"}]
    assert name_officer(request=asked, officer=cast.sana, by=cast.imani, now=NOW).officer == cast.sana


@pytest.mark.parametrize("who", ["ben", "joan", "tom", "olu", "ruth"])
def test_nobody_without_that_role_deals_with_it_or_names_who_does(cast: Cast, who: str) -> None:
    asked, somebody = a_request(cast), getattr(cast, who)
    with pytest.raises(NotAllowed):
        name_officer(request=asked, officer=somebody, by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed):
        name_officer(request=asked, officer=cast.imani, by=somebody, now=NOW)


def test_an_access_worker_deals_with_no_request_about_a_child_out_of_their_reach(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as refused:
        name_officer(request=a_request(cast, child=cast.amara), officer=cast.sana, by=cast.imani, now=NOW)
    assert refused.value.code == "not_that_role"


def test_the_first_talk_is_written_down_with_its_way_and_a_try_is_no_talk(cast: Cast) -> None:
    asked = record_contact(request=a_request(cast), way="phone", reached=False, by=cast.imani, now=NOW)
    assert asked.first_contact_at is None
    later = NOW + timedelta(hours=3)
    assert record_contact(request=asked, way="visit", reached=True, by=cast.imani, now=later).first_contact_at == later
    again = record_contact(request=asked, way="email", reached=True, by=cast.imani, now=later + timedelta(days=1))
    assert again.first_contact_at == later
    assert [row["way"] for row in said(Event.REQUEST_CONTACT)] == ["email", "visit", "phone"]
    with pytest.raises(NotAllowed, match="no_such_way"):
        record_contact(request=asked, way="She said that she", reached=True, by=cast.imani, now=NOW)


def test_the_search_begins_when_nothing_stands_in_the_way_and_ends_when_every_place_has_an_answer(cast: Cast) -> None:
    unmatched = a_request(cast, route=Route.PUBLIC_FORM)
    with pytest.raises(NotAllowed, match="no_record"):
        begin_search(request=unmatched, by=cast.imani, now=NOW)
    under_way = searching(cast)
    assert under_way.standing is State.SEARCHING
    with pytest.raises(NotAllowed, match="not_searched"):
        begin_gathering(request=under_way, by=cast.imani, now=NOW)


def test_it_is_put_together_and_goes_back_when_another_place_turns_up(cast: Cast) -> None:
    request = begin_gathering(request=searched(cast), by=cast.imani, now=NOW)
    assert request.standing is State.GATHERING
    assert back_to_search(request=request, by=cast.imani, now=NOW).standing is State.SEARCHING
    with pytest.raises(NotAllowed, match="not_from_here"):
        back_to_search(request=request, by=cast.imani, now=NOW)
    assert said(Event.REQUEST_MOVED)[0] == {"from": "gathering", "to": "searching"}


def test_whoever_asked_stops_it_and_nothing_is_owed_any_more(cast: Cast) -> None:
    request = searching(cast)
    assert {"answer_request", "support_request"} <= open_tasks(request)
    with pytest.raises(NotAllowed, match="not_found"):
        withdraw_request(request=request, by=user_of(cast), now=NOW)
    with pytest.raises(NotAllowed, match="no_such_way"):
        withdraw_request(request=request, by=cast.imani, now=NOW)
    assert cast.idris.user
    ended = withdraw_request(request=request, by=cast.idris.user, now=NOW)
    assert (ended.standing, ended.ended_at) == (State.WITHDRAWN, NOW)
    assert open_tasks(request) == set()
    assert not RetentionHold.objects.filter(about_id=request.pk, lifted_at__isnull=True).exists()
    with pytest.raises(NotAllowed, match="not_from_here"):
        withdraw_request(request=request, by=cast.idris.user, now=NOW)


def user_of(cast: Cast) -> User:
    """Somebody else who signs in."""
    assert cast.amara.user
    return cast.amara.user


def test_stopped_by_somebody_without_an_account_it_is_over_when_an_officer_next_looks(cast: Cast) -> None:
    unmatched = withdraw_request(request=a_request(cast, route=Route.PUBLIC_FORM), by=PAT, now=NOW)
    assert (unmatched.standing, unmatched.moved_by_name) == (State.WITHDRAWN, "Pat Lowe")
    matched = a_request(cast)
    withdraw_request(request=matched, by=PAT, now=NOW)
    assert open_tasks(matched)
    look_at_request(request=AccessRequest.objects.get(pk=matched.pk), by=cast.imani, now=NOW)
    assert open_tasks(matched) == set()


def test_what_has_rules_of_its_own_is_passed_on_and_they_read_where_to(cast: Cast) -> None:
    request = dealt_with(cast)
    with pytest.raises(NotAllowed, match="no_words"):
        other_route(request=request, way=OtherWay.ADOPTION, words=" ", by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed, match="no_such_way"):
        other_route(request=request, way="somewhere", words="There.", by=cast.imani, now=NOW)
    ended = other_route(request=request, way=OtherWay.ADOPTION, words="Gwen of the adoption team rings you.", by=cast.imani, now=NOW)
    assert ended.standing is State.OTHER_ROUTE
    assert ended.messages.get().text == "Gwen of the adoption team rings you."
    assert open_tasks(request) == set()


def test_a_look_is_written_down_once_a_day_for_each(cast: Cast) -> None:
    request = dealt_with(cast)
    for now in (NOW, NOW + timedelta(hours=2), NOW + timedelta(days=1)):
        look_at_request(request=request, by=cast.imani, now=now)
    look_at_request(request=request, by=cast.sana, now=NOW)
    assert len(said(Event.REQUEST_LOOKED_AT)) == 3
    with pytest.raises(NotAllowed, match="not_found"):
        look_at_request(request=request, by=cast.ben, now=NOW)


def test_what_is_very_hard_is_read_by_two_and_both_are_asked_how_they_are(cast: Cast) -> None:
    request = dealt_with(cast)
    with pytest.raises(NotAllowed, match="same_person"):
        share_reading(request=request, second_reader=cast.imani, by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed, match="not_that_role"):
        share_reading(request=request, second_reader=cast.ben, by=cast.imani, now=NOW)
    shared = share_reading(request=request, second_reader=cast.sana, by=cast.imani, now=NOW)
    assert (shared.distressing, shared.second_reader) == (True, cast.sana)
    assert set(Debrief.objects.values_list("officer__username", "why")) == {("imani", "marked"), ("sana", "marked")}
    withdraw_request(request=shared, by=cast.imani, said="phone", now=NOW)
    assert Debrief.objects.filter(why="ended").count() == 2


def test_how_a_reader_is_stays_with_them(cast: Cast) -> None:
    request = share_reading(request=gathering(cast), second_reader=cast.sana, by=cast.imani, now=NOW)
    mine, theirs = (Debrief.objects.get(officer=who) for who in (cast.imani, cast.sana))
    before = AuditEvent.objects.count()
    assert answer_debrief(debrief=mine, says="wants", by=cast.imani, now=NOW).says == "wants"
    assert AuditEvent.objects.count() == before
    assert request.debriefs.count() == 2
    with pytest.raises(NotAllowed, match="not_found"):
        answer_debrief(debrief=theirs, says="talked", by=cast.imani, now=NOW)
    with pytest.raises(NotAllowed, match="no_answer"):
        answer_debrief(debrief=mine, says="", by=cast.imani, now=NOW)
