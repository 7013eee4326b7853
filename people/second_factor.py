"""After allauth has checked a second factor, say so to django-otp, whose `is_verified` gates every staff page."""

from collections.abc import Callable

import django_otp
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse

from people.models import SecondFactorDevice


class SecondFactorBridge:
    """Middleware, right after OTPMiddleware: a session that passed allauth's second factor counts as verified."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the user verified when this session's sign-in records hold a second factor that still exists."""
        user = request.user
        if user.is_authenticated and user.is_staff and not user.is_verified():
            passed = any(record.get("method") == "mfa" for record in get_authentication_records(request, user))
            authenticator = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first() if passed else None
            if authenticator:
                device, _made = SecondFactorDevice.objects.get_or_create(
                    authenticator=authenticator, defaults={"user": user, "name": "second factor", "confirmed": True}
                )
                django_otp.login(request, device)
        return self.get_response(request)
