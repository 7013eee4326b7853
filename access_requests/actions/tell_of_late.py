"""We are late: they hear it from us, before they ask."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.write_letter import write_letter
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.clock import is_late
from access_requests.letters.kinds import LetterKind
from access_requests.models import AccessRequest
from audit.events import Event
from audit.record import record
from audit.who import Who
from law.working_time import london_day


@transaction.atomic
def tell_of_late(*, by: Who, now: datetime) -> int:
    """Write to each whose last day in law has passed that we are late, and sorry. Once. Returns how many; run twice, none.

    The letter does not wait for a person to find the time. Staff see the same day on their board.
    """
    told = 0
    for request in AccessRequest.objects.open().prefetch_related("clock_facts"):
        if not is_late(request, today=london_day(now)) or request.letters.filter(kind=LetterKind.LATE).exists():
            continue
        letter = write_letter(request=request, kind=LetterKind.LATE, by=by, now=now)
        if letter.at == now:  # else another sweep was sooner
            record(Event.REQUEST_LATE, child=chain_of(request), by=by, at=now, about_type=ABOUT, about_id=request.pk)
            told += 1
    return told
