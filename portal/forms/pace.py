"""What a reader chooses about their own pace."""

from datetime import datetime, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from official_file.actions.read_together import MINUTES
from official_file.themes import THEMES

ALWAYS, WEEK, MONTH = "always", "week", "month"
TIMES = {WEEK: timedelta(days=7), MONTH: timedelta(days=30)}


class NotNow(forms.Form):
    """Until when one entry is set aside."""

    until = forms.ChoiceField(
        label=_("For how long?"),
        choices=[(ALWAYS, _("Until I take it back")), (WEEK, _("For a week")), (MONTH, _("For a month"))],
        initial=ALWAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long."), "invalid_choice": _("Choose for how long.")},
    )

    def moment(self, now: datetime) -> datetime | None:
        """When it comes back by itself; None: never."""
        time = TIMES.get(self.cleaned_data["until"])
        return now + time if time else None


class Never(forms.Form):
    """The kinds of things they chose never to see: none, some or all."""

    themes = forms.MultipleChoiceField(
        label=_("Never show me"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["themes"]).choices = [(slug, gettext(one.label)) for slug, one in THEMES.items()]


class ReadTogetherForm(forms.Form):
    """How long the worker and the young person read together."""

    minutes = forms.TypedChoiceField(
        label=_("For how long?"),
        choices=[(minutes, _("%(count)s minutes") % {"count": minutes}) for minutes in MINUTES],
        coerce=int,
        initial=30,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for how long."), "invalid_choice": _("Choose for how long.")},
    )
