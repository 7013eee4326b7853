"""The verbs of complaints, for `verbs_of_requests.py`."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from access_requests.actions.begin_again import begin_again
from access_requests.actions.complaint_steps import add_step
from access_requests.actions.decide_complaint import decide_complaint, finish_complaint_task, take_back_complaint
from access_requests.actions.look_after_complaints import tell_complaints_wait
from access_requests.actions.look_at_complaint import give_complaint_to, look_at_complaint
from access_requests.actions.tell_of_complaint import acknowledge_complaint, note_on_complaint, tell_progress
from access_requests.models import AccessRequest, Complaint
from audit.who import THE_PORTAL
from tests.cast import NOW, Cast
from tests.factories.complaints import a_complaint, one_looked_at
from tests.factories.requests import a_request

Verb = Callable[[], Any]
LATER = NOW + timedelta(days=60)


def _looked_at(cast: Cast) -> Verb:
    made = a_complaint(cast)
    return lambda: look_at_complaint(complaint=made, by=cast.tom, now=NOW)


def _given(cast: Cast) -> Verb:
    made = a_complaint(cast)
    return lambda: give_complaint_to(complaint=made, decider=cast.olu, by=cast.tom, now=NOW)


def _acknowledged(cast: Cast) -> Verb:
    made = a_complaint(cast, told=False)
    return lambda: acknowledge_complaint(complaint=made, words="We talked.", by=cast.sana, now=NOW)


def _progress(cast: Cast) -> Verb:
    made = one_looked_at(cast)
    return lambda: tell_progress(complaint=made, words="We talked.", by=cast.tom, now=NOW)


def _noted(cast: Cast) -> Verb:
    made = one_looked_at(cast)
    return lambda: note_on_complaint(complaint=made, words="A note", by=cast.tom, now=NOW)


def _decided(cast: Cast) -> Verb:
    made = one_looked_at(cast)
    return lambda: decide_complaint(complaint=made, outcome="upheld", words="Thank you.", by=cast.tom, now=NOW)


def _taken_back(cast: Cast) -> Verb:
    made, user = a_complaint(cast), cast.idris.user
    assert user
    return lambda: take_back_complaint(complaint=made, by=user, now=NOW)


def _finished(cast: Cast) -> Verb:
    made = a_complaint(cast)
    return lambda: finish_complaint_task(complaint=made, by=cast.tom, now=NOW)


def _step(cast: Cast) -> Verb:
    made = a_complaint(cast)
    return lambda: add_step(complaint=made, kind="progress", words="We talked.", by=cast.tom, now=NOW)


def _begun_again(cast: Cast) -> Verb:
    asked = a_request(cast)
    AccessRequest.objects.filter(pk=asked.pk).update(state="given", ended_at=NOW)
    asked.refresh_from_db()
    made = a_complaint(cast, asked, to="look_again")
    words = {"state": "decided", "outcome": "upheld", "outcome_words": "Thank you.", "decided_at": NOW}
    Complaint.objects.filter(pk=made.pk).update(**words)
    made.refresh_from_db()
    return lambda: begin_again(complaint=made, by=cast.tom, now=NOW)


def _told_to_wait(cast: Cast) -> Verb:
    a_complaint(cast)
    return lambda: tell_complaints_wait(by=THE_PORTAL, now=LATER)


COMPLAINTS: dict[str, Callable[[Cast], Verb]] = {
    "begin_again": _begun_again,
    "complain": lambda cast: lambda: a_complaint(cast),
    "look_at_complaint": _looked_at,
    "give_complaint_to": _given,
    "acknowledge_complaint": _acknowledged,
    "tell_progress": _progress,
    "note_on_complaint": _noted,
    "decide_complaint": _decided,
    "take_back_complaint": _taken_back,
    "finish_complaint_task": _finished,
    "add_step": _step,
    "tell_complaints_wait": _told_to_wait,
}

SILENT_COMPLAINTS: dict[str, str] = {
    "see_complaint": "reading one's own; nothing changes but what is new",
    "remind_deciders": "a notice to whoever decides about a day; nothing about anybody changes",
}
