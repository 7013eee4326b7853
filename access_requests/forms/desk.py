"""What an officer fills in on the board and on the page of one request."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from access_requests.contact_ways import WAYS
from access_requests.lifecycle import LABELS, OPEN, State
from access_requests.models import Debrief
from access_requests.queries.board import ALL_ENDED, ALL_OPEN, MINE, NOBODY
from law.who_may_ask import OTHER_WAYS
from people.models import User
from stories.forms import WordsField

NAMELESS = ("", _("Choose a name"))
BOX = {"rows": 4, "dir": "auto", "spellcheck": "true", "autocomplete": "off"}


def _in_words(table: dict[Any, str]) -> list[tuple[str, Any]]:
    return [(str(key), _(words)) for key, words in table.items()]


class BoardForm(forms.Form):
    """Which requests the board shows. It is sent with GET and changes nothing."""

    state = forms.ChoiceField(label=_("Which requests"), required=False)
    officer = forms.ChoiceField(label=_("Who deals with them"), required=False)
    reference = forms.CharField(label=_("Reference"), required=False, max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *arguments: Any, officers: Iterable[User] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        each = [(str(state), _(LABELS[state])) for state in State]
        groups = [(ALL_OPEN, _("All that are open")), (ALL_ENDED, _("All that have ended"))]
        opened = [one for one in each if State(one[0]) in OPEN]
        ended = [one for one in each if State(one[0]) not in OPEN]
        cast(forms.ChoiceField, self.fields["state"]).choices = [groups[0], *opened, groups[1], *ended]
        names = [(str(one.pk), str(one)) for one in officers]
        cast(forms.ChoiceField, self.fields["officer"]).choices = [("", _("Everybody")), (MINE, _("Me")), (NOBODY, _("Nobody yet")), *names]


class OfficerForm(forms.Form):
    """Who deals with it from now on."""

    officer = forms.ChoiceField(label=_("Give it to"))

    def __init__(self, *arguments: Any, people: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["officer"]).choices = [NAMELESS, *people]


class ContactForm(forms.Form):
    """One talk, or one try, by the button that is pressed. There is no box for what was said."""

    way = forms.ChoiceField(label=_("How"), choices=[("", _("Choose how")), *_in_words(WAYS)])
    reached = forms.ChoiceField(choices=[("yes", _("We talked")), ("no", _("I tried"))])


class ReaderForm(forms.Form):
    """Who shares the reading."""

    second_reader = forms.ChoiceField(label=_("Who reads it with them"))

    def __init__(self, *arguments: Any, people: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*arguments, **more)
        cast(forms.ChoiceField, self.fields["second_reader"]).choices = [NAMELESS, *people]


class StopForm(forms.Form):
    """How they said that they want to stop it."""

    said = forms.ChoiceField(label=_("How did they tell you?"), choices=_in_words(WAYS), widget=forms.RadioSelect)


class OtherWayForm(forms.Form):
    """Where it goes instead, and what they read about it."""

    way = forms.ChoiceField(
        label=_("Why it is handled in another way"),
        choices=[(str(way), _(about.label)) for way, about in OTHER_WAYS.items()],
        widget=forms.RadioSelect,
    )
    words = WordsField(
        label=_("What you tell them"),
        help_text=_("Who meets them now, and how they can be reached. They read it as a message."),
        widget=forms.Textarea(attrs=BOX),
    )


class DebriefForm(forms.Form):
    """How somebody is who read something hard."""

    says = forms.ChoiceField(choices=Debrief.Says.choices)
