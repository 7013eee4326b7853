"""Somebody lost their code, and an officer who is sure that it is them gives them a new one by hand."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from access_requests.actions.make_status_code import make_status_code
from access_requests.models import AccessRequest, StatusCode
from access_requests.permissions import can, check_handles
from people.access import current_user, staff_page
from people.roles import Permission


@require_POST
@staff_page(Permission.HANDLE_REQUESTS)
def give_code(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A new code, shown once."""
    user, now = current_user(http), timezone.now()
    found = AccessRequest.objects.visible_to(user, now).filter(pk=pk, requester=None).first()
    if found is None or not can(check_handles, user, found, now):
        raise Http404
    code = make_status_code(request=found, way=StatusCode.Way.PERSON, by=user.who(now), now=now)
    address = settings.PORTAL_URL.rstrip("/") + reverse("access_requests:status_door")
    return render(http, "access_requests/given_code.html", {"one": found, "code": code, "address": address})
