"""What a worker says about something missing, whom they ask to look for it, and why a part of the record is empty."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from official_file.gap_words import BLANKS, REASONS
from people.forms.fields import WordsField
from people.reach import Reader

READ, NOT_READ = "yes", "no"


class ExplainForm(forms.Form):
    """Why it is missing, and whether the young person reads so."""

    reason = forms.ChoiceField(
        label=_("Why is it missing?"), widget=forms.RadioSelect, error_messages={"required": _("Choose why it is missing.")}
    )
    shown = forms.ChoiceField(
        label=_("Do they read about it?"),
        choices=[(READ, _("Yes, they read what is missing and why")), (NOT_READ, _("No, this is for staff"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they read about it.")},
    )
    words = WordsField(
        label=_("What they read, in your words"),
        help_text=_("Leave it empty, and they read the sentence that belongs to the reason. Your name stands beside it."),
        required=False,
        rows=3,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["reason"]).choices = [(one.code, _(one.label)) for one in REASONS.values()]

    def clean(self) -> dict[str, object]:
        """Words that nobody would read are not taken, and not thrown away: they go back to whoever typed them."""
        given = super().clean() or {}
        if given.get("shown") == NOT_READ and str(given.get("words", "")).strip():
            self.add_error("words", _("Only words that they read are kept here. Let them read it, or leave this empty."))
        return given


class LookForm(forms.Form):
    """Whom to ask, and what to look for."""

    whom = forms.ChoiceField(label=_("Who looks for it"), required=False)
    words = WordsField(label=_("What to look for, and where it may be"), missing=_("Write what to look for, and where it may be."), rows=2)

    def __init__(self, *args: Any, people: list[Reader], **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "look_%s")  # beside the other form, whose boxes have the usual ids
        super().__init__(*args, **kwargs)
        rows = [(str(one.user.pk), f"{one.user}, {one.role}") for one in people]
        cast(forms.ChoiceField, self.fields["whom"]).choices = [("", _("Their worker")), *rows]

    @property
    def asked(self) -> UUID | None:
        """The colleague's id, or None for the child's worker."""
        return UUID(self.cleaned_data["whom"]) if self.cleaned_data["whom"] else None


class BlankForm(forms.Form):
    """Why a part of the record is empty."""

    blank = forms.ChoiceField(
        label=_("Why is it empty?"), widget=forms.RadioSelect, error_messages={"required": _("Choose why it is empty.")}
    )
    words = WordsField(
        label=_("In your words, for them"),
        help_text=_("They read it under the sentence you chose, with your name."),
        required=False,
        rows=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["blank"]).choices = [(one.code, _(one.label)) for one in BLANKS.values()]
