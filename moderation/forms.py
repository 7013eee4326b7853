"""What a worker writes on the reading desk. One form for every choice, so that a changed mind loses no word."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stories.forms import WordsField
from stories.models import NotAddedReason

BOX = {"rows": 5, "dir": "auto", "spellcheck": "true", "autocomplete": "off"}


class AnswerForm(forms.Form):
    """The answer, and what a proposal needs besides. The verb that is chosen says what it cannot do without."""

    reply = WordsField(
        label=_("Your answer"),
        help_text=_("They read it with your name. Plain words, and no promise that you cannot keep."),
        widget=forms.Textarea(attrs=BOX),
    )
    note = WordsField(
        label=_("A note beside their words"),
        help_text=_("Theirs stay as they are. They can read your note."),
        widget=forms.Textarea(attrs={**BOX, "rows": 3}),
    )
    limit_explanation = WordsField(
        label=_("Why should fewer people see it?"), help_text=_("For the second person."), widget=forms.Textarea(attrs={**BOX, "rows": 3})
    )
    reason = forms.ChoiceField(
        label=_("Why can it not be added?"),
        help_text=_("These three reasons and no other. Naming people or places, or being about us, is never one."),
        required=False,
        choices=NotAddedReason.choices,
        widget=forms.RadioSelect,
    )
    refusal_explanation = WordsField(
        label=_("What did you find?"), help_text=_("For the second person."), widget=forms.Textarea(attrs={**BOX, "rows": 3})
    )


class ReturnForm(forms.Form):
    """The second person sends a proposal back."""

    sentence = WordsField(
        label=_("If you send it back: why?"),
        help_text=_("The reader sees it. The young person does not."),
        widget=forms.Textarea(attrs={**BOX, "rows": 3}),
    )
