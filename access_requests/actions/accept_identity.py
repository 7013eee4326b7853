"""What came of finding out who asks: enough, or not enough yet. No copy of a paper is kept, only that somebody saw it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ClockFact, IdentityStep
from access_requests.models.signed import signed
from access_requests.permissions import check_handles, check_open
from access_requests.proof import PaperKind
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User

BY_THEIR_OWN_VERB = frozenset({IdentityStep.Way.VOUCHED, IdentityStep.Way.QUESTIONS})  # said by a worker, won in a round


@transaction.atomic
def accept_identity(
    *, request: AccessRequest, way: str, words: str, by: User, now: datetime, paper: str = "", on: date | None = None
) -> IdentityStep:
    """We know who asks. `words`: what was seen or heard, and how. `on`: the day it reached us, when that was before today.

    Raises NotAllowed without words, for a day that cannot be, and for a way that has a page of its own.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    _check(request, way, words, paper, on, now)
    return keep_accepted(request=request, way=way, words=words, paper=paper, on=on, by=by, now=now)


@transaction.atomic
def keep_accepted(
    *, request: AccessRequest, way: str, words: str, by: User, now: datetime, paper: str = "", on: date | None = None
) -> IdentityStep:
    """Write down that it was enough, by whatever way: the clock starts on the day it reached us, when it had waited for it.

    The caller has checked who may say so, and holds the lock.
    """
    outcome = IdentityStep.Outcome.ACCEPTED
    step = IdentityStep.objects.create(request=request, way=way, outcome=outcome, paper=paper, words=words.strip(), **signed(by, now))
    facts = request.clock_facts.filter(corrected_by__isnull=True)
    asked = facts.filter(kind=ClockFact.Kind.IDENTITY_ASKED).exists()
    if asked and not facts.filter(kind=ClockFact.Kind.IDENTITY_RECEIVED).exists():
        kind = ClockFact.Kind.IDENTITY_RECEIVED
        ClockFact.objects.create(request=request, kind=kind, on=on or london_day(now), **signed(by, now))
    record(
        Event.REQUEST_IDENTITY_KNOWN,
        child=chain_of(request),
        by=by.who(now),
        at=now,
        facts={"way": way},
        about_type=ABOUT,
        about_id=request.pk,
    )
    return step


@transaction.atomic
def identity_not_enough(*, request: AccessRequest, way: str, words: str, by: User, now: datetime, paper: str = "") -> IdentityStep:
    """What they showed was not enough: what was missing, and what they can do instead. Nobody is sent away with a no alone.

    Raises NotAllowed without words, and for a way that has a page of its own.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    _check(request, way, words, paper, None, now)
    outcome = IdentityStep.Outcome.NOT_ENOUGH
    step = IdentityStep.objects.create(request=request, way=way, outcome=outcome, paper=paper, words=words.strip(), **signed(by, now))
    record(
        Event.REQUEST_IDENTITY_NOT_ENOUGH,
        child=chain_of(request),
        by=by.who(now),
        at=now,
        facts={"way": way},
        about_type=ABOUT,
        about_id=request.pk,
    )
    return step


def _check(request: AccessRequest, way: str, words: str, paper: str, on: date | None, now: datetime) -> None:
    check_open(request)
    if request.standing not in (State.ASKED, State.IDENTITY):
        raise NotAllowed("too_late", _("We are looking for the file already. Who is asking was settled before that."))
    if way not in IdentityStep.Way.values or way in BY_THEIR_OWN_VERB:
        raise NotAllowed("no_way", _("Choose one of the ways."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write in a sentence what you saw or heard, and how. Keep no copy and no number of a paper."))
    if way == IdentityStep.Way.DOCUMENT and paper not in set(PaperKind):
        raise NotAllowed("no_paper", _("Choose which kind of paper it was."))
    if on and not request.received_on <= on <= london_day(now):
        raise NotAllowed("no_day", _("This day is before they asked, or still to come. Look at it again."))
