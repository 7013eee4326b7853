"""What a worker decides about one entry: open it, hold it, withhold it, write it in plain words."""

from datetime import date
from typing import Any, cast

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.exemptions import worker_grounds
from official_file.health_basis import Opinion
from people.forms.fields import DayField, WordsField

ALONE, TOGETHER = "shared", "with_support"
LATER, WITH_THEM = "later", "with_them"


class OpenForm(forms.Form):
    """How and when it opens. `opens`: the next staffed moment, in words; `needs_because`: health, or what has rules of its own."""

    how = forms.ChoiceField(
        label=_("How they read it"),
        choices=[(ALONE, _("They can read it by themselves")), (TOGETHER, _("To read together with somebody"))],
        initial=ALONE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they read it.")},
    )
    when = forms.ChoiceField(
        label=_("When it opens"), widget=forms.RadioSelect, error_messages={"required": _("Choose when it opens.")}, initial=LATER
    )
    because = WordsField(required=False, rows=2)

    def __init__(self, *args: Any, opens: str, needs_because: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = gettext("When somebody is there to talk to: %(when)s") % {"when": opens}
        cast(forms.ChoiceField, self.fields["when"]).choices = [(LATER, later), (WITH_THEM, gettext("Now. I am with them"))]
        if needs_because:
            self.fields["because"].label = needs_because
        else:
            del self.fields["because"]

    @property
    def decision(self) -> dict[str, Any]:
        """The verb's arguments."""
        given = self.cleaned_data
        return {"with_support": given["how"] == TOGETHER, "with_them": given["when"] == WITH_THEM, "because": given.get("because", "")}


class TellForm(forms.Form):
    """An everyday fact they were told about."""

    when = forms.ChoiceField(choices=[(LATER, LATER), (WITH_THEM, WITH_THEM)], required=False)


class HoldForm(forms.Form):
    """Until when: a day, an age, or something that has to happen; and why. `born`: their date of birth, where it is known."""

    until = DayField(label=_("Until"), help_text=_("On that day it is back on your list. It never opens by itself."), required=False)
    age = forms.IntegerField(label=_("Or until they are"), help_text=_("Years old."), required=False, min_value=1, max_value=99)
    event = forms.CharField(
        label=_("Or until this has happened"),
        help_text=_("For example: her nan has told her. It opens when you say that it has happened."),
        required=False,
        max_length=300,
    )
    reason = WordsField(label=_("Why it waits"), missing=_("Write why it waits."), rows=2)

    def __init__(self, *args: Any, born: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.born = born

    @property
    def decision(self) -> dict[str, Any]:
        """The verb's arguments. An age is the day on which they reach it."""
        given = self.cleaned_data
        until, age = given["until"], given.get("age")
        if until is None and age and self.born:
            until = self.born + relativedelta(years=age)
        return {"until": until, "event": given["event"], "reason": given["reason"]}

    def clean_age(self) -> int | None:
        """Raises ValidationError for an age when no date of birth is known."""
        age: int | None = self.cleaned_data["age"]
        if age and not self.born:
            raise forms.ValidationError(_("We do not know their date of birth. Choose a day."))
        return age


class WithholdForm(forms.Form):
    """On which ground, why it fits, and when somebody looks again."""

    ground = forms.ChoiceField(label=_("The ground in law"), error_messages={"required": _("Choose a ground.")})
    reason = WordsField(
        label=_("Why it fits"),
        help_text=_("Upset, age, embarrassment or jargon are not reasons in law. Hold it until somebody can be with them instead."),
        missing=_("Write why this ground fits."),
        rows=3,
    )
    review_on = DayField(label=_("Look again on"), missing=_("Choose the day on which somebody looks again."))
    opinion_by = forms.CharField(
        label=_("Only for harm by health information: name and profession of the health worker who says so"), required=False, max_length=300
    )
    opinion_on = DayField(label=_("The day they said it: not more than six months ago"), required=False)

    @property
    def decision(self) -> dict[str, Any]:
        """The verb's arguments."""
        given = dict(self.cleaned_data)
        by, on = given.pop("opinion_by"), given.pop("opinion_on")
        return given | {"opinion": Opinion(by, on) if by or on else None}

    def __init__(self, *args: Any, nation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(one.code, f"{one.title} ({one.cite})") for one in worker_grounds(nation)]
        cast(forms.ChoiceField, self.fields["ground"]).choices = [("", gettext("Choose one")), *rows]


class PlainForm(forms.Form):
    """One or two plain sentences, as the young person reads them first."""

    text = WordsField(
        label=_("What they read first, in plain words"),
        help_text=_("Speak to them: you, we. Short sentences. Say who decided, and what we do not know."),
        missing=_("Write one or two plain sentences."),
        rows=5,
    )


class CheckForm(forms.Form):
    """The second person's answer to a withholding: which button was pressed says which."""

    reason = WordsField(
        label=_("Why"),
        help_text=_("For whoever works with them. If you send it back, say what to do instead."),
        required=False,
        rows=3,
    )
