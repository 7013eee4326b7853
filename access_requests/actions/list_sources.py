"""Every place to search goes on the list of a request, so that none is forgotten (needs F2)."""

from datetime import datetime

from django.db import transaction

from access_requests.models import AccessRequest, SourceSearch
from access_requests.sources import SOURCES
from audit.who import Who


@transaction.atomic
def list_sources(*, request: AccessRequest, by: Who, now: datetime) -> list[SourceSearch]:
    """Put every place of the table on the list: the same for everybody. Asked again it adds what the table gained since.

    `by` is whoever made the request one to search for; the list says nothing about anybody, so it writes no audit of its own.
    """
    AccessRequest.objects.select_for_update().get(pk=request.pk)
    known = set(request.searches.filter(name="").values_list("source", flat=True))
    missing = [slug for slug in SOURCES if slug not in known]
    return SourceSearch.objects.bulk_create([SourceSearch(request=request, source=slug, added_at=now) for slug in missing])
