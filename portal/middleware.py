"""What holds for every page: never cached, closed unless marked open, errors that say what to do next."""

from collections.abc import Callable
from importlib import import_module

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils import translation
from django.utils.cache import patch_cache_control
from django_otp import DEVICE_ID_SESSION_KEY

from people.errors import NotAllowed
from people.models import User
from portal.display import of_browser

ADDING = "/my-words/add/"  # where photos and recordings come in
BRINGING = "/work/requests/bring-in/"  # where officers bring in what was found
Next = Callable[[HttpRequest], HttpResponse]


class PrivateResponses:
    """Every page is `no-store`: all but pictures of help pages (static files are answered before this, and are public too)."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Forbid keeping a copy, and indexing."""
        response = self.get_response(request)
        is_picture = request.path.startswith(settings.MEDIA_URL) and response.status_code == 200
        if not is_picture:
            response.headers["Cache-Control"] = ""
            patch_cache_control(response, no_store=True, private=True)
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


class NotTooLarge:
    """What is too large for any form of ours is refused by what it says of itself, before a byte is read or stored.

    Nobody needs to be signed in to send a form, so a few large uploads would fill the disk. Photos and recordings may be larger
    than forms, from somebody who is signed in; what was found for a request larger still, from staff who are.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 413, with a page; 401 to the script of a page whose session has ended, which keeps the file."""
        larger = {
            "/content/": settings.LARGEST_PICTURE,
            ADDING: settings.LARGEST_ATTACHMENT,
            BRINGING: settings.LARGEST_BROUGHT_IN if _is_staff(request) else settings.LARGEST_FORM,
        }
        most = next((most for path, most in larger.items() if request.path.startswith(path)), settings.LARGEST_FORM)
        said = request.META.get("CONTENT_LENGTH") or "0"
        size = int(said) if said.isdecimal() else most + 1
        if size <= settings.LARGEST_FORM or (size <= most and (request.path != ADDING or _is_signed_in(request))):
            return self.get_response(request)
        return render(request, "413.html", status=413 if size > most else 401)


def _is_signed_in(request: HttpRequest) -> bool:
    """Whether the browser holds the name of a session of somebody, asked before the session itself is opened."""
    return _who(request) is not None


def _is_staff(request: HttpRequest) -> bool:
    """Whether that is somebody of staff whose second factor was checked. Asked only at the one address where it decides."""
    if not request.path.startswith(BRINGING):
        return False
    session, who = _session(request), _who(request)
    checked = session is not None and bool(session.get(DEVICE_ID_SESSION_KEY))
    return checked and who is not None and User.objects.filter(pk=who, kind=User.Kind.STAFF).exists()


def _who(request: HttpRequest) -> str | None:
    session = _session(request)
    return session.get(SESSION_KEY) if session else None


def _session(request: HttpRequest) -> SessionBase | None:
    name = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    return import_module(settings.SESSION_ENGINE).SessionStore(name) if name else None


class ReaderLocale:
    """The language of the signed-in reader; before sign-in, the one chosen in this browser, else the one it asks for."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the language for this request only."""
        chosen = request.session.get("language") or of_browser(request).language or translation.get_language_from_request(request)
        with translation.override(chosen):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", chosen)
        return response


class DomainErrors:
    """A rule that says no becomes a page with its sentence; nothing that was typed is lost (the browser keeps the form)."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do on the way in."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer NotAllowed with 403 and its sentence; leave everything else to Django."""
        if isinstance(exception, NotAllowed):
            return render(request, "403.html", {"sentence": exception.sentence}, status=403)
        return None


class SignInEverywhere(LoginRequiredMiddleware):
    """Every view needs sign-in unless it is marked open with `login_not_required`."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]) -> HttpResponseRedirect:
        """To the sign-in page, and back here afterwards; after 15 minutes away the page says so.

        Nothing leads back to a form that was sent: it cannot be opened by its address alone.
        """
        query = QueryDict(mutable=True)
        if request.method in ("GET", "HEAD"):
            query["next"] = request.get_full_path()
        if _was_away(request):
            query["away"] = "1"
        sign_in = resolve_url(settings.LOGIN_URL)
        return redirect(f"{sign_in}?{query.urlencode()}" if query else sign_in)


def _was_away(request: HttpRequest) -> bool:
    """Whether the browser still holds the name of a session that has ended here."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.session_key is None
