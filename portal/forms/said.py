"""Writing down what a young person said."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms.fields import DayField, WordsField
from portal.forms.inviting import LetterForm


class SaidForm(LetterForm):
    """Their words as they said them, the day, and whether they wrote them down too."""

    day = DayField(label=_("When they said it"), missing=_("Choose the day they said it."))
    together = forms.BooleanField(
        label=_("We wrote this down together, and they read it"),
        help_text=_("Then it says so, to them and to everybody who reads it."),
        required=False,
    )
    field_order = ("day", "text", "together", "title", "opens")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Nothing is cut while it is typed or pasted: what is too long is said.
        self.fields["text"] = WordsField(
            label=_("What they said, in their words"),
            help_text=_("Word for word where you can. What you think of it belongs in a note of its own."),
            missing=_("Write what they said."),
            rows=10,
            strip=False,
            max_length=None,
        )
        self.order_fields(self.field_order)
