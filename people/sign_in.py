"""How allauth behaves here: nobody signs up by themselves, nobody has an e-mail, secrets are encrypted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse

from people.encryption import decrypt, encrypt


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a join code or by an account manager, never by a form on the internet."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff go to their desk, young people home. Where they were going comes first (allauth checks it is ours)."""
        return reverse("portal:desk") if getattr(request.user, "is_staff", False) else reverse("portal:home")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing to do: we hold nobody's address and send no record by mail."""

    def send_account_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing to do: we hold nobody's address."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second-factor secrets are encrypted at rest (allauth's default stores them in clear)."""

    def encrypt(self, text: str) -> str:
        """As stored."""
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As used."""
        return decrypt(encrypted_text)
