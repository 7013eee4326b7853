"""The few answers Wagtail does not give: pictures of help pages, the editor's way out, and closed doors."""

import mimetypes

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

PICTURES = "images/"  # the re-encoded copies; the originals an editor gave are never served
A_WEEK = 7 * 24 * 60 * 60


@login_not_required
@require_GET
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of a help page, open to everybody, from whichever storage holds it. Raises Http404."""
    kind = mimetypes.guess_type(name)[0] or ""
    path = PICTURES + name
    if not kind.startswith("image/") or not default_storage.exists(path):
        raise Http404
    return FileResponse(default_storage.open(path), content_type=kind, headers={"Cache-Control": f"public, max-age={A_WEEK}"})


@login_not_required
def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A part of Wagtail that this product does not use: the same answer as for nothing. Raises Http404."""
    raise Http404


def to_first_page(request: HttpRequest) -> HttpResponse:
    """Wagtail's page about one's own account is not used: the product has its own."""
    return redirect("portal:home")


def sign_out(request: HttpRequest) -> HttpResponse:
    """Wagtail's sign-out button, handed on with its form to the product's own sign-out."""
    return redirect(reverse("account_logout"), preserve_request=True)
