"""Asking: what was sent is sealed word for word, and everything that follows from it starts. Sent twice it is one request."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.take_on import take_on
from access_requests.actions.write_letter import write_letter
from access_requests.asking import CONTACT
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.codes import new_reference
from access_requests.letters.kinds import LetterKind
from access_requests.models import AccessRequest, IdentityStep
from access_requests.models.signed import signed
from access_requests.queries.contact import contact_from, seal_contact
from audit.canonical import digest
from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL, Who
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_in_reach, decides_for

FORMAT = 1
TRIES = 5


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sends. `id`: of the draft it was; the request keeps it, so that a second sending is the same request.

    `answers` by the keys of access_requests/asking.py; what is about contact goes into `contact`. `child`: only when the record is
    known already (signed in, or a worker who has them in reach). `received_on`: the day it reached the council; today if None.
    """

    route: str = AccessRequest.Route.PUBLIC_FORM
    asker: str = AccessRequest.Asker.SELF
    answers: Mapping[str, Any] = field(default_factory=dict)
    contact: Mapping[str, Any] = field(default_factory=dict)
    requester: User | None = None
    child: Child | None = None
    taken_by: User | None = None
    received_on: date | None = None
    language: str = "en-gb"
    nation: str = ""
    follows: AccessRequest | None = None
    right: str = AccessRequest.Right.ACCESS
    id: UUID | None = None


@transaction.atomic
def ask(*, draft: Sent, by: Who, now: datetime) -> AccessRequest:
    """Make the request. A second sending of the same draft answers with the first.

    Raises NotAllowed without a name, for a day still to come, and for a child that whoever takes it down does not work with.
    """
    before = AccessRequest.objects.filter(pk=draft.id).first() if draft.id else None
    if before:
        return before
    _check(draft, now)
    made = _make(draft, by, now)
    facts = {"route": draft.route, "received_on": made.received_on.isoformat()}
    record(Event.REQUEST_ASKED, child=chain_of(made), by=by, at=now, about_type=ABOUT, about_id=made.pk, facts=facts)
    if made.child_id:
        _know_who(made, draft, now)
        take_on(request=made, by=by, now=now)
    write_letter(request=made, kind=LetterKind.ACKNOWLEDGED, by=THE_PORTAL, now=now)
    return made


def _check(draft: Sent, now: datetime) -> None:
    if not _name(draft):
        raise NotAllowed("no_name", _("Write a name first. We need to know what to call you."))
    if draft.received_on and draft.received_on > london_day(now):
        raise NotAllowed("not_yet", _("This day is still to come. Write the day the request reached the council."))
    if draft.taken_by and draft.child:
        check_in_reach(draft.taken_by, draft.child, now)


def _know_who(made: AccessRequest, draft: Sent, now: datetime) -> None:
    """A worker who works with them and takes down their wish has said by that who it is (law.md 2). Signed in needs no word at all."""
    worker, child = draft.taken_by, draft.child
    if worker and child and made.asker == AccessRequest.Asker.SELF and decides_for(worker, child, now):
        words = _("Taken down by somebody who works with them.")
        way, enough = IdentityStep.Way.VOUCHED, IdentityStep.Outcome.ACCEPTED
        IdentityStep.objects.create(request=made, way=way, outcome=enough, words=words, **signed(worker, now))


def _make(draft: Sent, by: Who, now: datetime) -> AccessRequest:
    answers = {key: value for key, value in draft.answers.items() if key not in CONTACT and value not in ("", [], None, False)}
    received_on = draft.received_on or london_day(now)
    return AccessRequest.objects.create(
        id=draft.id or uuid4(),
        reference=_free_reference(),
        right=draft.right,
        route=draft.route,
        asker=draft.asker,
        child=draft.child,
        requester=draft.requester,
        taken_by=draft.taken_by,
        known_as=_name(draft),
        answers=answers,
        digest=digest({"format": FORMAT, "asker": draft.asker, "received_on": received_on.isoformat(), "answers": answers}),
        sealed_contact=seal_contact(contact_from(draft.contact)),
        language=draft.language,
        nation=draft.nation or (draft.child.nation if draft.child else settings.NATION),
        follows=draft.follows,
        received_on=received_on,
        sent_at=now,
        moved_at=now,
        moved_by_name=by.name,
    )


def _name(draft: Sent) -> str:
    known = str(draft.requester) if draft.requester else ""
    return (str(draft.answers.get("name") or "").strip() or known)[:300]


def _free_reference() -> str:
    """One that nobody has. Of 282 billion a second try is hardly ever needed."""
    for _try in range(TRIES):
        reference = new_reference()
        if not AccessRequest.objects.filter(reference=reference).exists():
            return reference
    raise NotAllowed("no_reference", _("Something went wrong on our side. Send it once more."))
