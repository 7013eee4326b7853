"""From the day a request is received nothing it may be about is destroyed (DPA 2018 s 173), until it has ended."""

from datetime import datetime

from django.db import transaction

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import ENDED
from access_requests.models import AccessRequest, Complaint
from audit.who import Who
from official_file.actions.hold_while_open import hold_while_open, lift_when_ended
from official_file.models import RetentionHold
from people.models import Child

WHY = "A request for this file: {reference}. Lifted when it has ended and no complaint about it is open."
WHY_LIFTED = "The request {reference} has ended, and nothing about it is open."


@transaction.atomic
def preserve(*, request: AccessRequest, by: Who, now: datetime) -> RetentionHold | None:
    """Place the hold on the record the request is about, once. None while nobody knows yet whose record it is: call again then."""
    if request.child_id is None:
        return None
    return hold_while_open(
        child=Child.objects.get(pk=request.child_id),
        ground=RetentionHold.Ground.ACCESS_REQUEST,
        about_type=ABOUT,
        about_id=request.pk,
        reason=WHY.format(reference=request.reference),
        audited=chain_of(request),
        by=by,
        now=now,
    )


@transaction.atomic
def let_go(*, request: AccessRequest, by: Who, now: datetime) -> bool:
    """Lift it once the request has ended and none of its complaints is open. Returns whether it was lifted; safe to call at any time."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    if request.standing not in ENDED or _is_still_open(request):
        return False
    why = WHY_LIFTED.format(reference=request.reference)
    return bool(lift_when_ended(about_type=ABOUT, about_id=request.pk, why=why, audited=chain_of(request), by=by, now=now))


def _is_still_open(request: AccessRequest) -> bool:
    """Whether a complaint about this request, or a wish to look at its answer again, waits for an outcome."""
    return request.complaints.exclude(state__in=(Complaint.State.DECIDED, Complaint.State.TAKEN_BACK)).exists()


def let_go_of_ended(*, by: Who, now: datetime) -> int:
    """For the sweep: lift the holds of every request that has ended with nothing open about it. Returns how many; twice, none."""
    standing = RetentionHold.objects.filter(about_type=ABOUT, lifted_at__isnull=True).values("about_id")
    ended = AccessRequest.objects.filter(pk__in=standing, state__in=sorted(ENDED))
    return sum(let_go(request=request, by=by, now=now) for request in ended)
