"""Finding one record by what somebody knows exactly."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FindForm(forms.Form):
    """A whole name, former ones too, or a whole number of the council's."""

    words = forms.CharField(
        label=_("Their whole name, or their number"),
        help_text=_("Any name they ever had. The number is the one in the council's system."),
        max_length=300,
        error_messages={"required": _("Type the whole name or number.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
