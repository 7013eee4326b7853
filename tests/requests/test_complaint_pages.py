"""Complaining on every road, and the pages of those who answer: a mistake loses no word, and nobody meets what is not theirs."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from access_requests.actions.decide_complaint import decide_complaint
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Complaint
from tests.cast import NOW, Cast, sign_in
from tests.factories.complaints import WORDS, a_complaint, an_open_complaint, one_looked_at
from tests.factories.requests import Route, a_request


def url(name: str, *arguments: object) -> str:
    return reverse(f"access_requests:{name}", args=arguments)


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def follow(client: Client, request: AccessRequest) -> Client:
    """As after the door: this session follows the request."""
    session = client.session
    session["request"] = str(request.pk)
    session.save()
    return client


@pytest.mark.django_db
def test_anybody_complains_without_an_account_and_learns_at_once_that_we_have_it(client: Client) -> None:
    page = text(client.get(url("complain")))
    assert "Tell us what went wrong" in page
    assert "You do not have to say who you are." in page
    assert "Somebody outside the council" in page
    again = client.post(url("complain"), {"words": "  ", "name": "Pat Lowe", "phone": "01632 960001"})
    assert again.status_code == 422
    assert all(said in text(again) for said in ("Write what went wrong.", "Pat Lowe", "01632 960001"))
    sent = text(client.post(url("complain"), {"words": WORDS, "name": "Pat Lowe", "phone": "01632 960001"}, follow=True))
    made = Complaint.objects.get()
    assert made.reference in sent
    assert "We got your complaint on 18 November 2026." in sent
    assert "By law we had until 18 December 2026: 30 days." in sent
    assert "Somebody outside the council" in sent
    assert WORDS not in sent, "what was written stays out of a browser that may be anybody's"
    elsewhere = text(Client().get(url("complain_sent"), follow=True))
    assert made.reference not in elsewhere


def test_signed_in_they_complain_about_their_request_and_read_what_comes_of_it(cast: Cast, client: Client) -> None:
    asked = a_request(cast)
    assert cast.idris.user
    sign_in(client, cast.idris.user)
    sent = client.post(url("my_request_complain", asked.pk), {"words": WORDS}, follow=True)
    made = Complaint.objects.get()
    assert (made.request, made.user, made.child) == (asked, cast.idris.user, cast.idris)
    page = text(sent)
    assert all(said in page for said in (WORDS, "We have it", "We told you on 18 November 2026 that we have it.", "DPA 2018 s 164A"))
    assert made.reference in page
    assert made.received_on.strftime("%-d %B %Y") in text(client.get(url("my_request_complain", asked.pk))), "what was told before"
    back = client.post(url("my_complaint_back", made.pk), follow=True)
    assert "You took it back." in text(back)


def test_looking_again_is_offered_where_there_is_an_answer(cast: Cast, client: Client) -> None:
    asked = a_request(cast)
    assert cast.idris.user
    sign_in(client, cast.idris.user)
    assert "look again at your answer" not in text(client.get(url("my_request_complain", asked.pk)))
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.REFUSED, ended_at=NOW)
    assert "look again at your answer" in text(client.get(url("my_request_complain", asked.pk)))
    client.post(url("my_request_complain", asked.pk), {"words": "Page 4 is missing.", "to": "look_again"})
    assert Complaint.objects.get().to == Complaint.To.LOOK_AGAIN


def test_whoever_works_with_them_can_be_named_and_nobody_else(cast: Cast, client: Client) -> None:
    assert cast.amara.user
    sign_in(client, cast.amara.user)
    page = text(client.get(url("my_complain")))
    assert "Ben Hughes, Social worker" in page
    assert "Dev Patel" not in page
    assert client.post(url("my_complain"), {"words": WORDS, "about": str(cast.dev.pk)}).status_code == 422
    client.post(url("my_complain"), {"words": WORDS, "about": str(cast.ben.pk)})
    assert Complaint.objects.get().about == cast.ben


def test_with_a_code_they_see_what_they_sent_and_nothing_of_anybody_else(cast: Cast, client: Client) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM)
    follow(client, asked)
    page = text(client.post(url("status_complain"), {"words": WORDS}, follow=True))
    assert WORDS in page
    mine = Complaint.objects.get()
    other = an_open_complaint(words="Somebody else's words.")
    signed_in = a_complaint(cast, words="Idris's own words.")
    for foreign in (other, signed_in):
        assert client.get(url("status_complaint", foreign.pk)).status_code == 404
        assert client.post(url("status_complaint_back", foreign.pk)).status_code == 404
    assert client.post(url("status_complaint_back", mine.pk), follow=True).status_code == 200
    mine.refresh_from_db()
    assert mine.state == "taken_back"


def test_a_stranger_gets_the_same_answer_as_for_nothing(cast: Cast, client: Client) -> None:
    made = a_complaint(cast)
    assert cast.amara.user
    sign_in(client, cast.amara.user)
    assert client.get(url("my_complaint", made.pk)).status_code == 404
    assert client.post(url("my_complaint_back", made.pk)).status_code == 404
    sign_in(client, cast.ben)
    assert client.get(url("complaint", made.pk)).status_code == 404
    assert client.post(url("decide_complaint", made.pk), {"decide-outcome": "upheld", "decide-words": "Sorry."}).status_code == 404


def test_anybody_in_staff_takes_one_down_and_the_request_is_found_only_by_those_who_see_it(cast: Cast, client: Client) -> None:
    asked = a_request(cast)
    sign_in(client, cast.carys)
    said = {"to": "council", "received_on": "2026-11-16", "words": WORDS, "reference": asked.reference, "name": "Idris"}
    refused = client.post(url("take_complaint_down"), said)
    assert refused.status_code == 422
    assert "You may see no request with this number." in text(refused)
    sent = text(client.post(url("take_complaint_down"), said | {"reference": ""}, follow=True))
    made = Complaint.objects.get()
    assert (made.entered_by, made.received_on.isoformat(), made.acknowledged_at) == (cast.carys, "2026-11-16", None)
    assert "They must know by 16 December 2026." in sent
    sign_in(client, cast.sana)
    client.post(url("take_complaint_down"), said | {"told": "on"})
    assert Complaint.objects.filter(request=asked, acknowledged_at=NOW).count() == 1


def test_whoever_decides_is_led_through_it_and_whoever_it_is_about_is_told_why_not(cast: Cast, client: Client) -> None:
    made = a_complaint(cast, about=cast.olu)
    sign_in(client, cast.olu)
    page = text(client.get(url("complaint", made.pk)))
    assert "It is about you. Somebody else decides." in page
    assert "I look at it" not in page
    sign_in(client, cast.tom)
    assert "I look at it" in text(client.get(url("complaint", made.pk)))
    client.post(url("look_at_complaint", made.pk))
    wrong = client.post(url("decide_complaint", made.pk), {"decide-outcome": "upheld", "decide-words": " "})
    assert wrong.status_code == 422
    assert "Write for them what you found" in text(wrong)
    done = text(client.post(url("decide_complaint", made.pk), {"decide-outcome": "partly", "decide-words": "Two weeks late."}, follow=True))
    assert all(said in done for said in ("You were right in part", "they can read it on their own page", "Nothing more is to be done."))
    assert "Tom Baker looks at it" not in done
    assert "Somebody else decides" not in done
    assert cast.idris.user
    sign_in(client, cast.idris.user)
    told = text(client.get(url("my_complaint", made.pk)))
    assert all(said in told for said in ("You were right in part", "Two weeks late.", "Tom Baker", "ask a court"))


def test_notes_of_staff_are_read_by_staff_alone(cast: Cast, client: Client) -> None:
    made = one_looked_at(cast)
    sign_in(client, cast.tom)
    client.post(url("note_on_complaint", made.pk), {"note-words": "Ask the archive."})
    client.post(url("tell_progress", made.pk), {"progress-words": "I have read half of it."})
    assert "Ask the archive." in text(client.get(url("complaint", made.pk)))
    assert cast.idris.user
    sign_in(client, cast.idris.user)
    page = text(client.get(url("my_complaint", made.pk)))
    assert "I have read half of it." in page
    assert "Ask the archive." not in page


def test_the_list_shows_what_is_due_and_only_what_may_be_seen(cast: Cast, client: Client) -> None:
    a_complaint(cast)
    an_open_complaint()
    sign_in(client, cast.tom)
    page = text(client.get(url("complaints")))
    assert page.count("Answer by 16 December 2026") == 2
    sign_in(client, cast.joan)
    assert "No complaint waits" in text(client.get(url("complaints")))
    sign_in(client, cast.ben)
    assert client.get(url("complaints")).status_code == 404


def test_it_waits_on_the_first_page_of_those_who_can_decide_it(cast: Cast, client: Client) -> None:
    a_complaint(cast, about=cast.olu)
    an_open_complaint(words="Tom Baker was rude.")
    sign_in(client, cast.tom)
    page = text(client.get(reverse("portal:desk")))
    assert page.count("a complaint about this file waits for your decision") == 1
    assert "a complaint waits for your decision" not in page, "not the one that names him"
    sign_in(client, cast.olu)
    assert "waits for your decision" not in text(client.get(reverse("portal:desk")))


def test_a_way_to_complain_is_on_the_help_page_and_on_the_page_of_their_request(cast: Cast, client: Client) -> None:
    assert url("complain") in text(client.get(reverse("portal:help")))
    asked = a_request(cast)
    assert cast.idris.user
    sign_in(client, cast.idris.user)
    assert url("my_complain") in text(client.get(reverse("portal:help")))
    assert url("my_request_complain", asked.pk) in text(client.get(url("my_request", asked.pk)))
    made = one_looked_at(cast)
    decide_complaint(complaint=made, outcome="upheld", words="We were late. Sorry.", by=cast.tom, now=NOW)
    assert "something new about what you complained about" in text(client.get(reverse("portal:home")))
    client.get(url("my_complaint", made.pk))
    assert "something new about what you complained about" not in text(client.get(reverse("portal:home")))
