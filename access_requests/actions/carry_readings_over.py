"""Asked again: what they were given before and is the same to the letter starts as given. All else is read anew."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from access_requests.actions.lock_request import lock_request
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest, ItemReading
from access_requests.models.signed import signed
from access_requests.pack import Says
from access_requests.pack_permissions import check_reads
from access_requests.queries.earlier import earlier_decisions
from access_requests.queries.pack import to_read
from audit.events import Event
from audit.record import record
from law.calendar_words import say_date
from people.models import User


@transaction.atomic
def carry_readings_over(*, request: AccessRequest, by: User, now: datetime) -> int:
    """Say again of what they have had that it is given: they know it. Returns how many. Raises NotAllowed.

    Nothing is held back or hidden because it was before: a reason can have gone, so each is read again, with what was said shown
    beside it. Done twice it does nothing the second time.
    """
    request = lock_request(request=request, by=by, now=now)
    check_reads(by, request, now)
    before = earlier_decisions(request)
    unread = to_read(request).filter(newest__isnull=True, pk__in=[pk for pk, one in before.items() if one.given and one.same])
    made = []
    for item in unread:
        words = gettext("They were given this before: it was decided on %(day)s.") % {"day": say_date(before[item.pk].on, gettext)}
        made.append(ItemReading(item=item, says=Says.GIVE, why=words, basis={"known": words}, reader=by, **signed(by, now)))
    ItemReading.objects.bulk_create(made, batch_size=200)
    facts = {"count": len(made)}
    who = by.who(now)
    record(Event.REQUEST_READING_CARRIED, child=chain_of(request), by=who, at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    return len(made)
