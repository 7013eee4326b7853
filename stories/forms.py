"""What arrives from the young person's pages. Words are taken exactly; everything else is optional."""

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import unquote_to_bytes

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stories.boards import MOST_LETTERS, MOST_TAPS
from stories.models import Contribution
from stories.prompts import PROMPTS
from stories.verbatim import BROKEN, MOST_TO_KEEP, TOO_MANY_TO_KEEP, CannotKeep, as_words, decoded

MOST_SAVES = 2_000_000_000  # what the database counts to
URL_ENCODED = "application/x-www-form-urlencoded"
Choice = Sequence[tuple[str, Any]]


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


class TapsField(forms.Field):
    """What is tapped on the boards, by the names the page gave. Names nobody knows say nothing, and are passed over."""

    widget = forms.MultipleHiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def to_python(self, value: Any) -> tuple[str, ...]:
        """The names, at most as many as any page has."""
        return tuple(str(one) for one in (value or [])[:MOST_TAPS] if len(str(one)) <= MOST_LETTERS)


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
    person = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    follows = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    shows_boards = forms.BooleanField(required=False, widget=forms.HiddenInput)
    taps = TapsField()
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

    @property
    def says_something(self) -> bool:
        """Whether a valid page has words or taps."""
        return bool(self.cleaned_data["words"] or self.cleaned_data["taps"])

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
    attached = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What is it?"), required=False, widget=forms.RadioSelect)
    subject = forms.ChoiceField(label=_("What is it about?"), required=False, widget=forms.RadioSelect)
    language = forms.CharField(
        label=_("Which language is it in?"),
        help_text=_("Only if it is not English. Then somebody who knows it helps us to read it."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    chosen_reader = forms.ChoiceField(label=_("Who reads it first?"), required=False, widget=forms.RadioSelect)
    about_my_worker = forms.BooleanField(
        required=False,
        label=_("This is about my worker"),
        help_text=_("Then a manager reads it first. Your worker can still see it, unless you choose somebody else above."),
    )
    helped_by = forms.CharField(
        label=_("Did somebody help you, or sit with you?"),
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

    def __init__(
        self, *args: Any, kinds: Choice = (), subjects: Choice = (), readers: Choice = (), otherwise: str = "", **options: Any
    ) -> None:
        """What can be chosen, as (value, words). `otherwise`: the kind of what nobody gave a kind."""
        super().__init__(*args, **options)
        self.otherwise = otherwise or str(Contribution.Kind.OTHER)
        self._offer("kind", kinds)
        self._offer("subject", [("", _("Nothing in particular")), *subjects])
        self._offer("chosen_reader", [("", _("As usual: anybody in the list above")), *readers])

    def _offer(self, name: str, choices: Choice) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = list(choices)

    def clean_kind(self) -> str:
        """Nothing chosen is something else."""
        return str(self.cleaned_data.get("kind") or self.otherwise)
