"""An officer looks whose record a request is about. Whoever is found can read in their own record that it was searched for."""

from datetime import datetime

from django.db import transaction

from access_requests.models import AccessRequest
from access_requests.queries.candidates import Candidate, candidates_for
from access_requests.who_permissions import check_may_look
from people.actions.search_for_record import search_for_record
from people.models import User


@transaction.atomic
def look_for_record(*, request: AccessRequest, by: User, now: datetime, more: str = "") -> list[Candidate]:
    """The records that may be the one (queries/candidates.py says which). Raises NotAllowed for somebody who does not handle it,
    and once a record is found.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_may_look(request, by, now)
    found = candidates_for(request, more)
    search_for_record(found=[one.child for one in found], by=by, now=now)
    return found
