"""From the day somebody asks for a file nothing of it is destroyed, and every try is kept and shown (DPA 2018 s 173)."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from access_requests.actions.preserve import let_go, let_go_of_ended, preserve
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Complaint
from access_requests.queries.tried import tries_about
from audit.events import Event
from audit.models import AuditEvent
from audit.who import THE_PORTAL
from official_file.actions.dispose import dispose
from official_file.actions.open_appraisals import open_appraisals
from official_file.actions.place_hold import lift_hold, place_hold
from official_file.actions.propose_disposal import propose_disposal
from official_file.models import DisposalProposal, EntryPayload, RetentionHold, TriedChange
from official_file.tries import keeps_tries
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, TaskKind, User
from stories.actions.withdraw import withdraw
from stories.models import Contribution
from tests.cast import NOW, Cast
from tests.factories.contributions import a_sent
from tests.factories.entries import an_entry
from tests.views.things_of_requests import a_plain_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    """A request for Amara's file, whose record is known and kept; the officers see her because of it."""
    request = a_plain_request(cast.amara, State.SEARCHING, "T-1")
    for kind, role in ((TaskKind.ANSWER_REQUEST, "ig_officer"), (TaskKind.CHECK_REQUEST, "second_checker")):
        make_task(kind=kind, child=cast.amara, about_type="access_request", about_id=request.pk, for_role=role, now=NOW)
    preserve(request=request, by=cast.imani.who(NOW), now=NOW)
    return request


def a_proposal(cast: Cast) -> DisposalProposal:
    """Proposed before anybody asked for the file."""
    make_task(kind=TaskKind.NOT_ABOUT_ME, child=cast.amara, about_type="entry", about_id=cast.amara.pk, for_role="ig_officer", now=NOW)
    entry = an_entry(cast.amara, "note", date(2020, 1, 1), text="Somebody else was here.")
    return propose_disposal(entry=entry, ground="wrong_person", reason="Not hers.", by=cast.imani, now=NOW)


def hold_of(child: Child) -> RetentionHold:
    return RetentionHold.objects.get(child=child)


def test_the_hold_stands_once_from_the_day_the_record_is_known(cast: Cast) -> None:
    request = a_plain_request(None, State.ASKED, "T-2")
    assert preserve(request=request, by=cast.imani.who(NOW), now=NOW) is None
    request.child = cast.amara
    first, again = (preserve(request=request, by=cast.imani.who(NOW), now=NOW) for _ in range(2))
    assert first == again == hold_of(cast.amara)
    assert AuditEvent.objects.filter(event=Event.HOLD_PLACED).count() == 1


def test_somebody_without_an_account_can_set_it_off(cast: Cast) -> None:
    request = a_plain_request(cast.amara, State.ASKED, "T-2")
    hold = preserve(request=request, by=THE_PORTAL, now=NOW)
    assert getattr(hold, "placed_by", cast.imani) is None


def test_it_is_lifted_when_the_request_has_ended_and_not_while_a_complaint_is_open(asked: AccessRequest, cast: Cast) -> None:
    assert not let_go(request=asked, by=THE_PORTAL, now=NOW)
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.GIVEN, ended_at=NOW)
    complaint = Complaint.objects.create(
        reference="C-1",
        request=asked,
        to="council",
        words="Too late.",
        digest="0" * 64,
        nation="EW",
        received_on=NOW.date(),
        entered_at=NOW,
    )
    assert not let_go(request=asked, by=THE_PORTAL, now=NOW)
    Complaint.objects.filter(pk=complaint.pk).update(state=Complaint.State.TAKEN_BACK)
    assert [let_go_of_ended(by=THE_PORTAL, now=NOW) for _ in range(2)] == [1, 0]
    assert hold_of(cast.amara).lifted_at == NOW


def test_another_hold_on_the_same_record_stays(asked: AccessRequest, cast: Cast) -> None:
    place_hold(child=cast.amara, ground="claim", reason="A claim.", by=cast.ben, now=NOW)
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.WITHDRAWN, ended_at=NOW)
    assert let_go(request=asked, by=THE_PORTAL, now=NOW)
    assert list(RetentionHold.objects.filter(lifted_at=None).values_list("ground", flat=True)) == ["claim"]


