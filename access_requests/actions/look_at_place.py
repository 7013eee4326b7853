"""A colleague who was asked to search a place opens its page, and reads what one needs for it: written down once a day."""

from datetime import datetime, timedelta

from django.db import transaction

from access_requests.audit_chain import chain_of
from access_requests.models import SourceSearch
from access_requests.searching_permissions import ABOUT
from audit.events import Event
from audit.queries import by_whom_since
from audit.record import record
from law.working_time import london_day
from people.day_bounds import ending
from people.models import User


@transaction.atomic
def look_at_place(*, search: SourceSearch, by: User, now: datetime) -> None:
    """Record that they read the names and numbers of this person, in order to search."""
    midnight = ending(london_day(now) - timedelta(days=1))
    if by.pk not in by_whom_since(midnight, search.pk, [Event.REQUEST_PLACE_LOOKED]):
        chain = chain_of(search.request)
        record(Event.REQUEST_PLACE_LOOKED, child=chain, by=by.who(now), at=now, about_type=ABOUT, about_id=search.pk)
