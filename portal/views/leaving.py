"""Leaving at once: one touch, with or without JavaScript, from every page."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

FORGET = '"cache", "cookies", "storage"'  # also pages that the browser keeps whole for going back


@login_not_required
@csrf_exempt
@require_POST
def hide(request: HttpRequest) -> HttpResponse:
    """Sign out and go to a page about the weather.

    Leaving must never fail with "this form is too old", so no token is asked for. Nobody can use that against a reader:
    the session cookie is SameSite=Lax, so a form on another site signs nobody out. The way out is a Refresh header and
    not a redirect, because the Content-Security-Policy holds forms to this site. With JavaScript the screen is empty first
    and this answer is waited for at most a moment (static/js/hide.js), so that clearing what the browser kept may take its time.
    """
    logout(request)
    response = render(request, "portal/hidden.html", {"elsewhere": settings.NEUTRAL_SITE})
    response.headers["Clear-Site-Data"] = FORGET
    response.headers["Refresh"] = f"0; url={settings.NEUTRAL_SITE}"
    return response
