"""What a worker answers about a person; what a young person calls one; names over time."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.forms.fields import DayField, NameField
from people.models import ChildName
from people.names import InvisibleSigns, tidy

KNOWN, NOT_KNOWN, LATER, TAKE_BACK = "known", "not_known", "later", "take_back"
INVISIBLE = _("This name holds signs that cannot be seen. Type it again, letter by letter.")
KINDS = [(kind.value, kind.label) for kind in ChildName.Kind if kind != ChildName.Kind.KNOWN_AS]


class AnswerForm(forms.Form):
    """Which button was pressed; for "ask me later" a day."""

    answer = forms.ChoiceField(choices=[(one, one) for one in (KNOWN, NOT_KNOWN, LATER, TAKE_BACK)])
    ask_again_on = DayField(label=_("Ask again on"), required=False)


class OwnWord(forms.Form):
    """One word or a few; empty takes it back."""

    own_word = forms.CharField(
        label=_("What do you call them?"),
        help_text=_("Use your own word. You can leave it empty, and you can change it at any time."),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("That is too long for one name. Use a short one.")},
    )

    def clean_own_word(self) -> str:
        """Written in one way. Raises ValidationError for signs that nobody sees."""
        try:
            return tidy(self.cleaned_data["own_word"])
        except InvisibleSigns as hidden:
            raise ValidationError(INVISIBLE) from hidden


class NameForm(forms.Form):
    """A name and its days."""

    name = NameField(label=_("The name"), max_length=300, error_messages={"required": _("Type the name.")})
    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS, initial=ChildName.Kind.LEGAL)
    starts = DayField(label=_("First day"), help_text=_("Leave it empty when nobody knows."), required=False)
    ends = DayField(label=_("Last day"), help_text=_("Leave it empty while it is theirs."), required=False)

    def __init__(self, *args: Any, known_as: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        if known_as:  # a name they were called by before: its kind stays
            del self.fields["kind"]


class KnownAsForm(forms.Form):
    """What they are called now, and since when."""

    known_as = NameField(label=_("What are they called now?"), max_length=300, error_messages={"required": _("Type the name they use.")})
    on = DayField(label=_("Since"), missing=_("Choose the day since which they use it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["known_as"].widget.attrs["autocomplete"] = "off"
