"""Wagtail kept in its box: who may see the editor's desk, which of its parts exist, and what its pages may load.

Everything under the desk answers 404 to everybody but a signed-in content editor who has passed the second factor, so that a stranger
cannot tell it from an address that does not exist. What is not in `PARTS` (Wagtail's own sign-in, passwords, users, groups,
documents, reports) is not there for anybody.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]

PARTS = (
    "pages",
    "choose-page",
    "choose-external-link",
    "choose-anchor-link",
    "choose-phone-link",
    "tag-autocomplete",
    "workflows",
    "dismissibles",
    "editing-sessions",
    "block-preview",
    "sprite",
    "jsi18n",
    "images",
    "snippets",
    "settings",
    "translation",
    "api/main/pages",
    "api/main/images",
    "bulk/wagtailcore/page",
    "bulk/wagtailimages/image",
    "bulk/cms",
)
ELSEWHERE = rf"^content/(?!$|(?:{'|'.join(PARTS)})/)(?P<rest>.*)$"
# Wagtail's editor sets styles from its scripts and shows pictures that are not saved yet. Its scripts are files of our own.
EXTRA_SOURCES = {"style-src": [UNSAFE_INLINE], "img-src": ["blob:"], "font-src": [SELF, "data:"]}


def is_content_editor(user: Any) -> bool:
    """Whether this reader may edit content: signed in, second factor passed in this session, and in the editors' group."""
    if not user.is_authenticated:
        return False
    verified = getattr(user, "is_verified", None)
    return bool(verified and verified() and user.has_perm("wagtailadmin.access_admin"))


def for_content_editors(view: View) -> View:
    """The view for a content editor, and 404 for everybody else, signed in or not."""

    @login_not_required
    @csp_update(EXTRA_SOURCES)
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_content_editor(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
