"""The second person agrees with the answer and with this very pack. Now it is ready; giving it is one more step, and an officer's."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.lock_request import lock_request
from access_requests.actions.take_back_proposal import finish_check
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, SecondCheck
from access_requests.models.signed import signed
from access_requests.pack_permissions import check_countersigns, proposer_of
from access_requests.queries.pack import opened_by
from audit.events import Event
from audit.record import record
from people.models import User


@transaction.atomic
def countersign(*, request: AccessRequest, pack: str, by: User, now: datetime, words: str = "") -> SecondCheck:
    """Agree. `pack`: the fingerprint of what they were shown. Raises NotAllowed: never the proposer, nor who read it alone, nor unseen."""
    request = lock_request(request=request, by=by, now=now)
    check_countersigns(by, request, pack, now)
    made = SecondCheck.objects.create(
        request=request,
        says=SecondCheck.Says.COUNTERSIGNED,
        words=words.strip(),
        proposes=request.proposes,
        pack=pack,
        sample=sorted(str(pk) for pk in opened_by(request, by)),
        proposed_by=proposer_of(request),
        checker=by,
        **signed(by, now),
    )
    request.save(update_fields=request.move_to(State.READY, by=by.who(now), now=now))
    finish_check(request=request, by=by, now=now)
    facts = {"answer": request.proposes, "proposed_by": str(request.proposed_by)}
    record(
        Event.REQUEST_ANSWER_CHECKED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts
    )
    return made
