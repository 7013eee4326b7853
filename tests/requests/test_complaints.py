"""Complaints: kept word for word, acknowledged at once, decided by somebody else, told in words, and never forgotten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from access_requests.actions.begin_again import begin_again
from access_requests.actions.complain import Complained, complain
from access_requests.actions.decide_complaint import decide_complaint, take_back_complaint
from access_requests.actions.look_at_complaint import give_complaint_to, look_at_complaint
from access_requests.actions.tell_of_complaint import acknowledge_complaint, note_on_complaint, tell_progress
from access_requests.complaint_clock import acknowledge_by, days_in_words
from access_requests.jobs import look_after_requests
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Complaint, ComplaintStep
from audit.models import AuditEvent
from people.errors import NotAllowed
from people.models import Notice, Task, TaskKind, User
from tests.cast import NOW, Cast
from tests.factories.complaints import PAT, WORDS, a_complaint, an_open_complaint, one_looked_at
from tests.factories.requests import Route, a_request

A_DAY = timedelta(days=1)
UPHELD = Complaint.Outcome.UPHELD
Kind = ComplaintStep.Kind


def test_a_complaint_is_acknowledged_at_once_and_owed_a_decision(cast: Cast) -> None:
    asked = a_request(cast)
    made = a_complaint(cast, asked)
    assert (made.words, made.acknowledged_at, made.request) == (WORDS, NOW, asked)
    assert [step.kind for step in made.steps.all()] == [Kind.ACKNOWLEDGED]
    assert [letter.about_id for letter in asked.letters.filter(kind="complaint_acknowledged")] == [made.pk]
    task = Task.objects.open().get(kind=TaskKind.DECIDE_COMPLAINT, about_id=made.pk)
    assert (task.for_role, task.due_at.date()) == ("second_checker", date(2026, 12, 16))
    assert Complaint.objects.visible_to(cast.tom, NOW).filter(pk=made.pk).exists(), "the task brings in the second checker"
    assert AuditEvent.objects.filter(event="complaint_made", child=cast.idris.pk).exists()


def test_a_complaint_by_the_open_form_says_nothing_of_any_record(cast: Cast) -> None:
    made = an_open_complaint()
    assert (made.child, made.request, made.user, made.name) == (None, None, None, "Pat Lowe")
    assert "01632" not in made.sealed_contact
    assert made.acknowledged_at == NOW
    assert AuditEvent.objects.get(event="complaint_made").child is None
    due = acknowledge_by(made)
    assert due is not None
    assert due.by == date(2026, 12, 18)
    assert {step.law for step in days_in_words(made)} >= {"DPA 2018 s 164A"}


def test_sent_twice_it_is_one_and_nothing_is_taken_that_cannot_be(cast: Cast) -> None:
    first = an_open_complaint()
    again = complain(said=Complained(id=first.pk, words=WORDS), by=PAT, now=NOW + A_DAY)
    assert (again.pk, Complaint.objects.count()) == (first.pk, 1)
    other = complain(said=Complained(id=first.pk, words="Something else."), by=PAT, now=NOW + A_DAY)
    assert (other.pk != first.pk, first.words, other.words) == (True, WORDS, "Something else."), "no id opens somebody else's"
    for given, code in (
        ({"words": " "}, "no_words"),
        ({"words": WORDS, "to": "the_king"}, "no_to"),
        ({"words": WORDS, "received_on": date(2026, 11, 19)}, "not_yet"),
        ({"words": WORDS, "to": "look_again"}, "no_answer"),
        ({"words": WORDS, "to": "look_again", "request": a_request(cast)}, "no_answer"),
    ):
        with pytest.raises(NotAllowed, match=code):
            complain(said=Complained(**given), by=PAT, now=NOW)


def test_taken_down_by_staff_the_day_it_came_counts_and_telling_them_is_owed(cast: Cast) -> None:
    made = an_open_complaint(entered_by=cast.sana, told=False, received_on=date(2026, 11, 2))
    assert made.acknowledged_at is None
    due = acknowledge_by(made)
    assert due is not None
    assert due.by == date(2026, 12, 2)
    with pytest.raises(NotAllowed, match="no_words"):
        acknowledge_complaint(complaint=made, words=" ", by=cast.sana, now=NOW)
    acknowledge_complaint(complaint=made, words="I rang her.", by=cast.sana, now=NOW)
    with pytest.raises(NotAllowed, match="told"):
        acknowledge_complaint(complaint=made, words="I rang her.", by=cast.sana, now=NOW)


def an_answer(cast: Cast) -> AccessRequest:
    """A request that ended with an answer, as far as this matters here."""
    asked = a_request(cast)
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.GIVEN, ended_at=NOW)
    asked.refresh_from_db()
    return asked


def test_an_answer_is_looked_at_again_by_somebody_else_and_they_read_what_came_of_it(cast: Cast) -> None:
    asked = an_answer(cast)
    made = a_complaint(cast, asked, to=Complaint.To.LOOK_AGAIN)
    look_at_complaint(complaint=made, by=cast.tom, now=NOW)
    with pytest.raises(NotAllowed, match="taken"):
        look_at_complaint(complaint=made, by=cast.olu, now=NOW)
    tell_progress(complaint=Complaint.objects.get(), words="I have read the half of it.", by=cast.tom, now=NOW + A_DAY)
    note_on_complaint(complaint=Complaint.objects.get(), words="Ask for the box of 2009.", by=cast.tom, now=NOW + A_DAY)
    for outcome, words, code in (("", "Sorry.", "no_outcome"), (UPHELD, " ", "no_words")):
        with pytest.raises(NotAllowed, match=code):
            decide_complaint(complaint=made, outcome=outcome, words=words, by=cast.tom, now=NOW + A_DAY)
    done = decide_complaint(complaint=made, outcome=UPHELD, words="Two pages were held back wrongly.", by=cast.tom, now=NOW + A_DAY)
    assert (done.state, done.outcome) == ("decided", "upheld")
    assert asked.letters.filter(kind="complaint_outcome", about_id=made.pk).count() == 1
    assert not Task.objects.open().filter(about_id=made.pk).exists()
    assert [(step.kind, step.told) for step in made.steps.all()] == [
        (Kind.ACKNOWLEDGED, True),
        (Kind.PROGRESS, True),
        (Kind.NOTE, False),
        (Kind.DECIDED, True),
    ]
    assert Notice.objects.filter(user=cast.idris.user, kind="complaint_news", about_id=made.pk).count() == 1
    again = AccessRequest.objects.get(follows=asked)
    assert (again.answers, again.requester, again.received_on) == (asked.answers, asked.requester, (NOW + A_DAY).date())
    assert again.letters.filter(kind="acknowledged").exists()
    with pytest.raises(NotAllowed, match="ended"):
        decide_complaint(complaint=made, outcome=UPHELD, words="Again.", by=cast.tom, now=NOW + A_DAY)


def test_an_answer_that_was_right_stays_and_nothing_begins_again(cast: Cast) -> None:
    asked = an_answer(cast)
    made = look_at_complaint(complaint=a_complaint(cast, asked, to=Complaint.To.LOOK_AGAIN), by=cast.tom, now=NOW)
    done = decide_complaint(complaint=made, outcome=Complaint.Outcome.NOT_UPHELD, words="I found nothing more.", by=cast.tom, now=NOW)
    assert not AccessRequest.objects.filter(follows=asked).exists()
    with pytest.raises(NotAllowed, match="not_wrong"):
        begin_again(complaint=done, by=cast.tom, now=NOW)


def test_they_take_it_back_and_nothing_is_owed_any_more(cast: Cast) -> None:
    made = a_complaint(cast)
    assert cast.idris.user
    take_back_complaint(complaint=made, by=cast.idris.user, now=NOW)
    assert Complaint.objects.get().state == "taken_back"
    assert not Task.objects.open().filter(about_id=made.pk).exists()
    with pytest.raises(NotAllowed, match="ended"):
        take_back_complaint(complaint=made, by=cast.idris.user, now=NOW)
    other = an_open_complaint()
    with pytest.raises(NotAllowed, match="no_words"):
        take_back_complaint(complaint=other, by=cast.sana, now=NOW)


@pytest.mark.parametrize("verb", ["look", "give", "progress", "note", "decide", "acknowledge", "take_back"])
def test_nobody_without_the_role_or_reach_does_anything_about_it(cast: Cast, verb: str) -> None:
    made = a_complaint(cast)
    deciders = {cast.tom.pk, cast.olu.pk}  # the second checker by the task; the manager of the access team, whose Idris is
    helpers = deciders | {cast.sana.pk, cast.imani.pk}
    for user in cast.users:
        if user.pk in (helpers if verb in ("give", "acknowledge", "take_back") else deciders):
            continue
        if verb == "take_back" and user == cast.idris.user:
            continue
        with pytest.raises(NotAllowed):
            do(verb, made, user, cast)
    assert Complaint.objects.get().state == "received"


def do(verb: str, complaint: Complaint, user: User, cast: Cast) -> Any:
    """One verb of staff about a complaint."""
    common: dict[str, Any] = {"complaint": complaint, "by": user, "now": NOW}
    verbs: dict[str, Callable[[], Any]] = {
        "look": lambda: look_at_complaint(**common),
        "give": lambda: give_complaint_to(decider=cast.olu, **common),
        "progress": lambda: tell_progress(words="We are on it.", **common),
        "note": lambda: note_on_complaint(words="We are on it.", **common),
        "decide": lambda: decide_complaint(outcome=UPHELD, words="We are sorry.", **common),
        "acknowledge": lambda: acknowledge_complaint(words="I rang.", **common),
        "take_back": lambda: take_back_complaint(words="They rang.", **common),
    }
    return verbs[verb]()


def test_whoever_waits_long_is_told_once_and_whoever_decides_is_reminded(cast: Cast) -> None:
    made = one_looked_at(cast)
    due = datetime(2026, 12, 16, 18, 0, tzinfo=UTC)
    assert look_after_requests(NOW + 14 * A_DAY)["deciders_reminded"] == 1
    assert look_after_requests(due - A_DAY)["complaints_told_to_wait"] == 0
    assert look_after_requests(due)["complaints_told_to_wait"] == 1
    done = look_after_requests(due + A_DAY)
    assert (done["complaints_told_to_wait"], done["deciders_reminded"]) == (0, 0)
    assert "We are sorry" in made.steps.get(kind=Kind.PROGRESS).words


def test_a_complaint_about_a_request_without_an_account_stays_out_of_the_childs_audit(cast: Cast) -> None:
    asked = a_request(cast, route=Route.PUBLIC_FORM)
    made = complain(said=Complained(words=WORDS, request=asked), by=PAT, now=NOW)
    assert (made.name, made.child) == ("Pat Lowe", None)
    assert asked.letters.filter(kind="complaint_acknowledged").count() == 1
