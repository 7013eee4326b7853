"""How a young person wants to be told that something is new."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from people.models import ContactWay

LABELS = {"email": _("By e-mail"), "sms": _("By text message")}
NEEDED = {"required": _("Write it in the box first.")}
CLOCK = {"type": "time"}
A_TIME = {"invalid": _("Write a time, like 20:00."), "required": _("Write a time, like 20:00.")}


class AddressForm(forms.Form):
    """An address to be told at. `kinds`: the ways the council has set up."""

    kind = forms.ChoiceField(label=_("How should we tell you?"), widget=forms.RadioSelect, error_messages={"required": _("Choose one.")})
    address = forms.CharField(
        label=_("Your e-mail address or phone number"),
        help_text=_("Choose one that only you read."),
        max_length=300,
        error_messages=NEEDED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(kind), label) for kind, label in LABELS.items() if kind in kinds]
        cast(forms.ChoiceField, self.fields["kind"]).choices = choices
        if len(choices) == 1:
            self.initial.setdefault("kind", choices[0][0])


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=_("The code we sent you"),
        help_text=_("Six numbers. It works for half an hour."),
        max_length=20,
        error_messages=NEEDED,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}),
    )


class WhenForm(forms.Form):
    """Quiet hours, and one reminder."""

    quiet_from = forms.TimeField(
        label=_("Quiet from"),
        widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        error_messages={"invalid": _("Write a time, like 20:00.")},
    )
    quiet_until = forms.TimeField(
        label=_("Quiet until"),
        widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        error_messages={"invalid": _("Write a time, like 08:00.")},
    )
    remind = forms.BooleanField(
        label=_("Remind me once"),
        help_text=_("Three days later, if you have not looked. Never more than once."),
        required=False,
    )


def kind_in_words(way: ContactWay) -> str:
    """How they are told."""
    return str(LABELS[way.kind])
