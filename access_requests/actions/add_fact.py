"""A fact that moves the clock is written down: only ever added, on a day that can be, and what is owed is reckoned again."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.owe_answer import owe_answer
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.clock import Kind
from access_requests.models import AccessRequest, ClockFact
from access_requests.models.signed import signed
from access_requests.permissions import check_open
from audit.events import Event
from audit.record import record
from audit.who import Who
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User

EVENTS: dict[str, Event] = {
    Kind.QUESTION_ASKED: Event.REQUEST_QUESTION_ASKED,
    Kind.QUESTION_ANSWERED: Event.REQUEST_QUESTION_ANSWERED,
    Kind.EXTENDED: Event.REQUEST_MORE_TIME,
    Kind.TAKEN_OUT: Event.REQUEST_FACT_TAKEN_OUT,
}


@transaction.atomic
def add_fact(
    *,
    request: AccessRequest,
    kind: str,
    on: date | None = None,
    about: str = "",
    words: str = "",
    answers: ClockFact | None = None,
    corrects: ClockFact | None = None,
    by: User | Who,
    now: datetime,
) -> ClockFact:
    """Add the fact, of today where no day is given. The caller has checked who may.

    Raises NotAllowed once the request has ended, and for a day to come or before the request came.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_open(request)
    today = london_day(now)
    on = on or today
    if on > today:
        raise NotAllowed("not_yet", _("This day is still to come. Write the day on which it happened."))
    if on < request.received_on:
        raise NotAllowed("too_early", _("This day is before the request came. Look at the day again."))
    made = ClockFact.objects.create(
        request=request, kind=kind, on=on, about=about, words=words.strip(), answers=answers, corrects=corrects, **signed(by, now)
    )
    who = by if isinstance(by, Who) else by.who(now)
    record(
        EVENTS.get(kind, Event.REQUEST_FACT_KEPT),
        child=chain_of(request),
        by=who,
        at=now,
        about_type=ABOUT,
        about_id=request.pk,
        facts={"kind": str(kind)},
    )
    owe_answer(request=request, by=who, now=now)
    return made
