"""An organisation that gave us information is asked before its words are given (need F3). Nothing here touches the clock.

Whether they answer or not, the answer to the person is due on the same day: only a question about what somebody wants to see
stops the time (UK GDPR Art 12A(5)). So silence is written down, chased once, and then decided without them.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.models import AccessRequest, Consultation
from access_requests.permissions import check_handles, check_open
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User
from people.names import tidy

ABOUT = "consultation"


@dataclass(frozen=True, slots=True)
class Said:
    """What an organisation answered, and when."""

    says: str
    answered_on: date
    answer: str = ""


@transaction.atomic
def consult(*, request: AccessRequest, organisation: str, about: str, asked_on: date, by: User, now: datetime) -> Consultation:
    """Keep that an organisation was asked, about what of theirs, and when. Raises NotAllowed without either, or for a day to come."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    organisation = tidy(organisation)[:300]
    if not organisation:
        raise NotAllowed("no_name", _("Write which organisation was asked."))
    if not about.strip():
        raise NotAllowed("no_words", _("Write what of theirs it is about: a letter, minutes, a report. Not what it says."))
    _check_day(asked_on, request.received_on, now)
    who = by.who(now)
    made = Consultation.objects.create(
        request=request, organisation=organisation, about=about.strip(), asked_on=asked_on, asked_by_name=who.name
    )
    record(Event.REQUEST_OTHERS_ASKED, child=chain_of(request), by=who, at=now, about_type=ABOUT, about_id=made.pk)
    return made


@transaction.atomic
def chase_consultation(*, consultation: Consultation, on: date, by: User, now: datetime) -> Consultation:
    """Keep that they were asked once more. Raises NotAllowed once they have answered."""
    consultation = _open(consultation, by, now)
    _check_day(on, consultation.asked_on, now)
    consultation.chased_on = on
    consultation.save(update_fields=["chased_on"])
    _record(Event.REQUEST_OTHERS_ASKED, consultation, by, now)
    return consultation


@transaction.atomic
def keep_consultation(*, consultation: Consultation, said: Said, by: User, now: datetime) -> Consultation:
    """Keep what they answered. It is advice: the council decides what is given. Raises NotAllowed when they answered before."""
    consultation = _open(consultation, by, now)
    if said.says not in Consultation.Says.values:
        raise NotAllowed("no_answer", _("Choose what they said."))
    if said.says != Consultation.Says.AGREES and not said.answer.strip():
        raise NotAllowed("no_words", _("Write what they want hidden and why. A wish without a reason hides nothing."))
    _check_day(said.answered_on, consultation.asked_on, now)
    consultation.says, consultation.answer = said.says, said.answer.strip()
    consultation.answered_on, consultation.kept_by_name = said.answered_on, by.who(now).name
    consultation.save(update_fields=["says", "answer", "answered_on", "kept_by_name"])
    _record(Event.REQUEST_OTHERS_ANSWERED, consultation, by, now)
    return consultation


def _open(consultation: Consultation, by: User, now: datetime) -> Consultation:
    consultation = Consultation.objects.select_for_update().select_related("request").get(pk=consultation.pk)
    check_handles(by, consultation.request, now)
    check_open(consultation.request)
    if consultation.answered_on:
        raise NotAllowed("already_done", _("They have answered already. What they said stays as it was written down."))
    return consultation


def _check_day(day: date, first: date, now: datetime) -> None:
    if day > london_day(now):
        raise NotAllowed("not_yet", _("This day has not come yet."))
    if day < first:
        raise NotAllowed("too_early", _("This was before they were asked, or before the request came in."))


def _record(event: Event, consultation: Consultation, by: User, now: datetime) -> None:
    child = chain_of(consultation.request)
    record(event, child=child, by=by.who(now), at=now, about_type=ABOUT, about_id=consultation.pk)
