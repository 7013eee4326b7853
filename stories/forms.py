"""What arrives from the young person's pages. Words are taken exactly; everything else is optional."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote_to_bytes

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stories.models import Contribution
from stories.prompts import PROMPTS
from stories.verbatim import BROKEN, MOST_TO_KEEP, TOO_MANY_TO_KEEP, CannotKeep, as_words, decoded

MOST_SAVES = 2_000_000_000  # what the database counts to
URL_ENCODED = "application/x-www-form-urlencoded"


class WordsField(forms.CharField):
    """Words, byte for byte: nothing stripped, line breaks as LF. What cannot be kept is refused with a sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, required=False, **options)

    def to_python(self, value: Any) -> str:
        """The words as they will be stored."""
        try:
            words = as_words(str(value or ""))
        except CannotKeep as broken:
            raise ValidationError(gettext(str(broken)), code="broken") from broken
        if len(words) > MOST_TO_KEEP:
            raise ValidationError(gettext(TOO_MANY_TO_KEEP).format(length=len(words), most=MOST_TO_KEEP), code="too_long")
        return words


def arrived_whole(request: HttpRequest) -> bool:
    """Whether what was sent is UTF-8 all through. Django would put a question mark in place of what is not, without saying so."""
    if request.content_type != URL_ENCODED:
        return "\ufffd" not in request.POST.get("words", "")
    try:
        decoded(unquote_to_bytes(request.body))
    except CannotKeep:
        return False
    return True


class DraftForm(forms.Form):
    """A page on which words are written: the words, and which page of which draft they come from."""

    draft = forms.UUIDField(widget=forms.HiddenInput)
    about = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    kind = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    meeting = forms.UUIDField(required=False, widget=forms.HiddenInput)
    prompt = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=0, max_value=MOST_SAVES, widget=forms.HiddenInput)
    tab = forms.CharField(max_length=40, widget=forms.HiddenInput)
    turn = forms.IntegerField(min_value=0, max_value=MOST_SAVES, widget=forms.HiddenInput)
    words = WordsField(
        label=_("Your words"),
        widget=forms.Textarea(attrs={"rows": 9, "dir": "auto", "autocomplete": "off", "spellcheck": "true"}),
    )

    @property
    def why_not(self) -> str:
        """The sentence about the words, when they were refused."""
        return str(next(iter(self.errors.get("words", [])), ""))

    def mark_broken(self) -> None:
        """Say that the words did not arrive whole."""
        self.add_error("words", ValidationError(gettext(BROKEN), code="broken"))


class WorryForm(DraftForm):
    """The urgent page: the same, and nothing more to answer."""

    hide = forms.BooleanField(required=False, label=_("Hide it on this phone after I send it"))


class SheetForm(forms.Form):
    """Sending a whole sheet: which words were shown, and whether somebody helped."""

    helped_by = forms.CharField(
        label=_("Did somebody help you write it?"),
        help_text=_("Write their name. Leave it empty if nobody did."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def versions(self) -> dict[str, int]:
        """The version of the words that were shown to each question."""
        given = {prompt.slug: self.data.get(f"shown-{prompt.slug}", "") for prompt in PROMPTS}
        return {slug: int(version) for slug, version in given.items() if version.isdecimal() and len(version) < 10}


class SendForm(forms.Form):
    """What the young person says about their words before they send them. Nothing here must be answered."""

    version = forms.IntegerField(min_value=0, max_value=MOST_SAVES, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        required=False,
        choices=Contribution.Kind.choices,
        widget=forms.RadioSelect,
    )
    chosen_reader = forms.ChoiceField(label=_("Who reads it first?"), required=False, widget=forms.RadioSelect)
    about_my_worker = forms.BooleanField(
        required=False,
        label=_("This is about my worker"),
        help_text=_("Then a manager reads it first. Your worker can still see it, unless you choose somebody else above."),
    )
    helped_by = forms.CharField(
        label=_("Did somebody help you write it?"),
        help_text=_("Write their name. Leave it empty if nobody did."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    hide = forms.BooleanField(
        required=False,
        label=_("Hide it on this phone after I send it"),
        help_text=_("You need your passphrase to see it again."),
    )
    urgent = forms.BooleanField(
        required=False,
        label=_("I am worried about something now"),
        help_text=_("Then somebody reads it before everything else. You cannot take it back."),
    )

    def __init__(self, *args: Any, readers: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        """`readers`: those who can be chosen, as (id, sentence)."""
        super().__init__(*args, **options)
        usual = ("", _("As usual: anybody in the list above"))
        self.fields["chosen_reader"] = forms.ChoiceField(
            label=_("Who reads it first?"), required=False, choices=[usual, *readers], widget=forms.RadioSelect, initial=""
        )

    def clean_kind(self) -> str:
        """Nothing chosen is something else."""
        return str(self.cleaned_data.get("kind") or Contribution.Kind.OTHER)
