"""Forms of messages and letters about a request."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_requests.actions.write_message import LONGEST
from access_requests.letters.by_hand import BY_HAND
from access_requests.letters.posting import HOWS


class MessageForm(forms.Form):
    """A message. Nothing is stripped."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first."), "max_length": _("This is too long for one message. Send it in two.")},
    )


class AnswerForm(forms.Form):
    """What they answer to a question of ours."""

    words = forms.CharField(
        label=_("Your answer"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write your answer first."), "max_length": _("This is too long. Write the rest in a message.")},
    )


def _ways() -> list[tuple[str, str]]:
    return [(slug, gettext(name)) for slug, name in HOWS.items()]


class PostedForm(forms.Form):
    """How a letter left on paper."""

    how = forms.ChoiceField(
        label=_("How it left"), choices=_ways, widget=forms.RadioSelect, error_messages={"required": _("Choose how it left.")}
    )
    tracking = forms.CharField(label=_("Tracking number"), max_length=100, required=False, help_text=_("Only for tracked post."))


class SendLetterForm(forms.Form):
    """A letter that an officer sends by hand. Which fit is for the verb to say."""

    kind = forms.ChoiceField(choices=[(str(kind), str(kind)) for kind in BY_HAND], error_messages={"required": _("Choose a letter.")})
    why = forms.CharField(required=False, max_length=2_000)
