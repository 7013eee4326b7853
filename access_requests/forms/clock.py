"""What an officer writes down about the time of a request."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from law.clock import About
from people.forms.fields import DayField
from stories.forms import WordsField

BOX = {"rows": 3, "dir": "auto", "spellcheck": "true", "autocomplete": "off"}
ABOUT = [
    (str(About.SCOPE), _("What they want to see, because there is a lot. This stops the time.")),
    (str(About.FORMAT), _("How they want it: paper, large letters, a language. The time runs on.")),
    (str(About.OTHER), _("Something else. The time runs on.")),
]


class QuestionForm(forms.Form):
    """One question, as they will read it."""

    about = forms.ChoiceField(
        label=_("What is it about?"), choices=ABOUT, widget=forms.RadioSelect, error_messages={"required": _("Choose what you ask about.")}
    )
    words = WordsField(
        label=_("Your question"),
        help_text=_("They read it as you write it, in a letter. Ask one thing, and only what you need to begin."),
        widget=forms.Textarea(attrs=BOX),
    )


class AnswerForm(forms.Form):
    """Their answer, on the day it reached us."""

    on = DayField(label=_("The day it reached us"), help_text=_("In whatever way: a call, a letter, a word to a colleague."))
    words = WordsField(label=_("What they said"), widget=forms.Textarea(attrs={**BOX, "rows": 2}))


class MoreTimeForm(forms.Form):
    """Why two more months are needed."""

    reasons = WordsField(
        label=_("Why it takes longer"),
        help_text=_("They read it in a letter. Only because there is very much to go through, or because they asked for many things."),
        widget=forms.Textarea(attrs=BOX),
    )


class FactForm(forms.Form):
    """A fee, an opinion, the Principal Reporter."""

    kind = forms.ChoiceField(label=_("What happened?"), widget=forms.RadioSelect, error_messages={"required": _("Choose what happened.")})
    on = DayField(label=_("On which day?"))
    words = WordsField(
        label=_("Who, and why"),
        help_text=_("A fee: only for a request that is plainly made to trouble us, or far too much. Say how you know."),
        widget=forms.Textarea(attrs={**BOX, "rows": 2}),
    )

    def __init__(self, *arguments: Any, kinds: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["kind"]).choices = list(kinds)


class TakeOutForm(forms.Form):
    """Why a fact was wrong."""

    why = WordsField(label=_("What was wrong?"), help_text=_("They can read it."), widget=forms.Textarea(attrs={**BOX, "rows": 2}))
