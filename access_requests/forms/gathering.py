"""Bringing files in, and arranging one thing of a pack."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from access_requests.actions.set_item_aside import BY_HAND
from access_requests.gathering.splitting import Range, WrongPages, pages_in, ranges
from access_requests.models import Item
from official_file.plain_language.when import Precision, When
from people.forms.fields import DayField, WordsField

CUT_OFF = _("The upload was cut off before its end. Nothing of it was kept. Choose the files again.")


class ManyFilesInput(forms.ClearableFileInput):
    """A box that takes several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once. An empty one is taken too: it is listed with the reason why it is not kept."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """Every file that was sent. Raises ValidationError when there is none."""
        found = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if not found:
            raise forms.ValidationError(self.error_messages["required"])
        return found


class BringForm(forms.Form):
    """Files, and the place they come from. `whole` stands last in the page, so it is missing from what was cut off on its way."""

    search = forms.ChoiceField(label=_("Where they were found"), error_messages={"required": _("Choose where they were found.")})
    papers = ManyFilesField(
        label=_("The files"),
        help_text=_("PDF, scans, Word, e-mails with what is attached, and ZIP archives of these. Each up to 100 megabytes."),
        error_messages={"required": _("Choose at least one file.")},
    )
    whole = forms.CharField(widget=forms.HiddenInput, initial="1", error_messages={"required": CUT_OFF})

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["search"]).choices = [("", _("Choose a place")), *places]


class PlaceThingForm(forms.Form):
    """When something was that has no date of its own."""

    on = DayField(label=_("When it was"), help_text=_("If you only know the year, the first of January will do."))
    precision = forms.ChoiceField(
        label=_("How exactly you know it"),
        choices=((Precision.DAY, _("To the day")), (Precision.MONTH, _("To the month")), (Precision.YEAR, _("To the year"))),
    )
    why = WordsField(label=_("How you know"), help_text=_("They read it beside the paper."), rows=2)

    def when(self) -> When:
        """The day, as exactly as it is known."""
        return When(self.cleaned_data["on"], None, Precision(self.cleaned_data["precision"]))


class AsideForm(forms.Form):
    """Why a thing is set aside."""

    reason = forms.ChoiceField(
        label=_("Why it is set aside"),
        choices=[(one.value, one.label) for one in BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why it is set aside.")},
    )
    why = WordsField(label=_("In your words"), help_text=_("A second person reads it. Do not write another child's name."), rows=2)


class PartForm(forms.Form):
    """Where a bundle is taken apart."""

    begins = forms.CharField(label=_("A new paper begins on pages"), help_text=_("For example: 4, 9, 12"), required=False, max_length=500)
    others = forms.CharField(label=_("Pages about another child"), help_text=_("For example: 4-7, 12"), required=False, max_length=500)
    why = WordsField(
        label=_("How you know that they are about another child"), help_text=_("Do not write that child's name."), rows=2, required=False
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = item.pages
        self.parts: list[Range] = []

    def clean(self) -> dict[str, Any]:
        """Page numbers that are there."""
        said = super().clean() or {}
        typed = {}
        for name in ("begins", "others"):
            try:
                typed[name] = pages_in(said.get(name, ""), self.pages)
            except WrongPages as wrong:
                self.add_error(name, str(_(wrong.sentence)).format(**wrong.places))
        if not self.errors:
            try:
                self.parts = ranges(self.pages, begins=[first for first, _last in typed["begins"]], others=typed["others"])
            except WrongPages as wrong:
                self.add_error("begins", str(_(wrong.sentence)).format(**wrong.places))
        return said


class ReasonForm(forms.Form):
    """Why, in a sentence."""

    why = WordsField(label=_("Why"), rows=2)
