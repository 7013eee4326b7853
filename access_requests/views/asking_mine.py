"""Asking signed in: we know who it is, so only what they want, how, and who is with them is asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.keep_draft import begin_draft
from access_requests.models import AccessRequest
from access_requests.queries.acknowledged import acknowledged
from access_requests.queries.asked_before import said_before
from access_requests.queries.drafts import drafts_of
from access_requests.views import asking_pages
from access_requests.views.asking_road import SIGNED_IN
from cms.queries import help_page
from people.access import current_user, young_person_page
from people.models import Child, User

reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


@reads_and_writes
@young_person_page
def begin(http: HttpRequest, child: Child) -> HttpResponseBase:
    """Before the first question: their right in plain words, what they asked before, and a button."""
    user, now = current_user(http), timezone.now()
    kept = drafts_of(user, SIGNED_IN.route, now).first()
    if http.method == "POST":
        earlier = _followed(http, http.POST.get("again"), now) if http.POST.get("again") else None
        said = _said(earlier, user) if earlier else None
        draft = kept or begin_draft(route=SIGNED_IN.route, user=user, child=child, said=said, now=now)
        return redirect(asking_pages.resume_at(SIGNED_IN, draft))
    asked = AccessRequest.objects.visible_to(user, now).filter(requester=user).order_by("-sent_at")
    shown = {"kept": asking_pages.resume_at(SIGNED_IN, kept) if kept else "", "asked": asked, "more": help_page("your-whole-file")}
    return render(http, "access_requests/my_ask_begin.html", shown)


@reads_and_writes
@young_person_page
def step(http: HttpRequest, _child: Child, slug: str) -> HttpResponseBase:
    """One page of questions."""
    return asking_pages.step_page(http, SIGNED_IN, slug)


@require_safe
@young_person_page
def expect(http: HttpRequest, _child: Child) -> HttpResponseBase:
    """What to expect."""
    return asking_pages.expect_page(http, SIGNED_IN)


@require_safe
@young_person_page
def check(http: HttpRequest, _child: Child) -> HttpResponseBase:
    """Look over the answers."""
    return asking_pages.check_page(http, SIGNED_IN)


@require_POST
@young_person_page
def send(http: HttpRequest, _child: Child) -> HttpResponseBase:
    """Send it."""
    return asking_pages.send(http, SIGNED_IN, _sent)


@reads_and_writes
@young_person_page
def away(http: HttpRequest, _child: Child) -> HttpResponseBase:
    """Throw it away."""
    return asking_pages.throw_away(http, SIGNED_IN)


@require_safe
@young_person_page
def sent(http: HttpRequest, _child: Child, request_id: UUID) -> HttpResponseBase:
    """We have it."""
    now = timezone.now()
    found = _own(http, request_id, now)
    shown = {"base": "base.html", "told": acknowledged(found, now), "road": "my_ask", "one": found}
    return render(http, "access_requests/ask_sent.html", shown)


def _own(http: HttpRequest, request_id: object, now: datetime) -> AccessRequest:
    """A request they sent from here. Raises Http404."""
    found = _followed(http, request_id, now)
    if found.requester_id != current_user(http).pk:
        raise Http404
    return found


def _followed(http: HttpRequest, request_id: object, now: datetime) -> AccessRequest:
    """A request they can follow: sent from here, by the open form, or in their name. Raises Http404."""
    try:
        found = AccessRequest.objects.visible_to(current_user(http), now).filter(pk=UUID(str(request_id))).first()
    except ValueError as no_id:
        raise Http404 from no_id
    if found is None:
        raise Http404
    return found


def _said(earlier: AccessRequest, user: User) -> dict[str, Any]:
    """What a new draft begins with. Of a request somebody else may have sent, no address and no answer is taken over."""
    if earlier.requester_id == user.pk:
        return said_before(earlier)
    return {"asker": AccessRequest.Asker.SELF.value, "follows": str(earlier.pk)}


def _sent(_http: HttpRequest, made: AccessRequest, _now: datetime) -> HttpResponseBase:
    return redirect("access_requests:my_ask_sent", made.pk)
