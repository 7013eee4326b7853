"""Writing once about something that concerned several children."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from official_file.together import Together
from people.forms.fields import DayField, WordsField
from people.models import Child


class TogetherForm(forms.Form):
    """What was the same for all, and one box for each child's own part."""

    kind = forms.ChoiceField(
        label=_("What it was"),
        choices=[("visit", _("A visit")), ("note", _("Something else that happened")), ("decision", _("A decision"))],
        initial="visit",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it was.")},
    )
    day = DayField(label=_("The day"), missing=_("Write the day it happened."))
    title = forms.CharField(
        label=_("Heading"),
        help_text=_("It stands in each file, so it names none of them."),
        max_length=200,
        error_messages={"required": _("Write a heading of a few words.")},
    )
    common = WordsField(
        label=_("What was the same for all"), help_text=_("It stands in each file, so it names none of them."), required=False, rows=5
    )

    def __init__(self, *args: Any, children: Sequence[Child], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = list(children)
        for child in self.children:
            self.fields[f"part_{child.pk}"] = WordsField(
                label=_("Only about %(name)s") % {"name": child.known_as},
                help_text=_("It stands in this file alone."),
                required=False,
                rows=4,
            )
        self.fields["names_are_right"] = forms.BooleanField(
            label=_("A name of another child stands there, and that is right"), required=False
        )

    def said(self) -> Together:
        """What was written, when the form is valid."""
        given = self.cleaned_data
        parts = {child.pk: given[f"part_{child.pk}"] for child in self.children}
        return Together(given["kind"], given["day"], given["title"], given["common"], parts)
