"""Somebody looked again at an answer and found that it was not right: the work begins again, as a request that follows the first."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.ask import Sent, ask
from access_requests.complaint_facts import again_id
from access_requests.complaint_permissions import check_sees_complaint
from access_requests.models import AccessRequest, Complaint, IdentityStep
from access_requests.models.signed import signed
from access_requests.queries.contact import contact_of
from access_requests.queries.who import is_known
from people.errors import NotAllowed
from people.models import User

WRONG = (Complaint.Outcome.UPHELD, Complaint.Outcome.PARTLY)


@transaction.atomic
def begin_again(*, complaint: Complaint, by: User, now: datetime) -> AccessRequest:
    """The new request: what was asked then, received today, with who asks known as before. Done twice it is one.

    An answer that was given is never changed. Raises NotAllowed for a complaint that did not end like that.
    """
    check_sees_complaint(by, complaint, now)
    before = complaint.request
    if before is None or complaint.to != Complaint.To.LOOK_AGAIN or complaint.outcome not in WRONG:
        raise NotAllowed("not_wrong", _("Nobody found that the answer was wrong, so nothing begins again."))
    draft = Sent(
        id=again_id(complaint),
        route=before.route,
        asker=before.asker,
        answers=before.answers if before.requester else {"name": before.known_as, **before.answers},
        contact=asdict(contact_of(before)),
        requester=before.requester,
        child=before.child,
        language=before.language,
        nation=before.nation,
        follows=before,
        right=before.right,
    )
    made = ask(draft=draft, by=by.who(now), now=now)
    if is_known(before) and not is_known(made):
        words = _("Known since the request that this one follows.")
        way, enough = IdentityStep.Way.OTHER, IdentityStep.Outcome.ACCEPTED
        IdentityStep.objects.create(request=made, way=way, outcome=enough, words=words, **signed(by, now))
    return made
