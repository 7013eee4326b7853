"""The two questions of joining: the code from your worker, then a name and a passphrase of your own."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from people.models import User

NAME_LETTERS = RegexValidator(r"^[\w.\-]+$", _("Use letters, numbers, dots and dashes only, with no spaces."))


class CodeForm(forms.Form):
    """The one-time code."""

    code = forms.CharField(
        label=_("What is your code?"),
        help_text=_("It is on the paper your worker gave you. Capital letters or small ones both work."),
        max_length=40,
        error_messages={"required": _("Type the code from the paper.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false", "autocorrect": "off"}
        ),
    )


class NameForm(forms.Form):
    """A user name and a passphrase, which is shown while it is chosen. Whether the name is free is asked when joining."""

    username = forms.CharField(
        label=_("A name to sign in with"),
        help_text=_("Choose one that does not say who you are. For example: bluefox7."),
        min_length=3,
        max_length=60,
        validators=[NAME_LETTERS],
        error_messages={"required": _("Choose a name to sign in with."), "min_length": _("Use three letters or more.")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    passphrase = forms.CharField(
        label=_("Your passphrase"),
        help_text=_("Three random words are easy to keep in your head. You can use these three or type your own."),
        max_length=200,
        strip=False,
        error_messages={"required": _("Choose three words.")},
        widget=forms.TextInput(attrs={"autocomplete": "new-password", "autocapitalize": "none", "spellcheck": "false"}),
    )
    again = forms.CharField(
        label=_("Type it once more"),
        help_text=_("So that your hands know it."),
        max_length=200,
        strip=False,
        error_messages={"required": _("Type the same words once more.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_passphrase(self) -> str:
        """Refuse a passphrase that is short, common, or the name itself."""
        passphrase: str = self.cleaned_data["passphrase"]
        validate_password(passphrase, User(username=self.cleaned_data.get("username", "")))
        return passphrase

    def clean(self) -> dict[str, Any]:
        """Refuse when the two are not the same."""
        cleaned = super().clean() or {}
        if {"passphrase", "again"} <= cleaned.keys() and cleaned["passphrase"] != cleaned["again"]:
            self.add_error("again", _("These are not the same words. Look at the first box and type them once more."))
        return cleaned
