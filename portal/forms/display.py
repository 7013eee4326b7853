"""How pages look and what is read first: a reader's own choice."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.models import ReadingPreference

LEVELS, ORDERS = ReadingPreference.Level.choices, ReadingPreference.Order.choices
SIZES, COLOURS = ReadingPreference.Size.choices, ReadingPreference.Colours.choices
WAYS_TO_READ = ("level", "order", "fold_notes")
CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose one of these.")}


class DisplayForm(forms.Form):
    """Ways to read for a young person; size, colours, letters, print and language for everybody."""

    level = forms.ChoiceField(label=_("What you read first"), choices=LEVELS, widget=forms.RadioSelect, error_messages=CHOOSE)
    order = forms.ChoiceField(label=_("How your story is put in order"), choices=ORDERS, widget=forms.RadioSelect, error_messages=CHOOSE)
    fold_notes = forms.BooleanField(
        label=_("Fold things that may be hard to read"),
        help_text=_("You see a short note first. You open it when you want to."),
        required=False,
    )
    size = forms.ChoiceField(label=_("Size of the words"), choices=SIZES, widget=forms.RadioSelect, error_messages=CHOOSE)
    colours = forms.ChoiceField(label=_("Colours"), choices=COLOURS, widget=forms.RadioSelect, error_messages=CHOOSE)
    easy_letters = forms.BooleanField(
        label=_("Letters that are easier to tell apart"),
        help_text=_("With more space between them. Many people with dyslexia like this."),
        required=False,
    )
    print_points = forms.TypedChoiceField(
        label=_("Size of the words when you print"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
        choices=[(12, _("Normal")), (14, _("A little larger")), (16, _("Large")), (18, _("Very large"))],
    )
    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect, error_messages=CHOOSE)

    def __init__(self, *args: Any, ways_to_read: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["language"]).choices = settings.LANGUAGES
        if len(settings.LANGUAGES) == 1:
            del self.fields["language"]
        if not ways_to_read:
            for name in WAYS_TO_READ:
                del self.fields[name]

    @property
    def wishes(self) -> dict[str, Any]:
        """What was chosen, but the language, as the verb takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "language"}
