"""Fields that several staff forms use."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from people.names import InvisibleSigns, tidy

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # beyond them no clock of ours can hold a day
NO_WORDS = _("Write a few words here.")
WRONG_DATE = _("We need a date like 4 May 2016.")


class DayField(forms.DateField):
    """A day, chosen from a calendar where the browser has one, typed where it has none."""

    def __init__(self, *, missing: Any = WRONG_DATE, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("error_messages", {"required": missing, "invalid": WRONG_DATE})
        kwargs.setdefault("validators", [MinValueValidator(FIRST_DAY, WRONG_DATE), MaxValueValidator(LAST_DAY, WRONG_DATE)])
        super().__init__(**kwargs)


class NameField(forms.CharField):
    """A name that others read: spaces made single, written in one way, and no sign that nobody sees."""

    def clean(self, value: Any) -> Any:
        """The name as it is stored. Raises ValidationError for signs that hide, or turn the text around them."""
        given = super().clean(value)
        try:
            return tidy(given)
        except InvisibleSigns as hidden:
            raise ValidationError(_("This name holds signs that cannot be seen. Type it again, letter by letter.")) from hidden


class WordsField(forms.CharField):
    """A box for sentences; nothing typed is stripped before a rule has seen it."""

    def __init__(self, *, missing: Any = NO_WORDS, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "spellcheck": "true"}))
        kwargs.setdefault("max_length", 20_000)
        kwargs.setdefault("error_messages", {"required": missing})
        super().__init__(**kwargs)
