"""Signing in, changing a passphrase, and the second code. What is checked is allauth's; the words are ours."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.utils.translation import gettext_lazy as _

from people.encryption import decrypt, encrypt

AS_IT_IS = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}  # a keyboard changes nothing, seen or unseen


class _OurWords(forms.Form):
    """Labels and hints of our own; no placeholder repeats a label, and no link leads to a page we do not have."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    missing: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if isinstance(field.widget, forms.PasswordInput):
                field.widget.attrs.update(AS_IT_IS)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]


class SignInForm(_OurWords, LoginForm):
    """A name and a passphrase."""

    labels = {"login": _("The name you sign in with"), "password": _("Your passphrase")}
    missing = {"login": _("Type the name you sign in with."), "password": _("Type your passphrase.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs.update(AS_IT_IS)


class NewPassphraseForm(_OurWords, ChangePasswordForm):
    """The passphrase of now, and the new one twice."""

    labels = {
        "oldpassword": _("The passphrase you have now"),
        "password1": _("Your new passphrase"),
        "password2": _("The new passphrase once more"),
    }
    hints = {"password1": _("Twelve letters or more. Three random words are easy to keep in your head.")}
    missing = {
        "oldpassword": _("Type the passphrase you have now."),
        "password1": _("Type a new passphrase."),
        "password2": _("Type the new passphrase once more."),
    }

    def clean(self) -> dict[str, Any]:
        """Refuse the one they have now, however it is typed: the first passphrase of staff was an account manager's to know."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("password1") and self.user.check_password(given["password1"]):
            self.add_error("password1", _("This is the one you have now. Choose another one."))
        return given


class PassphraseAgainForm(_OurWords, ReauthenticateForm):
    """The passphrase, before something that keeps the account safe is changed."""

    labels = {"password": _("Your passphrase")}
    missing = {"password": _("Type your passphrase.")}


class _SixNumbers(_OurWords):
    labels = {"code": _("Six numbers")}
    missing = {"code": _("Type the six numbers your app shows.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(inputmode="numeric", autocomplete="one-time-code", autofocus=True)


class SecondCodeForm(_SixNumbers, AuthenticateForm):
    """The second step of signing in: the app's numbers, or a spare code."""


class SecondCodeAgainForm(_SixNumbers, CodeAgainForm):
    """The numbers once more, for a session that has not shown them yet."""


class EnrolForm(_SixNumbers, ActivateTOTPForm):
    """Setting up the app. Until the first right number, the secret waits in the session, encrypted like every other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        waiting = SECRET_SESSION_KEY in session
        super().__init__(*args, **kwargs)
        if self.is_bound and waiting:
            self.secret: str = decrypt(self.secret)
        else:
            session[SECRET_SESSION_KEY] = encrypt(self.secret)
