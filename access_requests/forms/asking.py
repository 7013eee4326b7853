"""The form of one page of asking, made from its questions. Nothing typed is stripped or changed but line breaks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_requests.asking import LONGEST_LINE, LONGEST_WORDS, Asker, Kind, Question, Route, Step, can_be_reached
from people.forms.fields import DayField

NEEDS_WAY = {"email": "email", "phone": "phone", "text": "phone", "post": "address"}
GIVE_IT = {
    "email": _("You said e-mail is best. Write your e-mail address, or choose another way."),
    "phone": _("Write your phone number, or choose another way."),
    "address": _("You said a letter is best. Write your address, or choose another way."),
}
ONE_WAY = _("Give one way to reach you. Or tick that you will come back with your code.")
STILL_TO_COME = _("This day is still to come. Write the day it reached the council.")
WRONG_EMAIL = _("This does not look like an e-mail address. It needs an @ in the middle.")


class StepForm(forms.Form):
    """One page: its questions, in the words for whoever asks. `today`: no day after it is taken."""

    def __init__(
        self, step: Step, route: Route, asker: Asker, *, today: date, data: Any = None, said: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=dict(said or {}), auto_id="id_%s")
        self.step, self.route, self.today = step, route, today
        for question in step.asked_of(route, asker):
            field = _field(question)
            field.label = gettext(question.label_for(asker))
            field.help_text = gettext(question.hint_for(asker)) if question.hint else ""
            self.fields[question.key] = field

    def clean(self) -> dict[str, Any]:
        """What one box says about another: a way to be reached, and a day that has come."""
        said = super().clean() or {}
        if said.get("received_on") and said["received_on"] > self.today:
            self.add_error("received_on", STILL_TO_COME)
        if self.step.slug == "reach":
            self._check_reach(said)
        return said

    def _check_reach(self, said: dict[str, Any]) -> None:
        box = NEEDS_WAY.get(said.get("how", ""))
        if box and not said.get(box, "").strip() and box not in self.errors:
            self.add_error(box, GIVE_IT[box])
        elif self.route is not Route.SIGNED_IN and not self.errors and not can_be_reached(said):
            self.add_error("email", ONE_WAY)

    def kept(self) -> dict[str, Any]:
        """What was typed and can be kept, right or wrong, so that nothing is lost: what is not a choice of ours is left out."""
        return {
            name: _as_kept(self, name) for name in self.fields if name not in self.errors or isinstance(self.fields[name], forms.CharField)
        }


def _as_kept(form: StepForm, name: str) -> Any:
    value = form.cleaned_data.get(name, form.data.get(name, ""))
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\0", "") if isinstance(value, str) else value


class Words(forms.CharField):
    """Words as they were typed, with line breaks as LF."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        """The words, with the line breaks of every kind of phone written in one way."""
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


def _field(question: Question) -> forms.Field:
    choices = [(value, _(words)) for value, words in question.choices]
    match question.kind:
        case Kind.DAY:
            return DayField(missing=_(question.needed))
        case Kind.TICK:
            return forms.BooleanField(required=False)
        case Kind.ONE_OF:
            return forms.ChoiceField(
                choices=choices,
                required=bool(question.needed),
                widget=forms.RadioSelect,
                error_messages={"required": _(question.needed or " ")},
            )
        case Kind.ANY_OF:
            return forms.MultipleChoiceField(choices=choices, required=False, widget=forms.CheckboxSelectMultiple)
        case Kind.WORDS:
            box = forms.Textarea(attrs={"rows": 4, "spellcheck": "true", "dir": "auto", **_complete(question)})
            return Words(required=False, max_length=LONGEST_WORDS, widget=box)
    return _line(question)


def _line(question: Question) -> forms.Field:
    attrs = {"dir": "auto", **_complete(question)}
    if question.key == "email":
        attrs |= {"inputmode": "email", "dir": "ltr"}
    if question.key == "phone":
        attrs |= {"inputmode": "tel", "dir": "ltr"}
    line = Words(
        required=bool(question.needed),
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"required": _(question.needed or " ")},
    )
    if question.key == "email":
        line.validators.append(EmailValidator(WRONG_EMAIL))
    return line


def _complete(question: Question) -> dict[str, str]:
    return {"autocomplete": question.autocomplete} if question.autocomplete else {}
