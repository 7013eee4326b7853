"""The verbs of a request's clock, for `verbs_of_requests.py`."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from access_requests.actions.add_fact import add_fact
from access_requests.actions.answer_question import answer_question
from access_requests.actions.ask_question import ask_question
from access_requests.actions.chase_questions import chase_questions, restart_answered
from access_requests.actions.extend_request import extend_request
from access_requests.actions.keep_fact import keep_fact
from access_requests.actions.take_out_fact import take_out_fact
from access_requests.actions.tell_of_late import tell_of_late
from access_requests.clock import Kind
from access_requests.models import ClockFact, RequestMessage
from access_requests.models.signed import signed
from audit.who import THE_PORTAL
from law.clock import About
from tests.cast import NOW, Cast
from tests.factories.requests import a_request

Verb = Callable[[], Any]
SOON, LATER = NOW + timedelta(days=11), NOW + timedelta(days=60)


def _question(cast: Cast) -> ClockFact:
    return ask_question(request=a_request(cast), about=About.SCOPE, words="Why?", by=cast.sana, now=NOW)


def _asked(cast: Cast) -> Verb:
    asked = a_request(cast)
    return lambda: ask_question(request=asked, about=About.FORMAT, words="Why?", by=cast.sana, now=NOW)


def _answered(cast: Cast) -> Verb:
    question = _question(cast)
    return lambda: answer_question(question=question, words="We talked.", by=cast.sana, now=NOW)


def _taken_out(cast: Cast) -> Verb:
    question = _question(cast)
    return lambda: take_out_fact(fact=question, why="Why?", by=cast.sana, now=NOW)


def _extended(cast: Cast) -> Verb:
    asked = a_request(cast)
    return lambda: extend_request(request=asked, reasons="Why?", by=cast.sana, now=NOW)


def _kept(cast: Cast) -> Verb:
    asked = a_request(cast)
    return lambda: keep_fact(request=asked, kind=Kind.HEALTH_ASKED, words="Why?", by=cast.sana, now=NOW)


def _added(cast: Cast) -> Verb:
    asked = a_request(cast)
    return lambda: add_fact(request=asked, kind=Kind.HEALTH_ASKED, words="Why?", by=cast.sana, now=NOW)


def _chased(cast: Cast) -> Verb:
    _question(cast)
    return lambda: chase_questions(by=THE_PORTAL, now=SOON)


def _restarted(cast: Cast) -> Verb:
    request = _question(cast).request
    assert request.requester
    RequestMessage.objects.create(request=request, from_requester=True, text="We talked.", **signed(request.requester, SOON))
    return lambda: restart_answered(by=THE_PORTAL, now=SOON)


def _late(cast: Cast) -> Verb:
    a_request(cast)
    return lambda: tell_of_late(by=THE_PORTAL, now=LATER)


CLOCK: dict[str, Callable[[Cast], Verb]] = {
    "add_fact": _added,
    "keep_fact": _kept,
    "ask_question": _asked,
    "answer_question": _answered,
    "extend_request": _extended,
    "take_out_fact": _taken_out,
    "chase_questions": _chased,
    "restart_answered": _restarted,
    "tell_of_late": _late,
}

SILENT_CLOCK: dict[str, str] = {
    "owe_answer": "whoever took the request on, or kept the fact, has written that down",
    "remind_officers": "a notice to an officer about a day; nothing about anybody changes",
    "reckon_again": "the day follows from facts that are written down",
}
