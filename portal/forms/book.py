"""A life story book: how it looks, and the words beside what stands in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from official_file.actions.begin_book import POINTS, Looks
from people.forms.fields import WordsField

EMPTY, FIRST_CHOICE = "empty", "first"
LONGEST_OPENING, LONGEST_BESIDE = 4_000, 2_000


class BookLooks(forms.Form):
    """Title, first words, size, and whether what is missing is named."""

    title = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        error_messages={"required": _("Give the book a title."), "max_length": _("Make the title shorter: 120 letters at most.")},
    )
    opening_words = WordsField(
        label=_("First words"),
        help_text=_("They stand on the first page. You can leave this empty."),
        required=False,
        max_length=LONGEST_OPENING,
        rows=4,
    )
    point_size = forms.TypedChoiceField(
        label=_("How large are the letters?"),
        choices=[(POINTS[0], _("12 point, as in most books")), (POINTS[1], _("18 point, large"))],
        coerce=int,
        initial=POINTS[0],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose 12 or 18 point."), "invalid_choice": _("Choose 12 or 18 point.")},
    )
    with_gaps = forms.BooleanField(
        label=_("Name the years that are missing"),
        help_text=_("The book then says where nothing is open, and why when somebody told us."),
        required=False,
        initial=True,
    )

    def looks(self) -> Looks:
        """What was chosen."""
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in ("title", "opening_words", "point_size", "with_gaps")}
        return Looks(**given)


class NewBook(BookLooks):
    """A new book: also what stands in it to begin with."""

    begin_with = forms.ChoiceField(
        label=_("What is in it to begin with?"),
        choices=[
            (FIRST_CHOICE, _("Homes, letters, own words and the big days. All of it can be changed.")),
            (EMPTY, _("Nothing yet. Everything is chosen one by one.")),
        ],
        initial=FIRST_CHOICE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two."), "invalid_choice": _("Choose one of the two.")},
    )


class Beside(forms.Form):
    """Words beside one entry of the book."""

    words = WordsField(
        label=_("Words beside this"),
        help_text=_("Only the book shows them. Empty, they are taken away."),
        required=False,
        max_length=LONGEST_BESIDE,
        rows=5,
    )
