"""The file in this portal is searched: what is in it, and from when to when."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.record_search import Found, Outcome, record_search
from access_requests.models import AccessRequest, SearchAnswer
from access_requests.queries.held_here import held_here
from access_requests.searching_permissions import record_of
from access_requests.sources import OWN_FILE
from law.working_time import london_day
from people.models import User


@transaction.atomic
def search_own_file(*, request: AccessRequest, by: User, now: datetime) -> SearchAnswer:
    """Look through the whole record of this person, and write down what there is. Raises NotAllowed as `record_search` does."""
    search = request.searches.get(source=OWN_FILE, name="")
    held = held_here(record_of(search))
    found = Found(
        outcome=Outcome.FOUND if held.count else Outcome.NOTHING,
        searched_on=london_day(now),
        terms=_("Everything kept under this record"),
        covers_from=held.first,
        covers_to=held.last,
    )
    return record_search(search=search, found=found, by=by, now=now)
