"""The two doors of somebody without an account: back to what is not sent, and to a request that was."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

AS_TYPED = {
    "autocapitalize": "characters",
    "spellcheck": "false",
    "autocorrect": "off",
    "autocomplete": "off",
    "dir": "ltr",
    "data-code": True,
}


def _code(hint: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Your code"),
        help_text=hint,
        max_length=40,
        error_messages={"required": _("Type the code. It has twelve letters and numbers.")},
        widget=forms.TextInput(attrs=AS_TYPED | {"autocomplete": "one-time-code"}),
    )


def _reference() -> forms.CharField:
    return forms.CharField(
        label=_("Your reference"),
        help_text=_("It has eight letters and numbers, like 7K3M-9QXB."),
        max_length=40,
        error_messages={"required": _("Type the reference. It is in every letter from us.")},
        widget=forms.TextInput(attrs=AS_TYPED),
    )


class CodeForm(forms.Form):
    """Back to a request that is not sent yet."""

    code = _code(_("It has twelve letters and numbers. Capital letters or small ones both work."))


class DoorForm(forms.Form):
    """To a request that was sent."""

    reference = _reference()
    code = _code(_("The newest one you have. Each code works once."))


class NewCodeForm(forms.Form):
    """Somebody has lost their code: a new one goes where they said we can reach them."""

    reference = _reference()
