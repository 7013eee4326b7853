"""A rule for an everyday kind: which, after how many days, and why."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from official_file.kinds import KINDS
from official_file.routine_rules import LONGEST_DAYS, routine_kinds
from people.forms.fields import WordsField

AFTER, BY_WORKER = "after", "by_worker"


class RoutineForm(forms.Form):
    """The whole of a rule. `days` counts only with "after so many days"."""

    kind = forms.ChoiceField(label=_("What it is about"), error_messages={"required": _("Choose what it is about.")})
    how = forms.ChoiceField(
        label=_("How it opens"),
        choices=[(AFTER, _("By itself, after so many days")), (BY_WORKER, _("Only when a worker opens it"))],
        initial=AFTER,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it opens.")},
    )
    days = forms.IntegerField(
        label=_("Days"), required=False, min_value=0, max_value=LONGEST_DAYS, help_text=_("Counted from the last day it tells of.")
    )
    reason = WordsField(label=_("Why"), missing=_("Write why, for whoever reads this list later."), rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind, gettext(KINDS[kind].name)) for kind in routine_kinds()]
        cast(forms.ChoiceField, self.fields["kind"]).choices = [("", gettext("Choose one")), *choices]

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for "after so many days" without a number."""
        given = super().clean() or self.cleaned_data
        if given.get("how") == AFTER and given.get("days") is None and "days" not in self.errors:
            self.add_error("days", gettext("Write after how many days."))
        return given

    @property
    def rule(self) -> dict[str, Any]:
        """The verb's arguments."""
        given = self.cleaned_data
        return {"kind": given["kind"], "days": given["days"] if given["how"] == AFTER else None, "reason": given["reason"]}
