"""Requests as they stand on the officers' desk, reached by the verbs of the desk: Idris asked, and Imani deals with it."""

from datetime import datetime

from access_requests.actions.begin_gathering import begin_gathering
from access_requests.actions.begin_search import begin_search
from access_requests.actions.name_officer import name_officer
from access_requests.actions.record_contact import record_contact
from access_requests.models import AccessRequest, SearchAnswer
from access_requests.models.signed import signed
from law.working_time import london_day
from tests.cast import NOW, Cast
from tests.factories.requests import a_request


def dealt_with(cast: Cast, now: datetime = NOW) -> AccessRequest:
    """Imani deals with it, and has talked with them."""
    asked = name_officer(request=a_request(cast, now=now), officer=cast.imani, by=cast.imani, now=now)
    return record_contact(request=asked, way="phone", reached=True, by=cast.imani, now=now)


def searching(cast: Cast, now: datetime = NOW) -> AccessRequest:
    """Places are being searched."""
    return begin_search(request=dealt_with(cast, now), by=cast.imani, now=now)


def searched(cast: Cast, now: datetime = NOW) -> AccessRequest:
    """Every place has an answer."""
    request = searching(cast, now)
    for search in request.searches.all():
        SearchAnswer.objects.create(search=search, outcome="nothing", searched_on=london_day(now), **signed(cast.imani, now))
    return request


def gathering(cast: Cast, now: datetime = NOW) -> AccessRequest:
    """What was found is being put together."""
    return begin_gathering(request=searched(cast, now), by=cast.imani, now=now)
