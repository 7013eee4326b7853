"""Fields that several staff forms use."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

NO_WORDS = _("Write a few words here.")
WRONG_DATE = _("We need a date like 4 May 2016.")


class DayField(forms.DateField):
    """A day, chosen from a calendar where the browser has one, typed where it has none."""

    def __init__(self, *, missing: Any = WRONG_DATE, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("error_messages", {"required": missing, "invalid": WRONG_DATE})
        super().__init__(**kwargs)


class WordsField(forms.CharField):
    """A box for sentences; nothing typed is stripped before a rule has seen it."""

    def __init__(self, *, missing: Any = NO_WORDS, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "spellcheck": "true"}))
        kwargs.setdefault("max_length", 20_000)
        kwargs.setdefault("error_messages", {"required": missing})
        super().__init__(**kwargs)
