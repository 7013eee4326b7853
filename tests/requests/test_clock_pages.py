"""The page about the time of a request: what is reckoned, what is kept, and that a mistake loses no word."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from access_requests.clock import Kind
from access_requests.models import AccessRequest, ClockFact
from tests.cast import NOW, Cast, sign_in
from tests.factories.requests import a_request


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    """Two days before these tests begin."""
    return a_request(cast, now=NOW - timedelta(days=2))


def url(name: str, pk: object) -> str:
    return reverse(f"access_requests:{name}", args=[pk])


@time_machine.travel(NOW, tick=False)
def test_an_officer_asks_reads_how_the_day_is_reckoned_and_keeps_the_answer(asked: AccessRequest, cast: Cast, client: Client) -> None:
    sign_in(client, cast.sana)
    page = client.get(url("request_time", asked.pk)).content.decode()
    assert "16 December 2026" in page
    assert "The law gives us one month from then." in page
    assert "UK GDPR Art 12A(1)" in page
    sent = client.post(url("ask_question", asked.pk), {"ask-about": "scope", "ask-words": "Which years first?"}, follow=True)
    assert "Stopped until they answer" in sent.content.decode()
    made = ClockFact.objects.get(kind=Kind.QUESTION_ASKED)
    answered = client.post(url("answer_question", made.pk), {"on": "2026-11-18", "words": "All."}, follow=True).content.decode()
    assert "One day does not count, because we asked you what you wanted." in answered
    assert "Art 12A(5) and (6)" in answered
    wrong = client.post(url("take_out_fact", made.pk), {"why": "It went to somebody else."}, follow=True).content.decode()
    assert "(was wrong, counts no more)" in wrong
    assert "It went to somebody else." in wrong


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ask_question", {"ask-about": "scope", "ask-words": " "}, "Write your question."),
        ("ask_question", {"ask-words": "Which years?"}, "Choose what you ask about."),
        ("extend_request", {"more-reasons": " "}, "Write why: too much to read in a month"),
        ("keep_fact", {"fact-kind": "health_asked", "fact-on": "2026-11-18", "fact-words": ""}, "Write whom you asked, and why."),
        ("keep_fact", {"fact-kind": "health_asked", "fact-on": "2026-11-19", "fact-words": "Dr Lum"}, "This day is still to come."),
        ("keep_fact", {"fact-kind": "reporter_asked", "fact-on": "2026-11-18", "fact-words": "Dr Lum"}, "Select a valid choice"),
    ],
)
def test_a_mistake_is_said_where_it_is_and_nothing_typed_is_lost(
    asked: AccessRequest, cast: Cast, client: Client, name: str, data: dict[str, str], said: str
) -> None:
    sign_in(client, cast.sana)
    answer = client.post(url(name, asked.pk), data)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert all(value.strip() in page for key, value in data.items() if key.endswith("words"))
    assert ClockFact.objects.count() == 0


def test_more_time_is_offered_only_while_it_can_be_taken(asked: AccessRequest, cast: Cast, client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        sign_in(client, cast.sana)
        assert "Take two more months" in client.get(url("request_time", asked.pk)).content.decode()
        client.post(url("extend_request", asked.pk), {"more-reasons": "Forty boxes of paper."})
        page = client.get(url("request_time", asked.pk)).content.decode()
    assert "Take two more months" not in page
    assert "16 February 2027" in page
    with time_machine.travel(NOW + timedelta(days=120), tick=False):
        sign_in(client, cast.imani)
        assert "This is late." in client.get(url("request_time", asked.pk)).content.decode()


@time_machine.travel(NOW, tick=False)
def test_a_checker_reads_it_and_changes_nothing(asked: AccessRequest, cast: Cast, client: Client) -> None:
    AccessRequest.objects.filter(pk=asked.pk).update(child=None)
    sign_in(client, cast.tom)
    page = client.get(url("request_time", asked.pk)).content.decode()
    assert "Those who handle requests keep what happens here." in page
    assert client.post(url("ask_question", asked.pk), {"ask-about": "other", "ask-words": "Why?"}).status_code == 404
