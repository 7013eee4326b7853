"""A form that sends nothing: shows on the design page how fields look."""

from django import forms
from django.utils.translation import gettext_lazy as _


class Example(forms.Form):
    """One field of each sort, some of them wrong on purpose."""

    code = forms.CharField(label=_("What is the code on your card?"), help_text=_("Capital letters or small ones both work."))
    words = forms.CharField(label=_("What do you want to say?"), widget=forms.Textarea)
    who = forms.ChoiceField(
        label=_("Who should read it?"),
        choices=[("worker", _("Priya Shah, your social worker")), ("other", _("Somebody else"))],
        widget=forms.RadioSelect,
    )
    read = forms.BooleanField(label=_("I have read this"))
