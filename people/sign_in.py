"""How allauth behaves here: nobody signs up by themselves, nobody has an e-mail, secrets are encrypted."""

import time
from datetime import UTC, datetime
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.access import current_user
from people.encryption import decrypt, encrypt
from people.models import Child, ReadingPreference, User
from people.passphrase import as_typed

WRONG = _("This name and this passphrase do not fit together. Check both and try again.")
TOO_OFTEN = _("That was wrong too many times. Wait five minutes, then try again. If you are stuck, ask someone to help.")


class SignInBackend(AuthenticationBackend):
    """A name and a passphrase. A name that nobody has takes as long as one that somebody has."""

    def get_user(self, user_id: Any) -> User | None:
        """Whose session this is, with how they like their pages: every page asks for both."""
        user = User.objects.select_related("reading_preference").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def _mitigate_timing_attack(self, password: str) -> None:
        """Work as long as `User.check_password` does over a wrong passphrase: once for each way it may be meant."""
        for one in as_typed(password):
            super()._mitigate_timing_attack(one)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a join code or by an account manager, never by a form on the internet."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "invalid_login": WRONG,
        "username_password_mismatch": WRONG,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "account_inactive": _("This sign-in is closed. Ask your worker, or the people under Help, to open it again."),
        "incorrect_password": _("That is not your passphrase. Check each word and try again."),
        "enter_current_password": _("That is not the passphrase you have now. Check each word and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff go to their desk, young people home. Where they were going comes first (allauth checks it is ours)."""
        return reverse("portal:desk") if getattr(request.user, "is_staff", False) else reverse("portal:home")

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Write the sign-in down. Without that row there is no sign-in: the session is stored only after it."""
        with transaction.atomic():
            child = None if user.is_staff else Child.objects.filter(user=user).first()
            record(Event.SIGNED_IN, child=child.pk if child else None, by=user.who(), at=datetime.now(UTC))
        if ReadingPreference.objects.filter(user=user).exists():
            request.session["language"] = user.language  # what they chose goes with them to every phone
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return redirect("mfa_index") if used_a_spare_code(request, user) else response

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Nobody is asked again within five minutes of signing in: they have just shown that it is them."""
        request = context.request
        records = get_authentication_records(request, request.user) if request else []
        newest = max((one["at"] for one in records), default=0)
        recent = time.time() - newest < app_settings.REAUTHENTICATION_TIMEOUT
        return not recent and super().is_reauthentication_required(app=app, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing to do: we hold nobody's address and send no record by mail."""

    def send_account_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing to do: we hold nobody's address."""


def ask_passphrase_again(request: HttpRequest) -> None:
    """From now on this session asks for the passphrase, however lately it was given: the phone may be handed on the next minute."""
    records = get_authentication_records(request, current_user(request))
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [{**one, "at": 0} for one in records]


def used_a_spare_code(request: HttpRequest, user: User) -> bool:
    """Whether this session's second step was a spare code: then the app should be set up again."""
    spare = Authenticator.Type.RECOVERY_CODES
    return any(one.get("type") == spare for one in get_authentication_records(request, user))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second-factor secrets are encrypted at rest (allauth's default stores them in clear)."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Those numbers are not right. Wait for the next ones on your phone and type those."),
    }

    def encrypt(self, text: str) -> str:
        """As stored."""
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As used."""
        return decrypt(encrypted_text)
