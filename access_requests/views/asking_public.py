"""Asking without an account: nobody has to sign in, show a paper, or say more than a name. Nothing tells whether there is a file."""

from datetime import datetime

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.keep_draft import begin_draft
from access_requests.actions.make_status_code import make_status_code
from access_requests.forms.coming_back import CodeForm
from access_requests.models import AccessRequest, StatusCode
from access_requests.queries.acknowledged import acknowledged
from access_requests.queries.asked_before import said_before
from access_requests.queries.drafts import draft_by_code
from access_requests.views import asking_pages
from access_requests.views.asking_road import CODE, DRAFT, PUBLIC, draft_for
from access_requests.views.following import STATUS_CODE, follow, followed, next_code
from cms.queries import help_page
from people.encryption import decrypt, encrypt
from people.errors import NotAllowed

WRONG = "wrong_code"
reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


def check_not_too_often(http: HttpRequest, action: str, key: str = "") -> None:
    """Raise NotAllowed when this was done too often from here, or for this reference (settings.ACCOUNT_RATE_LIMITS)."""
    if not ratelimit.consume(http, action=action, key=key or None):
        raise NotAllowed("too_often", gettext("This was tried too often. Wait an hour, then try again. Or call us."))


@login_not_required
@reads_and_writes
def begin(http: HttpRequest) -> HttpResponseBase:
    """What this is, before the first question; the button begins a draft. After an earlier request it begins with its answers."""
    now = timezone.now()
    if http.method == "POST":
        check_not_too_often(http, "ask_for_file")
        earlier = followed(http, now) if "again" in http.POST else None
        draft = begin_draft(route=PUBLIC.route, user=None, said=said_before(earlier) if earlier else None, now=now)
        http.session[DRAFT] = str(draft.pk)
        return redirect(asking_pages.resume_at(PUBLIC, draft))
    kept = draft_for(http, PUBLIC, None, now)
    shown = {
        "kept": asking_pages.resume_at(PUBLIC, kept) if kept else "",
        "more": help_page("your-whole-file"),
        "reach_us": settings.ACCESS_TEAM_REACH,
    }
    return render(http, "access_requests/ask_begin.html", shown)


@login_not_required
@reads_and_writes
def step(http: HttpRequest, slug: str) -> HttpResponseBase:
    """One page of questions."""
    return asking_pages.step_page(http, PUBLIC, slug)


@login_not_required
@require_safe
def expect(http: HttpRequest) -> HttpResponseBase:
    """What to expect."""
    return asking_pages.expect_page(http, PUBLIC)


@login_not_required
@require_safe
def check(http: HttpRequest) -> HttpResponseBase:
    """Look over the answers."""
    return asking_pages.check_page(http, PUBLIC)


@login_not_required
@require_POST
def send(http: HttpRequest) -> HttpResponseBase:
    """Send it."""
    return asking_pages.send(http, PUBLIC, _sent)


@login_not_required
@reads_and_writes
def away(http: HttpRequest) -> HttpResponseBase:
    """Throw it away."""
    return asking_pages.throw_away(http, PUBLIC)


@login_not_required
@require_safe
def later(http: HttpRequest) -> HttpResponseBase:
    """The code to come back with, shown once. From here on this browser no longer knows the draft: it may be a library's."""
    kept = http.session.pop(CODE, "")
    http.session.pop(DRAFT, None)
    return render(http, "access_requests/ask_later.html", {"code": decrypt(kept) if kept else ""})


@login_not_required
@reads_and_writes
def come_back(http: HttpRequest) -> HttpResponseBase:
    """Come back to a request that is not sent, with the code."""
    form = CodeForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        try:
            check_not_too_often(http, "draft_code")
            draft = draft_by_code(form.cleaned_data["code"], timezone.now())
            if draft is None:
                raise NotAllowed(
                    WRONG, gettext("That code does not open anything. Look at each letter. When nobody opens it for a month, we forget it.")
                )
        except NotAllowed as refusal:
            form.add_error("code", refusal.sentence)
        else:
            http.session.cycle_key()
            http.session[DRAFT] = str(draft.pk)
            return redirect(asking_pages.resume_at(PUBLIC, draft))
    shown = {"sent": followed(http, timezone.now()) is not None, "reach_us": settings.ACCESS_TEAM_REACH}
    return render(http, "access_requests/ask_come_back.html", {"form": form, **shown})


@login_not_required
@require_safe
def sent(http: HttpRequest) -> HttpResponseBase:
    """We have it: the reference, the code, dates in words, people to talk to, what happens next. Never anything of a record."""
    now = timezone.now()
    asked = followed(http, now)
    if asked is None:
        return redirect("access_requests:status_door")
    shown = {"base": "base.html", "told": acknowledged(asked, now), "code": next_code(http, asked, now), "road": "ask"}
    return render(http, "access_requests/ask_sent.html", shown)


def _sent(http: HttpRequest, made: AccessRequest, now: datetime) -> HttpResponseBase:
    code = make_status_code(request=made, way=StatusCode.Way.SCREEN, now=now)
    http.session.pop(DRAFT, None)
    follow(http, made)
    http.session[STATUS_CODE] = encrypt(code)
    return redirect("access_requests:ask_sent")
