"""What arrives about photos, drawings and recordings. Words are taken exactly; everything else is optional."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stories.forms import WordsField
from stories.recipes import WHOLE
from stories.verbatim import MOST_TO_SEND

PHOTOS = "image/*,.heic,.heif"
SOUNDS = "audio/*"
PER_CENT = 100
A_LOT = 200


class AddForm(forms.Form):
    """What comes with files for a draft. `upload` is the page's own: the same file sent twice from it is one.

    `place`: its turn among the others. What the files are is asked of their bytes, not here.
    """

    upload = forms.UUIDField(widget=forms.HiddenInput)
    place = forms.IntegerField(required=False, min_value=1, max_value=A_LOT, widget=forms.HiddenInput)

    @staticmethod
    def start() -> dict[str, Any]:
        """What a new page begins with."""
        return {"upload": uuid4()}


class SaidForm(forms.Form):
    """What its author says about one photo, drawing or recording. Nothing here must be answered."""

    words = WordsField(label=_("What do you want to say about it?"))
    in_words = WordsField(label=_("What does it show?"))
    others_shown = forms.BooleanField(required=False, label=_("Other people are in it"))
    is_drawing = forms.BooleanField(required=False, label=_("It is a drawing"))

    def __init__(self, *args: Any, is_sound: bool = False, **options: Any) -> None:
        """A recording says something, and nobody draws it."""
        super().__init__(*args, **options)
        plain = {"dir": "auto", "autocomplete": "off", "spellcheck": "true"}
        self.fields["words"].widget = forms.Textarea(attrs={"rows": 3, **plain})
        self.fields["in_words"].widget = forms.Textarea(attrs={"rows": 4, **plain})
        if is_sound:
            self.fields["in_words"].label = _("What do you say in it?")
            self.fields["in_words"].help_text = _("For somebody who cannot hear it. You can leave this to your worker.")
            del self.fields["others_shown"], self.fields["is_drawing"]
        else:
            self.fields["in_words"].help_text = _("For somebody who cannot see it. You can leave this to your worker.")

    def clean(self) -> dict[str, Any]:
        """Refuse, with a sentence, what is longer than anybody can read: nothing is cut."""
        data = super().clean() or {}
        for name in ("words", "in_words"):
            if len(data.get(name, "")) > MOST_TO_SEND:
                too_long = gettext("This is {length} letters long. We can take {most} here. Put the rest under a new one.")
                self.add_error(name, ValidationError(too_long.format(length=len(data[name]), most=MOST_TO_SEND)))
        return data


class PartForm(forms.Form):
    """A part of what is shown, by how far its edges are from the left and from the top, in per cent."""

    left = forms.IntegerField(label=_("Left edge"), min_value=0, max_value=PER_CENT)
    top = forms.IntegerField(label=_("Top edge"), min_value=0, max_value=PER_CENT)
    right = forms.IntegerField(label=_("Right edge"), min_value=0, max_value=PER_CENT)
    bottom = forms.IntegerField(label=_("Bottom edge"), min_value=0, max_value=PER_CENT)

    @property
    def box(self) -> list[int]:
        """The part, in ten-thousandths."""
        return [self.cleaned_data[name] * WHOLE // PER_CENT for name in ("left", "top", "right", "bottom")]
