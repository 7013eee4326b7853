"""Settings: the passphrase, sign-ins, words hidden on this phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from audit.events import Event
from audit.queries import history_of
from people.access import current_user, young_person_page
from people.models import Child
from portal.queries.looks import by_day

SIGN_INS = 20
WAYS_IN = (Event.SIGNED_IN, Event.ACCOUNT_JOINED, Event.ACCOUNT_REJOINED)


@require_safe
@young_person_page
def settings(request: HttpRequest, child: Child) -> HttpResponse:
    """What they can change, and when somebody signed in with their name."""
    user = current_user(request)
    events = history_of(child.pk).filter(event__in=WAYS_IN, by_user=user.pk)[:SIGN_INS]
    return render(request, "portal/settings.html", {"sign_ins": by_day(events), "username": user.username})
