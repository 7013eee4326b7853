"""How a printed copy should be: everything is chosen already, as they read; nothing has to be."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.models import ReadingPreference
from portal.copies import POINTS

SIZES = [(str(POINTS[0]), _("Words of 12 point")), (str(POINTS[-1]), _("Large words, 18 point"))]


class PaperCopy(forms.Form):
    """Level, size and language; what they read now is ticked."""

    level = forms.ChoiceField(label=_("How should it be told?"), choices=ReadingPreference.Level.choices, widget=forms.RadioSelect)
    points = forms.ChoiceField(label=_("How large?"), choices=SIZES, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(settings.LANGUAGES) == 1:
            self.fields["language"].widget = forms.HiddenInput()
