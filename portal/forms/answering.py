"""What staff answer: a task of a young person, something that is not about them, a proposal to destroy an entry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms.fields import WordsField


class AnswerForm(forms.Form):
    """The sentence the young person reads."""

    outcome = WordsField(
        label=_("Your answer to them"),
        help_text=_("They read these words. Say what you did, or what happens now. They see your name with it."),
        missing=_("Write a sentence for them: what you did, or what happens now."),
        rows=4,
    )


class SettleForm(forms.Form):
    """Is it about them?"""

    theirs = forms.ChoiceField(
        label=_("What did you find?"),
        choices=[("yes", _("It is about them. It opens for them again")), ("no", _("It is not about them. Propose to destroy it here"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found.")},
    )
    words = WordsField(
        label=_("Your answer to them"),
        help_text=_("They read these words. Never say whose it is."),
        missing=_("Write a sentence for them: what you found, and what happens now."),
        rows=4,
    )
    reason = WordsField(label=_("For the second checker: how you know"), required=False, rows=3)

    def clean(self) -> dict[str, object]:
        """A proposal needs its reason."""
        given = super().clean() or {}
        if given.get("theirs") == "no" and not str(given.get("reason", "")).strip():
            self.add_error("reason", _("Write how you know, for the person who checks it."))
        return given


class LookAgainForm(forms.Form):
    """What somebody else found, who looked again at what we do not show."""

    stays = forms.ChoiceField(
        label=_("What did you find?"),
        choices=[("yes", _("It has to stay closed for now")), ("no", _("It does not. Their worker reads it for them again"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found.")},
    )
    words = WordsField(
        label=_("Your answer to them"),
        help_text=_("They read these words. Say nothing of what it is about."),
        missing=_("Write a sentence for them: what you found, and what happens now."),
        rows=4,
    )


class DisposalForm(forms.Form):
    """Yes, or no with a reason."""

    reason = WordsField(label=_("If not: why not"), required=False, rows=3)


class EmergencyForm(forms.Form):
    """Why this record is needed now."""

    reason = WordsField(
        label=_("Why do you need to see this record now?"),
        help_text=_("The young person sees your name, your role and the time. They can ask to read the reason."),
        missing=_("Write why you need to see this record now."),
        rows=4,
    )
