"""What a search came to, who is asked to search, one more place, and organisations that are asked before their words are given."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from access_requests.models import Consultation, SearchAnswer
from access_requests.sources import ADOPTION, NAMED
from people.forms.fields import DayField, NameField, WordsField


class SearchForm(forms.Form):
    """What came of searching one place."""

    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=SearchAnswer.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    terms = WordsField(
        label=_("What you searched for"),
        help_text=_("Each name, each number, which years, which boxes. Take out what you did not use."),
        required=False,
        rows=4,
    )
    covers_from = DayField(
        label=_("From which day this place holds anything"), help_text=_("The first of January will do."), required=False
    )
    covers_to = DayField(label=_("To which day"), help_text=_("Leave it empty when it goes on."), required=False)
    words = WordsField(
        label=_("Anything to say about it"),
        help_text=_("When it is not ours, or cannot be found or searched: why, and who may know more."),
        required=False,
        rows=3,
    )
    searched_on = DayField(label=_("The day it was searched"), missing=_("Choose the day on which it was searched."))

    def __init__(self, *args: Any, source: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if source == ADOPTION:
            for name in ("terms", "covers_from", "covers_to"):
                del self.fields[name]
            chosen = cast(forms.ChoiceField, self.fields["outcome"])
            chosen.choices = [(SearchAnswer.Outcome.NOT_OURS, _("Handed to the adoption agency"))]
            chosen.initial = SearchAnswer.Outcome.NOT_OURS
            self.fields["words"].label = _("Whom you told")
            self.fields["words"].help_text = _("And how they reach the person. Nothing about what may be there.")
            self.fields["searched_on"].label = _("The day you told them")


class SeveralForm(SearchForm):
    """The same for several places."""

    places = forms.MultipleChoiceField(
        label=_("Which places"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Choose at least one place.")}
    )
    field_order = ("places", "outcome", "terms", "covers_from", "covers_to", "words", "searched_on")

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["places"]).choices = places


class AskForm(forms.Form):
    """Who is asked to search: a colleague here, or anybody else."""

    worker = forms.ChoiceField(label=_("A colleague"), required=False, help_text=_("It stands on their own page, with five working days."))
    asked = NameField(
        label=_("Or somebody else"), required=False, max_length=300, help_text=_("For example: the surgery, by letter of 3 November.")
    )
    words = WordsField(label=_("What to tell your colleague"), required=False, rows=2)

    def __init__(self, *args: Any, colleagues: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["worker"]).choices = [("", _("Choose a name")), *colleagues]


class PlaceForm(forms.Form):
    """One more place."""

    source = forms.ChoiceField(
        label=_("What kind of place"), choices=[(one.slug, _(one.name)) for one in NAMED], error_messages={"required": _("Choose one.")}
    )
    name = NameField(label=_("What it is called"), max_length=300, error_messages={"required": _("Write what the place is called.")})


class ConsultForm(forms.Form):
    """An organisation that is asked."""

    organisation = NameField(
        label=_("Which organisation"), max_length=300, error_messages={"required": _("Write which organisation was asked.")}
    )
    about = WordsField(
        label=_("What of theirs it is about"),
        help_text=_("A letter of a day, minutes, a report. Not what it says."),
        missing=_("Write what of theirs it is about: a letter, minutes, a report. Not what it says."),
        rows=2,
    )
    asked_on = DayField(label=_("The day they were asked"), missing=_("Choose the day on which they were asked."))


class ChaseForm(forms.Form):
    """The day an organisation was asked once more."""

    on = DayField(label=_("The day you asked again"), missing=_("Choose the day on which you asked again."))


class SaidForm(forms.Form):
    """What an organisation answered."""

    says = forms.ChoiceField(
        label=_("What they said"),
        choices=Consultation.Says.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they said.")},
    )
    answer = WordsField(
        label=_("What they want hidden, and why"), help_text=_("A wish without a reason hides nothing."), required=False, rows=3
    )
    answered_on = DayField(label=_("The day they answered"), missing=_("Choose the day on which they answered."))
