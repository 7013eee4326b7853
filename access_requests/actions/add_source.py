"""A place that is not in the table goes on the list: another council, a home, an agency, anywhere."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.models import AccessRequest, SourceSearch
from access_requests.permissions import check_handles, check_open
from access_requests.sources import NAMED
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User
from people.names import tidy

KINDS = frozenset(one.slug for one in NAMED)


@transaction.atomic
def add_source(*, request: AccessRequest, source: str, name: str, by: User, now: datetime) -> SourceSearch:
    """Add it; a place of the same name is on the list once. Raises NotAllowed for a kind that takes no names, and without a name."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    if source not in KINDS:
        raise NotAllowed("no_such_kind", _("Choose what kind of place it is."))
    name = tidy(name)[:300]
    if not name:
        raise NotAllowed("no_name", _("Write what the place is called."))
    known = next((one for one in request.searches.filter(source=source) if one.name.casefold() == name.casefold()), None)
    if known:
        return known
    made = SourceSearch.objects.create(request=request, source=source, name=name, added_at=now)
    record(Event.REQUEST_PLACE_ADDED, child=chain_of(request), by=by.who(now), at=now, about_type="source_search", about_id=made.pk)
    return made
