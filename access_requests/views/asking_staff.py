"""Taking a request down for somebody: any member of staff may, in any words, by any way it came (ICO; law.md 1.2)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.keep_draft import begin_draft
from access_requests.actions.make_status_code import make_status_code
from access_requests.models import AccessRequest, StatusCode
from access_requests.queries.acknowledged import acknowledged
from access_requests.queries.asked_before import said_before
from access_requests.queries.drafts import drafts_of, said_in
from access_requests.views import asking_pages
from access_requests.views.asking_road import BY_WORKER
from people.access import child_for, current_user, staff_page
from people.encryption import decrypt, encrypt
from people.models import Child

GIVEN = "codes_given"  # in the session of whoever took a request down, until they sign out
reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


@reads_and_writes
@staff_page()
def begin(http: HttpRequest) -> HttpResponseBase:
    """What counts as a request, what this person began and took down, and a button."""
    return _begin(http, None)


@reads_and_writes
@staff_page()
def begin_for(http: HttpRequest, child_id: UUID) -> HttpResponseBase:
    """The same for a child in reach, whose record is known."""
    return _begin(http, child_for(http, child_id))


def _begin(http: HttpRequest, child: Child | None) -> HttpResponseBase:
    user, now = current_user(http), timezone.now()
    if http.method == "POST":
        draft = begin_draft(route=BY_WORKER.route, user=user, child=child, said=_known(http, child, now), now=now)
        return redirect(asking_pages.resume_at(BY_WORKER, draft))
    kept = [
        (draft, said_in(draft).get("name", ""), asking_pages.resume_at(BY_WORKER, draft)) for draft in drafts_of(user, BY_WORKER.route, now)
    ]
    taken = AccessRequest.objects.filter(taken_by=user).order_by("-sent_at")[:10]
    return render(http, "access_requests/take_down_begin.html", {"child": child, "kept": kept, "taken": taken})


def _known(http: HttpRequest, child: Child | None, now: datetime) -> dict[str, Any]:
    if http.POST.get("again"):
        return said_before(_seen(http, http.POST["again"], now))
    return {"name": child.known_as, "subject": child.known_as} if child else {}


@reads_and_writes
@staff_page()
def step(http: HttpRequest, draft_id: UUID, slug: str) -> HttpResponseBase:
    """One page of questions."""
    return asking_pages.step_page(http, BY_WORKER, slug, draft_id=draft_id)


@require_safe
@staff_page()
def expect(http: HttpRequest, draft_id: UUID) -> HttpResponseBase:
    """What to expect, to be read out."""
    return asking_pages.expect_page(http, BY_WORKER, draft_id=draft_id)


@require_safe
@staff_page()
def check(http: HttpRequest, draft_id: UUID) -> HttpResponseBase:
    """Look over the answers."""
    return asking_pages.check_page(http, BY_WORKER, draft_id=draft_id)


@require_POST
@staff_page()
def send(http: HttpRequest, draft_id: UUID) -> HttpResponseBase:
    """Send it."""
    return asking_pages.send(http, BY_WORKER, _sent, draft_id)


@reads_and_writes
@staff_page()
def away(http: HttpRequest, draft_id: UUID) -> HttpResponseBase:
    """Throw it away."""
    return asking_pages.throw_away(http, BY_WORKER, draft_id=draft_id)


@require_safe
@staff_page()
def sent(http: HttpRequest, request_id: UUID) -> HttpResponseBase:
    """It is taken down: what to tell or give the person, with their reference and a code."""
    now = timezone.now()
    found = _seen(http, request_id, now)
    kept = http.session.get(GIVEN, {}).get(str(found.pk), "")
    code = decrypt(kept) if kept else ""
    shown = {"base": "base_staff.html", "staff": True, "told": acknowledged(found, now), "code": code, "road": "take_down", "one": found}
    return render(http, "access_requests/ask_sent.html", shown)


def _seen(http: HttpRequest, request_id: object, now: datetime) -> AccessRequest:
    """A request this member of staff may see. Raises Http404."""
    try:
        found = AccessRequest.objects.visible_to(current_user(http), now).filter(pk=UUID(str(request_id))).first()
    except ValueError as no_id:
        raise Http404 from no_id
    if found is None:
        raise Http404
    return found


def _sent(http: HttpRequest, made: AccessRequest, now: datetime) -> HttpResponseBase:
    """Somebody who does not sign in gets a code, for the paper they are given."""
    if made.requester_id is None:
        code = make_status_code(request=made, way=StatusCode.Way.PERSON, by=current_user(http).who(now), now=now)
        http.session[GIVEN] = {str(made.pk): encrypt(code)}
    return redirect("access_requests:take_down_sent", made.pk)
