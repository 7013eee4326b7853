"""What an officer says of one thing, of a conflict and of the whole; what the second person writes."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_requests.models import ConflictAnswer
from access_requests.pack import Says
from law.holding_back import NO, YES, Answer, questions, usable
from people.forms.fields import DayField, WordsField


class SayForm(forms.Form):
    """Give it whole, or with parts hidden first. What is about health says why the law lets it be given."""

    says = forms.ChoiceField(choices=[(Says.GIVE, ""), (Says.HIDE_PARTS, "")], error_messages={"required": _("Press one of the buttons.")})
    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)
    why = WordsField(
        label=_("Which parts have to be hidden, and why"),
        help_text=_("For the person who hides them. Only when parts have to be hidden."),
        required=False,
        rows=2,
    )
    health = forms.BooleanField(label=_("It says something about health"), required=False)
    known = WordsField(label=_("They know it already: how do we know that?"), required=False, rows=2)
    opinion_by = forms.CharField(
        label=_("Or a health worker says that it does no serious harm: name and profession"), required=False, max_length=300
    )
    opinion_on = DayField(label=_("The day they said it: not more than six months ago"), required=False)

    @property
    def said(self) -> dict[str, Any]:
        """What the verb takes."""
        given = self.cleaned_data
        words = {name: str(given[name] or "") for name in ("known", "opinion_by", "opinion_on")}
        basis = words | ({"health": YES} if given["health"] else {})
        return {"says": Says(given["says"]), "seen": given["seen"], "why": given["why"], "basis": basis}

    def refuse(self, code: str, sentence: str) -> None:
        """Put a refusal where it belongs."""
        name = code.partition(":")[2]
        self.add_error(name if name in self.fields else None, sentence)


class GroundForm(forms.Form):
    """The first step of holding all of it back: which ground."""

    ground = forms.ChoiceField(label=_("The ground in law"), error_messages={"required": _("Choose a ground.")})

    def __init__(self, *args: Any, for_themselves: bool, nation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(one.code, f"{gettext(one.title)} ({one.cite})") for one in usable(for_themselves=for_themselves, nation=nation)]
        cast(forms.ChoiceField, self.fields["ground"]).choices = [("", gettext("Choose one")), *rows]


class HoldForm(forms.Form):
    """The second step: everything this ground asks, and why it fits."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)
    ground = forms.CharField(widget=forms.HiddenInput, max_length=40)
    why = WordsField(
        label=_("Why this ground fits"),
        help_text=_("Upset, age, embarrassment, an old record or much work are no reasons in law."),
        missing=_("Write why this ground fits."),
    )

    def __init__(self, *args: Any, ground: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = ground
        self.initial.setdefault("ground", ground)
        for one in questions(ground):
            self.fields[f"basis_{one.name}"] = self._field(one.how, gettext(one.label), gettext(one.hint) if one.hint else "")

    @staticmethod
    def _field(how: str, label: str, hint: str) -> forms.Field:
        if how == Answer.DAY:
            return DayField(label=label, help_text=hint)
        if how == Answer.CHOICE:
            choices = [(NO, _("No")), (YES, _("Yes"))]
            missing = {"required": _("Choose yes or no.")}
            return forms.ChoiceField(label=label, help_text=hint, choices=choices, widget=forms.RadioSelect, error_messages=missing)
        return WordsField(label=label, help_text=hint, rows=2)

    @property
    def asked(self) -> Iterator[forms.BoundField]:
        """The questions of the law, in their order."""
        return (self[name] for name in self.fields if name.startswith("basis_"))

    @property
    def said(self) -> dict[str, Any]:
        """What the verb takes."""
        given = self.cleaned_data
        basis = {name.removeprefix("basis_"): str(value) for name, value in given.items() if name.startswith("basis_")}
        return {"says": Says.HOLD_BACK, "seen": given["seen"], "ground": given["ground"], "why": given["why"], "basis": basis}

    def refuse(self, code: str, sentence: str) -> None:
        """Put a refusal where it belongs."""
        name = f"basis_{code.partition(':')[2]}"
        self.add_error(name if name in self.fields else "why" if code == "not_a_reason" else None, sentence)


class ConflictForm(forms.Form):
    """Which of two that cannot both be right is right, and how we know."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    says = forms.ChoiceField(
        label=_("What did you find out?"),
        choices=ConflictAnswer.Says.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found out.")},
    )
    right = forms.ChoiceField(label=_("Which is right, if we know"), required=False)
    words = WordsField(
        label=_("In plain words, for the person the file is about"),
        help_text=_("They read it beside these papers. The papers are given as they are."),
        missing=_("Write what you found out, in plain words."),
        rows=2,
    )

    def __init__(self, *args: Any, things: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["right"]).choices = [("", gettext("We do not know")), *things]


class ProposeForm(forms.Form):
    """What to answer. For a refusal: on which reason of the law, and what shows it."""

    answer = forms.ChoiceField(
        label=_("What should we answer?"), widget=forms.RadioSelect, error_messages={"required": _("Choose an answer.")}
    )
    ground = forms.ChoiceField(label=_("Only when we say no to all of it: the reason in law"), required=False)
    why = WordsField(
        label=_("What the second person needs to know"), help_text=_("When we say no to all of it: what shows it."), required=False
    )

    def __init__(self, *args: Any, answers: Sequence[tuple[str, str]], grounds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["answer"]).choices = list(answers)
        cast(forms.ChoiceField, self.fields["ground"]).choices = [("", gettext("Choose one")), *grounds]


class SentenceForm(forms.Form):
    """Why something goes back."""

    words = WordsField(label=_("Why?"), help_text=_("Those who read it see this. The person who asked does not."), rows=3)


class CheckedForm(forms.Form):
    """The second person agrees: to the very pack they were shown."""

    pack = forms.CharField(widget=forms.HiddenInput, max_length=64)
    words = WordsField(label=_("A note, if you like"), required=False, rows=2)
