"""About me, in the young person's own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class AboutPart(forms.Form):
    """One part: words, or that they would rather not say. Both may stay empty, and nothing is filled in for them."""

    words = forms.CharField(
        required=False,
        max_length=5_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "autocapitalize": "sentences"}),
        error_messages={"max_length": _("That is longer than we can keep here. Send the rest under My words.")},
    )
    rather_not_say = forms.BooleanField(required=False, label=_("I would rather not say"))

    def __init__(self, *args: Any, title: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = title

    def clean_words(self) -> str:
        """Line breaks as LF, everything else as typed."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n").replace("\r", "\n")


class AboutMe(forms.Form):
    """One box. Empty is allowed: nobody has to say anything about themselves."""

    words = forms.CharField(
        label=_("What should people know about you?"),
        help_text=_("What you like, what helps, what to call you. Write as much or as little as you want."),
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "autocapitalize": "sentences"}),
        error_messages={"max_length": _("That is longer than we can keep here. Send the rest under My words.")},
    )

    def clean_words(self) -> str:
        """Line breaks as LF, everything else as typed."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n").replace("\r", "\n")
