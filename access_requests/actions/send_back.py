"""The second person does not agree: the proposal goes back to where it came from, with a sentence. Nothing was given."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.actions.take_back_proposal import finish_check
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, SecondCheck
from access_requests.models.signed import signed
from access_requests.pack_permissions import check_checks, proposer_of
from access_requests.proposals import back_to
from access_requests.queries.pack import opened_by, pack_fingerprint
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def send_back(*, request: AccessRequest, words: str, by: User, now: datetime) -> SecondCheck:
    """Send it back; its officers read and propose again. Raises NotAllowed without words, and for those who may not check."""
    request = lock_request(request=request, by=by, now=now)
    check_checks(by, request, now)
    if not words.strip():
        raise NotAllowed("no_sentence", _("Say why you send it back, so that they know what to do instead."))
    made = SecondCheck.objects.create(
        request=request,
        says=SecondCheck.Says.RETURNED,
        words=words.strip(),
        proposes=request.proposes,
        pack=pack_fingerprint(request),
        sample=sorted(str(pk) for pk in opened_by(request, by)),
        proposed_by=proposer_of(request),
        checker=by,
        **signed(by, now),
    )
    request.save(update_fields=back_to(request, State(request.proposed_from), by.who(now), now))
    finish_check(request=request, by=by, now=now)
    record(Event.REQUEST_ANSWER_SENT_BACK, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    return made