def test_a_hold_that_a_complaint_brings_back_is_the_same_hold(asked: AccessRequest, cast: Cast) -> None:
    AccessRequest.objects.filter(pk=asked.pk).update(state=State.GIVEN, ended_at=NOW)
    let_go(request=asked, by=THE_PORTAL, now=NOW)
    preserve(request=asked, by=THE_PORTAL, now=NOW)
    assert hold_of(cast.amara).lifted_at is None


def _propose(cast: Cast) -> tuple[User, Callable[[], Any]]:
    entry = an_entry(cast.amara, "note", date(2020, 1, 1), text="Kept.")
    return cast.imani, partial(propose_disposal, entry=entry, ground="retention", reason="Old.", by=cast.imani, now=NOW)


def _lift(cast: Cast) -> tuple[User, Callable[[], Any]]:
    return cast.imani, partial(lift_hold, hold=hold_of(cast.amara), why="It is in the way.", by=cast.imani, now=NOW)


@pytest.mark.parametrize(("what", "prepare"), [("propose_disposal", _propose), ("lift_hold", _lift)])
def test_a_try_is_refused_and_kept_in_a_transaction_of_its_own(
    asked: AccessRequest, cast: Cast, what: str, prepare: Callable[[Cast], tuple[User, Callable[[], Any]]]
) -> None:
    """The refusal rolls its own verb back; what stays is who tried what, when, in the table and in the audit."""
    by, attempt = prepare(cast)
    with pytest.raises(NotAllowed) as refusal:
        attempt()
    assert refusal.value.code == "held"
    tried = TriedChange.objects.get()
    assert (tried.what, tried.child, tried.by, tried.by_name, tried.at) == (what, cast.amara, by, "Imani Clarke", NOW)
    event = AuditEvent.objects.get(event=Event.CHANGE_TRIED)
    assert (event.by_name, event.facts, event.about_id) == ("Imani Clarke", {"what": what}, tried.pk)
    assert [one.who for one in tries_about(asked)] == ["Imani Clarke"]
    assert not DisposalProposal.objects.exists()


def test_what_was_proposed_before_somebody_asked_cannot_be_carried_out_after(cast: Cast) -> None:
    proposal = a_proposal(cast)
    request = a_plain_request(cast.amara, State.SEARCHING, "T-3")
    preserve(request=request, by=cast.imani.who(NOW), now=NOW)
    with pytest.raises(NotAllowed, match="held"):
        dispose(proposal=proposal, by=cast.tom, now=NOW)
    assert EntryPayload.objects.filter(entry=proposal.entry).exists()
    assert (TriedChange.objects.get().what, TriedChange.objects.get().by) == ("dispose", cast.tom)


def test_a_try_inside_another_verb_is_kept_once_that_one_is_rolled_back_too(asked: AccessRequest, cast: Cast) -> None:
    @keeps_tries("dispose", "entry")
    @transaction.atomic
    def outer(*, entry: Any, by: User, now: Any) -> None:
        make_task(kind=TaskKind.TALK, child=cast.amara, about_type="entry", about_id=entry.pk, now=now)
        propose_disposal(entry=entry, ground="retention", reason="Old.", by=by, now=now)

    with pytest.raises(NotAllowed, match="held"):
        outer(entry=an_entry(cast.amara, "note", text="Kept."), by=cast.imani, now=NOW)
    assert TriedChange.objects.count() == 1
    assert AuditEvent.objects.filter(event=Event.CHANGE_TRIED).count() == 1


def test_nobody_is_asked_whether_to_destroy_a_record_that_somebody_asked_for(asked: AccessRequest, cast: Cast) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(date_of_birth=date(1898, 6, 15), retention_until=date(1973, 6, 15))
    assert open_appraisals(by=THE_PORTAL, now=NOW) == 0


def test_what_they_take_back_themselves_goes_nowhere(asked: AccessRequest, cast: Cast) -> None:
    """Taking back is theirs, whoever asks for the file; it destroys nothing: the words stay as they were sent."""
    sent = a_sent(cast.amara, "I was there.")
    withdraw(contribution=sent, by=cast.amara.user, now=NOW)
    kept = Contribution.objects.get(pk=sent.pk)
    assert (kept.words, kept.digest) == (sent.words, sent.digest)
    assert not TriedChange.objects.exists()
