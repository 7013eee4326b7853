"""What a worker writes on the reading desk. One form for every choice, so that a changed mind loses no word."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from people.errors import NotAllowed
from stories.forms import WordsField
from stories.models import NotAddedReason

BOX = {"rows": 5, "dir": "auto", "spellcheck": "true", "autocomplete": "off"}


class AnswerForm(forms.Form):
    """The answer, and what a proposal needs besides. The verb that is chosen says what it cannot do without."""

    reply = WordsField(
        label=_("Your answer"),
        help_text=_("They read it with your name. Plain words, and no promise that you cannot keep."),
        widget=forms.Textarea(attrs={**BOX, "rows": 4}),
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
    anyway = forms.BooleanField(label=_("Send it anyway"), required=False)
    worry = WordsField(
        label=_("What worries you?"),
        help_text=_("For the manager. They look within the hour."),
        widget=forms.Textarea(attrs={**BOX, "rows": 3}),
    )
    colleague = forms.ChoiceField(label=_("Who reads it now?"), required=False)
    why_them = WordsField(
        label=_("Why is it theirs?"), help_text=_("Your colleague sees this."), widget=forms.Textarea(attrs={**BOX, "rows": 2})
    )

    def __init__(self, *arguments: Any, colleagues: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["colleague"]).choices = [("", _("Choose a name")), *colleagues]
        self.asks_anyway = False

    def refuse(self, refusal: NotAllowed, field: str | None = None) -> None:
        """Say why it did not happen; hard words can go all the same, with a tick."""
        self.asks_anyway = refusal.code == "too_hard"
        self.add_error("reply" if self.asks_anyway else field, refusal.sentence)


class DescribeForm(forms.Form):
    """What a picture shows, or a recording says."""

    text = WordsField(label=_("What it shows"), widget=forms.Textarea(attrs={**BOX, "rows": 3}))


class SavedReplyForm(forms.Form):
    """Words to begin an answer with."""

    title = forms.CharField(label=_("Its name in the list"), required=False, max_length=120)
    text = WordsField(
        label=_("The words"),
        help_text=_("Write [name] where the young person's name belongs. You finish each answer yourself."),
        widget=forms.Textarea(attrs=BOX),
    )
    everybody = forms.BooleanField(label=_("For everybody who works here"), required=False)


class ReturnForm(forms.Form):
    """The second person sends a proposal back."""

    sentence = WordsField(
        label=_("If you send it back: why?"),
        help_text=_("The reader sees it. The young person does not."),
        widget=forms.Textarea(attrs={**BOX, "rows": 3}),
    )
