"""Questions from the file in a live call or a visit: how many were right, and nothing of what was said. Guessing is bounded."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.accept_identity import keep_accepted
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest, IdentityStep, KnowledgeRound
from access_requests.models.signed import signed
from access_requests.permissions import check_handles, check_open
from access_requests.proof import QUESTIONS, RoundError, check_round, passes
from access_requests.queries.who import is_known
from access_requests.queries.who_rounds import rounds_left_for
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Child, User


@transaction.atomic
def keep_round(*, request: AccessRequest, answers: Mapping[str, bool], by: User, now: datetime) -> KnowledgeRound:
    """Keep one round: for each question asked, whether the file agrees. Four of five are enough.

    Two rounds for one request, and three lost about one record in a year: then another way is needed, whoever asks. Raises
    NotAllowed beyond that, before a record is found, for other than five questions, and for what others ask.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    _check_may_ask(request, now)
    try:
        check_round(list(answers))
    except RoundError as wrong:
        raise NotAllowed("not_five", _("Ask five different questions, and say of each whether the file agrees.")) from wrong
    passed = passes(list(answers.values()))
    kept = KnowledgeRound.objects.create(
        request=request, asked=list(answers), right=sum(answers.values()), passed=passed, **signed(by, now)
    )
    record(Event.REQUEST_QUESTIONS_ASKED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    way = IdentityStep.Way.QUESTIONS
    words = _("%(right)s of %(asked)s questions from the file.") % {"right": kept.right, "asked": QUESTIONS}
    if passed:
        keep_accepted(request=request, way=way, words=words, by=by, now=now)
    else:
        IdentityStep.objects.create(request=request, way=way, outcome=IdentityStep.Outcome.NOT_ENOUGH, words=words, **signed(by, now))
    return kept


def _check_may_ask(request: AccessRequest, now: datetime) -> None:
    if request.child_id is None:
        raise NotAllowed("no_record", _("Find whose record it is first. The questions come from it."))
    if request.asker != AccessRequest.Asker.SELF:
        raise NotAllowed("not_theirs", _("Questions from the file are only for the person it is about."))
    if is_known(request):
        raise NotAllowed("known", _("We know who is asking. Nothing more may be asked for."))
    # One record, one lock: of two officers in two calls about the same person, the second sees what the first kept.
    Child.objects.select_for_update().get(pk=request.child_id)
    if rounds_left_for(request, now) < 1:
        sentence = _("No more rounds: that would be guessing. Choose another way, such as somebody who knows them, or one paper.")
        raise NotAllowed("no_rounds", sentence)
