"""What somebody looks for: a few words, and if they want a section and years."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from official_file.search.words import words_asked
from portal.queries.sections import SECTIONS_IN_ORDER

LONGEST = 200
EMPTY = _("Type a word to look for. A name, a place or a year is fine.")


class SearchForm(forms.Form):
    """One box and one button. Section and years only make the answer shorter; they say nothing about what there is."""

    words = forms.CharField(
        label=_("What are you looking for?"),
        max_length=LONGEST,
        error_messages={
            "required": EMPTY,
            "max_length": _("That is too long to look for. Type a few words."),
            "null_characters_not_allowed": EMPTY,
        },
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "dir": "auto", "enterkeyhint": "search"}),
    )
    section = forms.ChoiceField(label=_("Which part"), required=False)
    since = forms.TypedChoiceField(label=_("From the year"), required=False, coerce=int, empty_value=None)
    until = forms.TypedChoiceField(label=_("To the year"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: range, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [("", _("Any year")), *((str(year), str(year)) for year in reversed(years))]
        sections = [("", _("All of it")), *((one.slug, one.title) for one in SECTIONS_IN_ORDER)]
        for name, choices in (("section", sections), ("since", listed), ("until", listed)):
            cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean_words(self) -> str:
        """The words as typed; refused when there is neither a letter nor a number in them."""
        words: str = self.cleaned_data["words"]
        if not words_asked(words):
            raise forms.ValidationError(EMPTY)
        return words

    def clean(self) -> dict[str, Any]:
        """Years in the wrong order are turned round: what was meant is clear."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            cleaned["since"], cleaned["until"] = until, since
        return cleaned

    @property
    def is_narrowed(self) -> bool:
        """Whether a section or a year was chosen."""
        return any(self[name].value() for name in ("section", "since", "until"))
