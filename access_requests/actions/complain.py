"""Somebody is not content: their words are sealed, they hear at once that we have them, and somebody else has to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.complaint_steps import add_step
from access_requests.actions.write_letter import write_letter
from access_requests.codes import new_reference
from access_requests.complaint_clock import ABOUT, answer_by
from access_requests.complaint_facts import chain_of_complaint
from access_requests.letters.kinds import LetterKind
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Complaint, ComplaintStep
from access_requests.queries.contact import contact_from, seal_contact
from audit.canonical import digest
from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL, Who
from law.working_time import london_day
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, TaskKind, User

FORMAT = 1
ANSWERED = frozenset({State.GIVEN, State.REFUSED})


@dataclass(frozen=True, slots=True)
class Complained:
    """What somebody sends. `id`: of the form it was on, so that sending it twice makes one. `received_on`: today if None.

    `request`: what it is about, when they are known to be its requester; `about`: the person it is about, when they said so.
    `user`: whoever complains signed in; `entered_by`: the member of staff who took it down; `told`: who said there and then that
    we have it.
    """

    words: str
    to: str = Complaint.To.COUNCIL
    id: UUID | None = None
    name: str = ""
    contact: Mapping[str, Any] = field(default_factory=dict)
    request: AccessRequest | None = None
    child: Child | None = None
    user: User | None = None
    about: User | None = None
    entered_by: User | None = None
    told: bool = True
    received_on: date | None = None
    nation: str = ""


@transaction.atomic
def complain(*, said: Complained, by: Who, now: datetime) -> Complaint:
    """Keep it, say at once that we have it (DPA 2018 s 164A), and owe a decision. Sent twice it is one.

    Raises NotAllowed without words, for a day still to come, and for looking again at what has no answer yet.
    """
    _check(said, now)
    made = _made_before(said) or _make(said, now)
    if made.entered_at != now:
        return made
    facts = {"to": made.to}
    record(Event.COMPLAINT_MADE, child=chain_of_complaint(made), by=by, at=now, about_type=ABOUT, about_id=made.pk, facts=facts)
    if made.child:
        make_task(
            kind=TaskKind.DECIDE_COMPLAINT,
            child=made.child,
            about_type=ABOUT,
            about_id=made.pk,
            now=now,
            due_at=answer_by(made),
            for_role="second_checker",
        )
    if said.told:
        _say_we_have_it(made, now)
    return made


def _made_before(said: Complained) -> Complaint | None:
    """The same words, sent a second time by the same person. Nobody reaches somebody else's by its id."""
    same = Complaint.objects.filter(pk=said.id, user=said.user, request=said.request, words=said.words) if said.id else None
    return same.first() if same is not None else None


def _say_we_have_it(made: Complaint, now: datetime) -> None:
    """At once: on the page they see, and in a letter where there is a request to write one about."""
    made.acknowledged_at = now
    made.save(update_fields=["acknowledged_at"])
    add_step(complaint=made, kind=ComplaintStep.Kind.ACKNOWLEDGED, by=THE_PORTAL, now=now)
    if made.request:
        write_letter(request=made.request, kind=LetterKind.COMPLAINT_ACKNOWLEDGED, about=made, by=THE_PORTAL, now=now)


def _check(said: Complained, now: datetime) -> None:
    if not said.words.strip():
        raise NotAllowed("no_words", _("Write what went wrong. A few words are enough."))
    if said.to not in Complaint.To.values:
        raise NotAllowed("no_to", _("Choose what you want us to do."))
    if said.received_on and said.received_on > london_day(now):
        raise NotAllowed("not_yet", _("This day is still to come. Write the day it reached the council."))
    if said.to == Complaint.To.LOOK_AGAIN and (said.request is None or said.request.standing not in ANSWERED):
        raise NotAllowed("no_answer", _("There is no answer yet that somebody could look at again."))


def _make(said: Complained, now: datetime) -> Complaint:
    request = said.request
    received_on = said.received_on or london_day(now)
    return Complaint.objects.create(
        id=said.id if said.id and not Complaint.objects.filter(pk=said.id).exists() else uuid4(),
        reference=f"C-{new_reference()}",
        request=request,
        child=said.child or (request.child if request else None),
        user=said.user,
        name=(said.name.strip() or (str(said.user) if said.user else "") or (request.known_as if request else ""))[:300],
        sealed_contact=seal_contact(contact_from(said.contact)),
        to=said.to,
        about=said.about or (request.officer if request else None),
        words=said.words,
        digest=digest({"format": FORMAT, "to": said.to, "received_on": received_on.isoformat(), "words": said.words}),
        nation=said.nation or (request.nation if request else said.child.nation if said.child else settings.NATION),
        received_on=received_on,
        entered_at=now,
        entered_by=said.entered_by,
    )
