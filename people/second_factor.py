"""After allauth has checked a second factor, say so to django-otp, whose `is_verified` gates every staff page."""

from collections.abc import Callable

import django_otp
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse

from people.access import is_verified
from people.models import SecondFactorDevice, User


class SecondFactorBridge:
    """Middleware, right after OTPMiddleware: a session that passed allauth's second factor counts as verified."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the user verified when this session's sign-in records hold a second factor that still exists."""
        user = request.user
        if isinstance(user, User) and user.is_staff and not is_verified(user):
            authenticator = _app_shown_in(request, user)
            if authenticator:
                device, _made = SecondFactorDevice.objects.get_or_create(
                    authenticator=authenticator, defaults={"user": user, "name": "second factor", "confirmed": True}
                )
                django_otp.login(request, device)
        return self.get_response(request)


def _app_shown_in(request: HttpRequest, user: User) -> Authenticator | None:
    """The app of this user, when this session showed a code of a factor that is still theirs.

    A factor that was reset since does not count: an old session must not become verified by a new app.
    """
    shown = {record.get("id") for record in get_authentication_records(request, user) if record.get("method") == "mfa"}
    if not shown:
        return None
    mine = list(Authenticator.objects.filter(user=user))
    still_mine = any(authenticator.pk in shown for authenticator in mine)
    return next((one for one in mine if one.type == Authenticator.Type.TOTP), None) if still_mine else None
