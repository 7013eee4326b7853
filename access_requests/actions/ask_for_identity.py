"""Asking who somebody is: only with a reason, only what is in proportion (UK GDPR Art 12(6)), and never two papers for one person."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.write_letter import write_letter
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.letters.kinds import LetterKind
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ClockFact, IdentityStep
from access_requests.models.signed import signed
from access_requests.permissions import check_handles, check_open
from access_requests.proof import PaperKind, may_ask_for
from access_requests.queries.who import is_known
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def ask_for_identity(*, request: AccessRequest, way: str, why: str, by: User, now: datetime, paper: str = "") -> IdentityStep:
    """Ask them to show who they are in one way. From the first time on the clock waits for it (Art 12A(2)); it is never asked twice over.

    Raises NotAllowed without a reason, when we know already who asks, and for a photo and an address both.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    _check(request, way, why, paper)
    step = IdentityStep.objects.create(
        request=request, way=way, outcome=IdentityStep.Outcome.ASKED, paper=paper, why=why.strip(), **signed(by, now)
    )
    if not request.clock_facts.filter(kind=ClockFact.Kind.IDENTITY_ASKED, corrected_by__isnull=True).exists():
        kind = ClockFact.Kind.IDENTITY_ASKED
        fact = ClockFact.objects.create(request=request, kind=kind, on=london_day(now), words=why.strip(), **signed(by, now))
        write_letter(request=request, kind=LetterKind.IDENTITY_ASKED, about=fact, by=by, now=now)
    if request.standing is State.ASKED:
        request.save(update_fields=request.move_to(State.IDENTITY, by=by.who(now), now=now))
    record(
        Event.REQUEST_IDENTITY_ASKED,
        child=chain_of(request),
        by=by.who(now),
        at=now,
        facts={"way": way},
        about_type=ABOUT,
        about_id=request.pk,
    )
    return step


def _check(request: AccessRequest, way: str, why: str, paper: str) -> None:
    if request.standing not in (State.ASKED, State.IDENTITY):
        raise NotAllowed("too_late", _("We are looking for the file already. Who is asking was settled before that."))
    if is_known(request):
        raise NotAllowed("known", _("We know who is asking. Nothing more may be asked for."))
    if way not in IdentityStep.Way.values or way == IdentityStep.Way.ACCOUNT:
        raise NotAllowed("no_way", _("Choose one of the ways."))
    if not why.strip():
        raise NotAllowed("no_reason", _("Write why it is needed. Without a doubt that has a reason, nothing is asked for."))
    if way != IdentityStep.Way.DOCUMENT:
        return
    if paper not in set(PaperKind):
        raise NotAllowed("no_paper", _("Choose which kind of paper would do. One is enough."))
    before = [PaperKind(one) for one in request.identity_steps.exclude(paper="").values_list("paper", flat=True)]
    if not may_ask_for(PaperKind(paper), before):
        sentence = _("A photo and an address are never both asked for. Choose another way: somebody who knows them, or a call.")
        raise NotAllowed("both_papers", sentence)
