"""What somebody may add when they ask about an entry. Nothing is demanded: the box may stay empty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class Words(forms.Form):
    """One box, kept as typed. `question` is its label."""

    words = forms.CharField(
        required=False,
        max_length=20_000,
        strip=False,
        help_text=_("You can leave this empty. Somebody will still get in touch."),
        widget=forms.Textarea(attrs={"rows": 5, "autocapitalize": "sentences"}),
    )

    def __init__(self, *args: Any, question: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = question

    def clean_words(self) -> str:
        """Line breaks as LF, everything else as typed."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n").replace("\r", "\n")
