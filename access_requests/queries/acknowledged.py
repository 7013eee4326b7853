"""What somebody is told the moment they have asked: from the facts of the request, and nothing of any record."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from access_requests.clock import clock_of
from access_requests.first_contact import contact_due
from access_requests.models import AccessRequest
from access_requests.queries.letter_facts import support_contacts_for
from access_requests.queries.who import is_known
from cms.queries import Contact
from law.clock import explain
from law.working_time import london_day


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """`officer`: who deals with it; "" while it is the team's. `clock`: when it is answered, in sentences; () when we cannot say."""

    reference: str
    for_other: bool
    officer: str
    contact_by: date | None
    clock: tuple[str, ...]
    identity_known: bool
    support_now: tuple[Contact, ...]
    support_more: tuple[Contact, ...]


def acknowledged(request: AccessRequest, now: datetime) -> Acknowledged:
    """The same for everybody, whether or not there is a record."""
    today = london_day(now)
    clock, support = clock_of(request, today=today), support_contacts_for(request, today)
    return Acknowledged(
        reference=request.reference,
        for_other=request.asker != AccessRequest.Asker.SELF,
        officer=str(request.officer) if request.officer else "",
        contact_by=contact_due(max(request.received_on, london_day(request.sent_at)), request.nation),
        clock=explain(clock, gettext) if clock else (),
        identity_known=is_known(request),
        support_now=tuple(one for one in support if one.is_for_now),
        support_more=tuple(one for one in support if not one.is_for_now),
    )
