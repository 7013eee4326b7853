"""Answering what a young person says is wrong: what was decided, what it should say, and why, in words they can read."""

from datetime import date
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from official_file.actions.correct_entry import Correction
from official_file.models import Rectification
from official_file.plain_language.reading import grade, longest_sentence
from people.forms.fields import DayField, WordsField

LONGEST = 25  # words in a sentence: more are hard for most at ten
Outcome = Rectification.Outcome


class PlainCheck(forms.Form):
    """Words for a young person: once asked whether they are plain enough, a worker may send them all the same."""

    checked: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Show a box to send it as it is, when words are hard and nobody ticked it yet."""
        given = super().clean() or {}
        for name in self.checked:
            words = str(given.get(name) or "")
            if not self.data.get("as_it_is") and (grade(words) > settings.READING_GRADE or longest_sentence(words) > LONGEST):
                self.fields["as_it_is"] = forms.BooleanField(label=_("Send it as it is"), required=False)
                said = gettext("This is hard to read: its longest sentence has %(count)s words. Use short sentences and everyday words.")
                self.add_error(name, said % {"count": longest_sentence(words)})
        return given


class AnswerWrongForm(PlainCheck):
    """The answer. `free`: somebody wrote the entry, so the text can be put right here; `days`: its days can."""

    checked = ("explanation",)

    outcome = forms.ChoiceField(
        label=_("What did you decide?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decided.")},
    )
    explanation = WordsField(
        label=_("Your answer to them"),
        help_text=_("They read these words beside the entry. Say what you found, what you changed or not, and why."),
        missing=_("Write a sentence for them: what you decided, and why."),
        rows=4,
    )
    here = forms.BooleanField(
        label=_("Put it right here, as it stands below"),
        help_text=_("The old version is kept beside the new one. Leave it unticked when it is put right in the council's own system."),
        required=False,
    )
    title = forms.CharField(label=_("Heading"), max_length=200, required=False)
    text = WordsField(label=_("What it should say"), required=False, rows=8, strip=False)
    start = DayField(label=_("From, or the day"), required=False)
    end = DayField(label=_("To"), required=False)

    def __init__(self, *args: Any, free: bool, days: tuple[date | None, date | None], only_right: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beside = [(Outcome.PARTLY, _("A part of it is put right")), (Outcome.BESIDE, _("It stays as it was, with their words beside it"))]
        choices = [(Outcome.CORRECTED, _("It is put right, as they ask")), *([] if only_right else beside)]
        cast(forms.ChoiceField, self.fields["outcome"]).choices = choices
        if not free:
            del self.fields["title"], self.fields["text"]
        if not days[0]:
            del self.fields["start"]
        if not days[1]:
            del self.fields["end"]
        if not free and not days[0]:
            del self.fields["here"]

    @property
    def correction(self) -> Correction | None:
        """What it should say; None when nothing is put right here."""
        given = self.cleaned_data
        if not given.get("here"):
            return None
        text = given.get("text")
        return Correction(
            text=text.replace("\r\n", "\n") if text is not None else None,
            title=given.get("title"),
            start=given.get("start"),
            end=given.get("end"),
        )


class LongerForm(PlainCheck):
    """Why it takes longer than a month."""

    checked = ("why",)

    why = WordsField(
        label=_("Why do you need longer?"),
        help_text=_("They read these words, and the new day. The law allows two months more, once, if they are told in the first month."),
        missing=_("Write for them why it takes longer."),
        rows=2,
    )
