"""Why nothing of a record may be destroyed now, why that is over, why a record is kept longer, and what is proposed to go."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from official_file.models import DisposalProposal
from people.forms.fields import WordsField
from portal.queries.keeping import GROUNDS

DISPOSAL_GROUNDS = {
    DisposalProposal.Ground.WRONG_PERSON: _("It was filed about the wrong person"),
    DisposalProposal.Ground.ERASURE: _("The law says we must erase it (UK GDPR Art 17)"),
    DisposalProposal.Ground.RETENTION: _("The time we must keep it has ended"),
    DisposalProposal.Ground.COURT_ORDER: _("A court ordered it"),
}


class HoldForm(forms.Form):
    """What is open."""

    ground = forms.ChoiceField(label=_("What is open"), widget=forms.RadioSelect, error_messages={"required": _("Choose what is open.")})
    reason = WordsField(
        label=_("Who knows when it ends"),
        help_text=_("A name, a reference, a date. Whoever lifts the hold reads this."),
        missing=_("Write what is open, and who knows when it ends."),
        rows=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["ground"]).choices = list(GROUNDS.items())


class LiftForm(forms.Form):
    """Why it is over; `sure` comes with the second step."""

    why = WordsField(label=_("Why it is over"), missing=_("Write why it is over, for whoever asks later."), rows=3)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)


class LongerForm(forms.Form):
    """Why the record is kept."""

    reason = WordsField(label=_("Why we keep it"), missing=_("Write why it is kept, for whoever looks at it next."), rows=3)


class ProposeForm(forms.Form):
    """On which ground the words of an entry should go, and why."""

    ground = forms.ChoiceField(label=_("The ground"), widget=forms.RadioSelect, error_messages={"required": _("Choose a ground.")})
    reason = WordsField(label=_("For the second checker: why"), missing=_("Write why, for the person who checks it."), rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["ground"]).choices = list(DISPOSAL_GROUNDS.items())
