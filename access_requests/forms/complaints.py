"""A complaint, as somebody writes it, as staff take it down, and what whoever decides fills in."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from access_requests.models import Complaint
from people.forms.fields import DayField
from stories.forms import WordsField

BOX = {"rows": 5, "dir": "auto", "spellcheck": "true", "autocomplete": "off"}
To = Complaint.To
WHAT = [(str(To.COUNCIL), _("Tell you what went wrong")), (str(To.LOOK_AGAIN), _("Ask somebody else to look again at your answer"))]
WORDS = _("What went wrong?")


def _line(label: Any, hint: Any = "", **attributes: str) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=300, widget=forms.TextInput(attrs=attributes))


def _address() -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    return forms.CharField(label=_("Address"), required=False, max_length=600, widget=box)


class ComplaintForm(forms.Form):
    """Somebody we know: signed in, or with a reference and a code. `again`: there is an answer that can be looked at again."""

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    to = forms.ChoiceField(label=_("What do you want to do?"), choices=WHAT, widget=forms.RadioSelect, required=False)
    words = WordsField(label=WORDS, help_text=_("In your own words. Long or short, both are fine."), widget=forms.Textarea(attrs=BOX))
    about = forms.ChoiceField(
        label=_("Is it about somebody who works here?"),
        help_text=_("You do not have to say. Whoever it is about does not decide."),
        required=False,
    )

    def __init__(self, *arguments: Any, again: bool = False, people: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        more.setdefault("initial", {"id": uuid4(), "to": str(To.COUNCIL)})
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["about"]).choices = [("", _("Nobody, or I do not want to say")), *people]
        for name, wanted in (("to", again), ("about", bool(people))):
            if not wanted:
                del self.fields[name]


class OpenComplaintForm(ComplaintForm):
    """Somebody nobody knows: a name and a way to reach them, if they want an answer."""

    field_order = ("id", "words", "name", "email", "phone", "address")

    name = _line(_("Your name"), _("So that we know what to call you."), autocomplete="name")
    email = forms.EmailField(label=_("E-mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}))
    phone = _line(_("Phone"), autocomplete="tel", dir="ltr")
    address = _address()


class TakenDownForm(forms.Form):
    """What somebody told a member of staff, in whatever way."""

    to = forms.ChoiceField(label=_("What do they want?"), choices=To.choices, initial=To.COUNCIL, widget=forms.RadioSelect)
    received_on = DayField(
        label=_("The day it reached us"), help_text=_("The day they said or wrote it to any of us. The time counts from it.")
    )
    words = WordsField(
        label=_("What they say went wrong"), help_text=_("Their words, as near as you can."), widget=forms.Textarea(attrs=BOX)
    )
    reference = _line(_("The number of the request it is about"), _("Leave it empty when it is about none."), autocomplete="off", dir="ltr")
    child = forms.ChoiceField(label=_("Whose file is it about?"), required=False)
    name = _line(_("Who complains?"), autocomplete="off")
    phone = _line(_("Phone"), autocomplete="off", dir="ltr")
    email = forms.EmailField(label=_("E-mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "off", "dir": "ltr"}))
    address = _address()
    told = forms.BooleanField(
        label=_("I told them now that we have it"),
        required=False,
        help_text=_("If not, somebody has to, within 30 days of the day it came."),
    )

    def __init__(self, *arguments: Any, children: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["child"]).choices = [("", _("Not known, or none")), *children]


SAY: dict[str, tuple[Any, Any]] = {
    "told": (_("How did you tell them?"), _("A call, a letter, face to face.")),
    "progress": (_("How far is it?"), _("They read it.")),
    "note": (_("A note"), _("Only staff read it.")),
    "back": (_("How did they tell you?"), ""),
}


class SayForm(forms.Form):
    """Words about a complaint; `what` is one of SAY."""

    words = WordsField(widget=forms.Textarea(attrs={**BOX, "rows": 3}))

    def __init__(self, what: str, data: Any = None) -> None:
        super().__init__(data, prefix=what)
        label, hint = SAY[what]
        self.fields["words"].label, self.fields["words"].help_text = label, hint


class GiveForm(forms.Form):
    """Who looks at it."""

    decider = forms.ChoiceField(label=_("Who looks at it?"), error_messages={"required": _("Choose a name.")})

    def __init__(self, *arguments: Any, people: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["decider"]).choices = [("", _("Choose a name")), *people]


class DecideForm(forms.Form):
    """How it ended, in words they read."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=Complaint.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )
    words = WordsField(
        label=_("Your answer"),
        help_text=_("They read it with your name: what you found, what happens now, and that you are sorry where we were wrong."),
        widget=forms.Textarea(attrs=BOX),
    )
