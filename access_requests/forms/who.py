"""Who is asking: what an officer asks for and sees, what a worker says, and what the young person thinks."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from access_requests.models import Authority, ChildView, Competence, IdentityStep
from access_requests.proof import PAPERS, QUESTIONS
from access_requests.queries.who_rounds import Question
from law.who_may_ask import is_presumed
from people.forms.fields import DayField, NameField, WordsField
from people.models import Child

Way, Basis = IdentityStep.Way, Competence.Basis
WAYS_TO_ASK = [(Way.DOCUMENT, _("One paper that we look at")), (Way.OTHER, _("In another way: a call, a visit, a code in a letter"))]
WAYS_SEEN = [*WAYS_TO_ASK, (Way.ACCOUNT, _("They asked signed in, and nothing makes us doubt"))]
PAPER_CHOICES = [("", _("No paper")), *((key, _(words)) for key, words in PAPERS.items())]
NOT_ASKED, RIGHT, WRONG = "", "right", "wrong"


class AskForIdentityForm(forms.Form):
    """What they are asked to show, and why."""

    way = forms.ChoiceField(
        label=_("How could they show who they are?"),
        choices=WAYS_TO_ASK,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the ways.")},
    )
    paper = forms.ChoiceField(
        label=_("Which kind of paper?"),
        help_text=_("One is enough. Choose one that they are likely to have. A photo and an address are never both asked for."),
        choices=PAPER_CHOICES,
        required=False,
    )
    why = WordsField(
        label=_("Why is it needed?"),
        help_text=_("They read this. For example: two people have this name, and we must not give one the file of the other."),
        missing=_("Write why it is needed. Without a doubt that has a reason, nothing is asked for."),
        rows=3,
    )


class SeenForm(forms.Form):
    """What was seen or heard, and on which day it reached us."""

    way = forms.ChoiceField(
        label=_("How?"), choices=WAYS_SEEN, widget=forms.RadioSelect, error_messages={"required": _("Choose one of the ways.")}
    )
    paper = forms.ChoiceField(label=_("Which kind of paper?"), choices=PAPER_CHOICES, required=False)
    words = WordsField(
        label=_("What did you see or hear?"),
        help_text=_("In a sentence. Keep no copy of a paper, and no number of it."),
        missing=_("Write in a sentence what you saw or heard, and how. Keep no copy and no number of a paper."),
        rows=3,
    )
    on = DayField(label=_("On which day did it reach us?"), help_text=_("Leave it empty for today. The clock starts then."), required=False)

    def __init__(self, *args: Any, signed_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not signed_in:
            cast(forms.ChoiceField, self.fields["way"]).choices = WAYS_TO_ASK


class VouchForm(forms.Form):
    """Whether a worker knows that it is they who ask."""

    knows = forms.ChoiceField(
        label=_("Do you know that it is they who ask?"),
        choices=[("yes", _("Yes, I know that it is they")), ("no", _("No, I cannot say that"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    words = WordsField(
        label=_("How do you know, or what is missing?"),
        help_text=_("Where and when you met or spoke about this. Reach them in a way you knew before, not one from the request."),
        missing=_("Write how you know: where you met or spoke with them about this, and when."),
        rows=3,
    )


class RoundForm(forms.Form):
    """One round of questions from the file: for each that was asked, whether the file agrees. What they said is not kept."""

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in questions:
            self.fields[one.ask] = forms.ChoiceField(
                label=one.words,
                required=False,
                choices=[(NOT_ASKED, _("Not asked")), (RIGHT, _("The file agrees")), (WRONG, _("It does not, or they do not know"))],
                widget=forms.RadioSelect,
            )
        self.says = {str(one.ask): one.file_says for one in questions}

    def clean(self) -> dict[str, Any]:
        """Five of them were asked, no more and no fewer."""
        given = super().clean() or {}
        if sum(1 for said in given.values() if said) != QUESTIONS:
            raise forms.ValidationError(_("Ask five of the questions, and say of each whether the file agrees."))
        return given

    @property
    def answers(self) -> dict[str, bool]:
        """For each question asked, whether the file agrees."""
        return {ask: said == RIGHT for ask, said in self.cleaned_data.items() if said}


class AuthorityForm(forms.Form):
    """What lets somebody ask for another person."""

    name = NameField(label=_("Who it names"), max_length=300, error_messages={"required": _("Write who it names.")})
    organisation = NameField(label=_("Who they work for"), max_length=300, required=False)
    evidence = WordsField(
        label=_("What did you see?"),
        help_text=_("A signed form, an order, a register, and its date. Keep no copy here."),
        missing=_("Write what you saw: a signed form, an order, a register. Keep no copy here."),
        rows=3,
    )
    scope = forms.ChoiceField(
        label=_("How far does it go?"),
        choices=Authority.Scope.choices,
        widget=forms.RadioSelect,
        initial=Authority.Scope.ASK,
        error_messages={"required": _("Choose how far it goes.")},
    )
    limits = WordsField(
        label=_("What limits it?"),
        help_text=_("Court orders about seeing or speaking with the young person, and anything they asked us to keep."),
        required=False,
        rows=2,
    )
    expires_on = DayField(label=_("It holds until the end of"), help_text=_("Leave it empty when it says no day."), required=False)


class EndForm(forms.Form):
    """Why an authority ends."""

    why = WordsField(label=_("Why does it end, and who said so?"), missing=_("Write why it ends, and who said so."), rows=2)


class HeardForm(forms.Form):
    """What a young person said to somebody who talked with them."""

    says = forms.ChoiceField(
        label=_("What do they say?"),
        choices=ChildView.Says.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they say.")},
    )
    words = WordsField(
        label=_("Their words, and when you talked"),
        help_text=_("They can read this. Whoever asked for the file never does."),
        missing=_("Write what they said, in their words if you can, and when you talked."),
        rows=4,
    )


class MyViewForm(forms.Form):
    """What I think about somebody else asking for my file: three answers that weigh the same."""

    says = forms.ChoiceField(
        label=_("Is that all right with you?"),
        choices=[
            (ChildView.Says.YES, _("Yes, they may ask")),
            (ChildView.Says.NO, _("No, I do not want that")),
            (ChildView.Says.TALK, _("I want to talk about it first")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three answers.")},
    )
    words = WordsField(
        label=_("Do you want to say more? You do not have to."),
        help_text=_("For example: they may see this, but not that."),
        required=False,
        rows=4,
    )


class UnderstandingForm(forms.Form):
    """Whether a child understands broadly what asking means."""

    basis = forms.ChoiceField(
        label=_("Do they understand what it means to ask for their file?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you want to write down.")},
    )
    reasons = WordsField(
        label=_("What did they say or do that shows it?"),
        help_text=_("It is enough that they know broadly what a file is, and what may come of reading it. They can read this."),
        required=False,
        rows=4,
    )
    review_on = DayField(label=_("When do you look at this again?"), help_text=_("Needed for a not yet."), required=False)

    def __init__(self, *args: Any, child: Child, age: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Basis.choices if is_presumed(age, child.nation) else [one for one in Basis.choices if one[0] != Basis.PRESUMED]
        cast(forms.ChoiceField, self.fields["basis"]).choices = offered


class LookForm(forms.Form):
    """Whole names or numbers an officer adds to what was said."""

    more = WordsField(
        label=_("Other whole names, or a number"),
        help_text=_("One on each line. Parts of a name find nobody. Each person who is found can read that you looked."),
        required=False,
        rows=3,
    )


class NoRecordForm(forms.Form):
    """Nothing here fits."""

    words = WordsField(
        label=_("Where did you look, and under which names?"), missing=_("Write where you looked, and under which names."), rows=3
    )


class OtherPersonForm(forms.Form):
    """It is another person's record."""

    words = WordsField(label=_("Why is it another person's?"), missing=_("Write why it is another person's."), rows=3)
