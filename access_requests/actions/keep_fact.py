"""An officer writes down what moves the clock besides questions: a fee, a health professional's opinion, the Principal Reporter."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.add_fact import add_fact
from access_requests.clock import ANSWERS, Kind, can_be_kept, live_facts, waiting_for
from access_requests.models import AccessRequest, ClockFact
from access_requests.permissions import check_handles
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def keep_fact(*, request: AccessRequest, kind: str, words: str = "", on: date | None = None, by: User, now: datetime) -> ClockFact:
    """Keep one of those that `can_be_kept`. Only the fee moves the day (UK GDPR Art 12A(2)); the others have clocks of their own.

    Raises NotAllowed for a kind kept elsewhere, without words where something begins, for an answer to nothing, for the Reporter
    outside Scotland, and for a fee asked twice: it may be asked at all only of a request that is plainly unfounded or too much.
    """
    check_handles(by, request, now)
    if kind not in can_be_kept(request.nation):
        raise NotAllowed("not_here", _("This is not kept here."))
    waiting = waiting_for(request, ANSWERS.get(kind, kind))
    if kind in ANSWERS and waiting is None:
        raise NotAllowed("nothing_asked", _("Nothing was asked that this could answer."))
    if kind not in ANSWERS and not words.strip():
        raise NotAllowed("no_words", _("Write whom you asked, and why. It is kept with the request."))
    if kind == Kind.FEE_ASKED and any(fact.kind == kind for fact in live_facts(request)):
        raise NotAllowed("asked_already", _("A fee was asked for already."))
    if kind in ANSWERS and waiting and on and on < waiting.on:
        raise NotAllowed("before_asked", _("This is before it was asked. Look at the day again."))
    return add_fact(request=request, kind=kind, on=on, words=words, answers=waiting if kind in ANSWERS else None, by=by, now=now)
