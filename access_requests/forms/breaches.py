"""A personal data breach written down, and each step about it."""

from datetime import datetime
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from access_requests.models import BreachStep, DataBreach
from law.working_time import StaffedHours
from people.forms.fields import DayField, WordsField

MOST_PEOPLE = 1_000_000
WRONG_TIME = _("We need a time like 14:30.")


class MomentForm(forms.Form):
    """A day and a time on the council's clock."""

    day = DayField(label=_("Which day"))
    hour = forms.TimeField(
        label=_("What time, about"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"required": WRONG_TIME, "invalid": WRONG_TIME},
    )

    def moment(self) -> datetime:
        """The instant that was meant."""
        return StaffedHours().moment(self.cleaned_data["day"], self.cleaned_data["hour"])


class BreachForm(MomentForm):
    """What happened, and when it was noticed. No names."""

    pk = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    what = forms.ChoiceField(
        label=_("What happened"),
        widget=forms.RadioSelect,
        choices=DataBreach.What.choices,
        error_messages={"required": _("Choose what happened.")},
    )
    happened = WordsField(
        label=_("In a few sentences"),
        help_text=_("What, where, how it was noticed. Leave out the names of children."),
        missing=_("Write what happened, as far as you know."),
        rows=5,
    )
    people = forms.IntegerField(label=_("How many people it touches, if you know"), required=False, min_value=0, max_value=MOST_PEOPLE)
    field_order = ("pk", "what", "happened", "day", "hour", "people")


class StepForm(MomentForm):
    """One thing done or decided."""

    kind = forms.ChoiceField(
        label=_("What was done or decided"), widget=forms.RadioSelect, error_messages={"required": _("Choose what was done.")}
    )
    risk = forms.ChoiceField(label=_("How great the risk is, where you weighed it"), required=False)
    words = WordsField(
        label=_("In a sentence: what, and why"),
        help_text=_("Where the Commissioner is told after the 72 hours: why it is late."),
        missing=_("Write it in a sentence: what was done or decided, and why."),
        rows=4,
    )
    people = forms.IntegerField(
        label=_("How many people it touches, if you know more now"), required=False, min_value=0, max_value=1_000_000
    )
    field_order = ("kind", "risk", "words", "day", "hour", "people")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["kind"]).choices = BreachStep.Kind.choices
        cast(forms.ChoiceField, self.fields["risk"]).choices = [("", _("Not weighed just now")), *DataBreach.Risk.choices]
