"""The officers' board and the page of one request: what is due first, in words; who sees it; what comes next stands first."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from access_requests.actions.name_officer import name_officer
from access_requests.actions.share_reading import share_reading
from access_requests.actions.write_message import write_message
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ClockFact, Debrief
from access_requests.models.signed import signed
from access_requests.queries.board import Choice, board_of
from people.models import Child, User
from tests.cast import NOW, Cast, sign_in
from tests.factories.requests import Route, a_request
from tests.factories.requests_at_the_desk import dealt_with, searching

TODAY = NOW.date()


def shown(client: Client, name: str, *ids: object, **query: str) -> str:
    """A page as HTML."""
    return client.get(reverse(f"access_requests:{name}", args=ids), query).content.decode()


def at_work(client: Client, cast: Cast, who: str = "imani") -> Client:
    """Somebody at the desk."""
    return sign_in(client, getattr(cast, who))


def order(html: str, *words: str) -> bool:
    """Whether these stand on the page in this order."""
    places = [html.index(word) for word in words]
    return places == sorted(places)


@time_machine.travel(NOW, tick=False)
def test_what_is_due_first_stands_first_and_is_said_in_words(cast: Cast, client: Client) -> None:
    late = a_request(cast, route=Route.PUBLIC_FORM, received_on=TODAY - timedelta(days=40), answers={"name": "Late One"})
    soon = a_request(cast, route=Route.PUBLIC_FORM, received_on=TODAY - timedelta(days=27), answers={"name": "Soon One"})
    fresh = a_request(cast, route=Route.PUBLIC_FORM, answers={"name": "New One"})
    html = shown(at_work(client, cast), "board")
    assert order(html, late.known_as, soon.known_as, fresh.known_as)
    assert "due--late" in html
    assert "working days late" in html
    assert "due--soon" in html
    assert "By " in html
    assert "no record found yet" in html
    assert "1 is late" in html
    assert "3 have no officer yet" in html


@time_machine.travel(NOW, tick=False)
def test_a_request_whose_time_stands_says_why(cast: Cast, client: Client) -> None:
    asked = a_request(cast)
    ClockFact.objects.create(request=asked, kind="question_asked", on=TODAY, about="scope", words="Which years?", **signed(cast.imani, NOW))
    assert "Stopped until they answer" in shown(at_work(client, cast), "board")
    ClockFact.objects.create(request=asked, kind="identity_asked", on=TODAY, words="A new address.", **signed(cast.imani, NOW))
    assert "The time has not started" in shown(client, "board")


@time_machine.travel(NOW, tick=False)
def test_it_shows_only_the_states_the_officer_or_the_reference_that_is_asked_for(cast: Cast, client: Client) -> None:
    mine = dealt_with(cast)
    other = a_request(cast, route=Route.PUBLIC_FORM, answers={"name": "Somebody Else"})
    at_work(client, cast)
    assert "Somebody Else" not in shown(client, "board", officer="mine")
    assert mine.reference not in shown(client, "board", officer="nobody")
    assert "No request like that" in shown(client, "board", state="reading")
    assert "Somebody Else" in shown(client, "board", state="asked")
    answer = client.get(reverse("access_requests:board"), {"reference": other.reference.lower()})
    assert answer["Location"] == reverse("access_requests:request", args=[other.pk])
    assert "No request like that" in shown(client, "board", reference="ZZZZ-ZZZZ")
    assert client.get(reverse("access_requests:board"), {"officer": "x'", "state": "?"}).status_code == 200


@time_machine.travel(NOW, tick=False)
def test_with_nothing_to_do_it_says_so(cast: Cast, client: Client) -> None:
    assert "Nobody waits for a file" in shown(at_work(client, cast), "board")


@time_machine.travel(NOW, tick=False)
def test_what_comes_next_stands_first_on_the_page_of_a_request(cast: Cast, client: Client) -> None:
    asked = a_request(cast)
    html = shown(at_work(client, cast), "request", asked.pk)
    assert order(html, "Name who deals with it.", "Who deals with it", "About this request")
    name_officer(request=asked, officer=cast.imani, by=cast.imani, now=NOW)
    html = shown(client, "request", asked.pk)
    assert "Talk with them for the first time." in html
    assert "By Friday 20 November." in html


@time_machine.travel(NOW, tick=False)
def test_an_officer_takes_it_talks_with_them_and_begins(cast: Cast, client: Client) -> None:
    asked = a_request(cast)
    at_work(client, cast)
    do(client, "name_officer", asked, officer=cast.imani.pk)
    do(client, "record_contact", asked, way="phone", reached="yes")
    html = do(client, "begin_search", asked)
    asked.refresh_from_db()
    assert (asked.officer, asked.standing, asked.first_contact_at) == (cast.imani, State.SEARCHING, NOW)
    assert "First talked with them on 18 November 2026." in html
    assert "places have no answer yet" in html
    refused = do(client, "begin_gathering", asked)
    assert "A place has no answer yet." in refused


def user_of(child: Child) -> User:
    """The account of somebody who signs in."""
    assert child.user
    return child.user


def do(client: Client, verb: str, request: AccessRequest, **said: Any) -> str:
    """Send one form, and read the page that follows."""
    return client.post(reverse(f"access_requests:{verb}", args=[request.pk]), said, follow=True).content.decode()


@time_machine.travel(NOW, tick=False)
def test_a_form_that_is_not_filled_in_says_what_to_change_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    asked = dealt_with(cast)
    at_work(client, cast)
    html = do(client, "other_route", asked, words="The adoption team rings you on Monday.")
    assert "Something needs changing" in html
    assert "The adoption team rings you on Monday." in html
    assert "Something needs changing" in do(client, "record_contact", asked, way="phone")
    assert "Something needs changing" in do(client, "name_officer", asked, officer=cast.ben.pk)
    asked.refresh_from_db()
    assert asked.standing is State.ASKED


@time_machine.travel(NOW, tick=False)
def test_what_they_said_when_asked_how_they_are_is_on_nobody_elses_page(cast: Cast, client: Client) -> None:
    asked = share_reading(request=dealt_with(cast), second_reader=cast.sana, by=cast.imani, now=NOW)
    at_work(client, cast)
    mine = Debrief.objects.get(officer=cast.imani)
    theirs = Debrief.objects.get(officer=cast.sana)
    for page in (shown(client, "board"), shown(client, "request", asked.pk), shown(client, "how_are_you")):
        assert str(mine.pk) in page
        assert str(theirs.pk) not in page
    assert client.post(reverse("access_requests:say_how_i_am", args=[theirs.pk]), {"says": "talked"}).status_code == 404
    client.post(reverse("access_requests:say_how_i_am", args=[mine.pk]), {"says": "not_now"})
    assert "Nothing is asked of you now" in shown(client, "how_are_you")
    assert "How are you?" not in shown(client, "request", asked.pk)


@pytest.mark.parametrize("who", ["ben", "joan", "olu", "ellie", "ruth"])
@time_machine.travel(NOW, tick=False)
def test_for_everybody_else_there_is_no_board_and_no_request(cast: Cast, client: Client, who: str) -> None:
    asked = searching(cast)
    at_work(client, cast, who)
    assert client.get(reverse("access_requests:board")).status_code == 404
    assert client.get(reverse("access_requests:request", args=[asked.pk])).status_code == 404


@time_machine.travel(NOW, tick=False)
def test_whoever_took_it_down_sees_how_far_it_is_and_no_word_of_it(cast: Cast, client: Client) -> None:
    taken = a_request(cast, route=Route.BY_WORKER, taken_by=cast.ben, answers={"name": "Pat Lowe"})
    html = shown(at_work(client, cast, "ben"), "request", taken.pk)
    assert taken.reference in html
    assert "How far this request is" in html
    assert "Pat Lowe" not in html
    assert "Mill Lane" not in html


@time_machine.travel(NOW, tick=False)
def test_today_says_what_comes_next_about_each_request_that_waits_for_them(cast: Cast, client: Client) -> None:
    dealt_with(cast)
    a_request(cast, route=Route.PUBLIC_FORM, answers={"name": "Pat Lowe"})
    today = at_work(client, cast).get(reverse("portal:desk")).content.decode()
    assert "asked for the file: Begin to look for it." in today
    assert "Pat Lowe asked for a file: Name who deals with it." in today
    assert 'href="/work/requests/"' in today
    sanas = at_work(client, cast, "sana").get(reverse("portal:desk")).content.decode()
    assert "Pat Lowe asked for a file" in sanas
    assert "Begin to look for it." not in sanas  # it is Imani's


@pytest.mark.parametrize("told", [True, False])
@time_machine.travel(NOW, tick=False)
def test_their_worker_sees_how_far_it_is_unless_they_said_no(cast: Cast, client: Client, told: bool) -> None:
    asked = a_request(cast, child=cast.amara, answers={} if told else {"tell_worker": "no"})
    write_message(request=asked, text="Please do not tell my mum.", by=user_of(cast.amara), now=NOW)
    html = at_work(client, cast, "ben").get(reverse("portal:child", args=[cast.amara.pk])).content.decode()
    assert ("They asked themselves" in html) is told
    assert (asked.reference in html) is told
    assert "Please do not tell my mum." not in html
    assert "a request for their whole file is open" not in html
    assert client.get(reverse("access_requests:request", args=[asked.pk])).status_code == 404


def test_a_long_board_asks_the_database_no_more_for_each_request_that_is_searched_for(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    asked = [searching(cast) for _ in range(3)]
    with django_assert_max_num_queries(6):
        board_of(cast.imani, Choice(), NOW)
    AccessRequest.objects.filter(pk=asked[0].pk).update(state=State.ASKED)
    with django_assert_max_num_queries(6 + 6):  # what stands in its way is asked one by one, of those at the door alone
        assert len(board_of(cast.imani, Choice(), NOW).rows) == 3


@time_machine.travel(NOW, tick=False)
def test_the_part_in_which_the_next_thing_is_done_stands_open(cast: Cast, client: Client) -> None:
    request = searching(cast)
    write_message(request=request, text="Is there news?", by=user_of(cast.idris), now=NOW)
    html = shown(at_work(client, cast), "request", request.pk)
    assert "Answer their message." in html
    before = html[: html.index('id="telling"')]
    assert before[before.rindex("<details") :].startswith("<details open>")


@time_machine.travel(NOW, tick=False)
def test_when_its_officer_has_left_it_is_nobodys_again(cast: Cast, client: Client) -> None:
    request = dealt_with(cast)
    User.objects.filter(pk=cast.imani.pk).update(is_active=False)
    at_work(client, cast, "sana")
    assert request.reference in shown(client, "board", officer="nobody")
    assert "asked for the file: Name who deals with it." in client.get(reverse("portal:desk")).content.decode()
    assert "Imani Clarke has left. Name somebody else." in shown(client, "request", request.pk)
