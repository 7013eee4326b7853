"""Asked before something is shared: the question, the answer, what was done. And: who has which paper, and a letter to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from official_file.models import AskedBefore
from official_file.plain_language.paper_lines import PAPERS, TOPICS
from official_file.sharing_questions import Question
from people.forms.fields import DayField, WordsField
from portal.forms.about_entry import Words
from portal.forms.said_wrong import PlainCheck

# To staff: the young person reads the same from their side.
WHO_HAS_IT = {
    "them": gettext_noop("They have it"),
    "us": gettext_noop("We keep it for them"),
    "getting": gettext_noop("We are getting it for them"),
    "not_known": gettext_noop("We do not know where it is"),
}
ANSWERS = [
    (AskedBefore.Answer.YES, _("Yes, you may")),
    (AskedBefore.Answer.NO, _("No")),
    (AskedBefore.Answer.TALK, _("Talk to me first")),
]


class AskForm(PlainCheck):
    """What is asked of the young person, in words they can read."""

    checked = ("what", "why", "goes_ahead_why")

    what = WordsField(
        label=_("What do you want to tell?"),
        help_text=_("Finish the sentence: we would like to tell that ..."),
        missing=_("Write what you want to share."),
        rows=2,
    )
    with_whom = forms.CharField(
        label=_("Whom?"),
        help_text=_("Your school, your doctor, the police. They read: may we tell your school?"),
        max_length=300,
        error_messages={"required": _("Write with whom you want to share it.")},
    )
    why = WordsField(label=_("Why?"), missing=_("Write why."), rows=2)
    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(key, _(words)) for key, words in TOPICS.items()],
        initial="sharing",
        widget=forms.RadioSelect,
    )
    answer_by = DayField(label=_("By when do you need an answer?"), required=False)
    goes_ahead = forms.BooleanField(
        label=_("The law lets this go ahead without their agreement"),
        help_text=_("They are told so, and why, before they answer. Only when it is true: ask information governance."),
        required=False,
    )
    goes_ahead_why = WordsField(label=_("Then: which law, and why it must go ahead. In plain words"), required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        """What goes ahead anyway says why."""
        given = super().clean()
        if given.get("goes_ahead") and not str(given.get("goes_ahead_why") or "").strip():
            self.add_error("goes_ahead_why", _("Write which law lets it go ahead without their agreement, and why it must."))
        return given

    @property
    def question(self) -> Question:
        """What was typed, as the verb takes it."""
        names = ("what", "with_whom", "why", "topic", "answer_by", "goes_ahead", "goes_ahead_why")
        return Question(**{name: self.cleaned_data[name] for name in names})


class SharedForm(PlainCheck):
    """What was done, told to them."""

    checked = ("outcome",)

    shared = forms.ChoiceField(
        label=_("What was done?"),
        choices=[("no", _("It was not shared")), ("yes", _("It was shared"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was done.")},
    )
    outcome = WordsField(
        label=_("Your words to them"),
        help_text=_("They read these words: what was told to whom and when, or why it was not."),
        missing=_("Write a sentence for them: what was shared, with whom and when. Or why not."),
        rows=3,
    )


class YesNoTalk(Words):
    """One of three answers that weigh the same, and words if they like."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three answers.")},
    )
    field_order = ("answer", "words")


class PaperForm(forms.Form):
    """Who has a paper, and until when it is good. There is no box for its number."""

    paper = forms.ChoiceField(label=_("Which paper?"), choices=[("", _("Choose one")), *((key, _(words)) for key, words in PAPERS.items())])
    held_by = forms.ChoiceField(
        label=_("Who has it?"),
        choices=[(key, _(words)) for key, words in WHO_HAS_IT.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who has it.")},
    )
    expires_on = DayField(label=_("It is good until"), required=False)
