"""The two doors. A young person's page gets its child; a staff page needs a second factor and a permission.

Anybody else gets the answer for a page that does not exist.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.errors import NotAllowed
from people.models import Child, User
from people.roles import Permission

Params = ParamSpec("Params")
View = Callable[Concatenate[HttpRequest, Params], HttpResponseBase]


def current_user(request: HttpRequest) -> User:
    """The signed-in user. Raises Http404 when nobody is signed in."""
    if not request.user.is_authenticated:
        raise Http404
    return request.user


def young_person_page(
    view: Callable[Concatenate[HttpRequest, Child, Params], HttpResponseBase],
) -> View[Params]:
    """Only for a young person, who is handed their own Child. Until the first-use notice is read, it comes first."""

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponseBase:
        child = own_child(request)
        if child.notice_acknowledged_at is None:
            return redirect("portal:welcome")
        return view(request, child, *args, **kwargs)

    return wrapped


def own_child(request: HttpRequest) -> Child:
    """The Child whose account this is. Raises Http404 for staff, and NotAllowed, saying what to do, when a death closed the account."""
    user = current_user(request)
    child = None if user.is_staff else Child.objects.visible_to(user, timezone.now()).first()
    if child is None and Child.objects.filter(user=user.pk).exists():
        raise NotAllowed("closed", _("This sign-in is closed. Ask your worker, or the people under Help, to open it again."))
    if child is None:
        raise Http404
    return cast(Child, child)


def staff_page(*permissions: Permission) -> Callable[[View[Params]], View[Params]]:
    """Only for staff whose second factor was checked in this session, and who hold one of `permissions` (none: any staff)."""

    def decorate(view: View[Params]) -> View[Params]:
        @wraps(view)
        def wrapped(request: HttpRequest, /, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponseBase:
            user = current_user(request)
            if not user.is_staff:
                raise Http404
            if not is_verified(user):
                return redirect("second_factor")
            now = timezone.now()
            if permissions and not any(user.may(permission, now) for permission in permissions):
                raise Http404
            return view(request, *args, **kwargs)

        return wrapped

    return decorate


def is_verified(user: Any) -> bool:
    """Whether django-otp counts this session's second factor as checked."""
    return bool(getattr(user, "is_verified", lambda: False)())


def child_for(request: HttpRequest, child_id: Any) -> Child:
    """The child with this id, through reach. Raises Http404 for a stranger, exactly as for an id that does not exist."""
    child = Child.objects.visible_to(current_user(request), timezone.now()).filter(pk=child_id).first()
    if child is None:
        raise Http404
    return cast(Child, child)


def not_found(_request: HttpRequest) -> HttpResponse:
    """The answer for what is not here, or not theirs."""
    raise Http404
