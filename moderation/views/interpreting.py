"""Words that the reader does not understand: asking for somebody who does, and writing down what they say it means."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from moderation.actions.add_translation import Meaning, add_translation
from moderation.actions.ask_for_interpreter import ask_for_interpreter
from moderation.actions.look import look
from moderation.actions.understand import understand
from moderation.views.beside import copy_address
from moderation.views.looked_after import Interpreting, interpreting_of
from moderation.views.page import done, found, reads
from people.access import current_user
from people.errors import NotAllowed
from stories.meanings import THE_WORDS
from stories.media import shown_media
from stories.models import Contribution


class MeaningForm(forms.Form):
    """What it means. The interpreter's words are kept as they are typed."""

    part = forms.ChoiceField(label=gettext_lazy("What did they put into another language?"), widget=forms.RadioSelect)
    from_language = forms.CharField(
        label=gettext_lazy("From which language?"),
        max_length=80,
        error_messages={"required": gettext_lazy("Write which language it is in. Ask the interpreter if you do not know.")},
    )
    to_language = forms.CharField(
        label=gettext_lazy("Into which language?"),
        max_length=80,
        error_messages={"required": gettext_lazy("Write which language it was put into.")},
    )
    interpreter = forms.CharField(
        label=gettext_lazy("Who put it into the other language?"),
        help_text=gettext_lazy("Their name. It stands beside the words, and the young person sees it."),
        max_length=300,
        error_messages={"required": gettext_lazy("Write the name of the interpreter.")},
    )
    text = forms.CharField(
        label=gettext_lazy("What it means, as the interpreter says it"),
        strip=False,
        error_messages={"required": gettext_lazy("Write what it means.")},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "spellcheck": "true", "autocomplete": "off"}),
    )


@require_POST
@reads
def ask(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """I do not understand these words."""
    contribution, part = found(request, pk), request.POST.get("part", THE_WORDS)
    try:
        ask_for_interpreter(contribution=contribution, part=part, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        return done(request, refusal.sentence, pk)
    return done(request, _("Find somebody who understands it now. The clock runs until somebody has, whatever is decided meanwhile."), pk)


@require_POST
@reads
def understood(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """I understand it."""
    contribution, part = found(request, pk), request.POST.get("part", THE_WORDS)
    try:
        understand(contribution=contribution, part=part, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        return done(request, refusal.sentence, pk)
    return done(request, _("Written down: you understand it."), pk)


@require_http_methods(["GET", "HEAD", "POST"])
@reads
def meaning(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """What it means: the words or the recording on one side, the form on the other. Nothing typed is lost when a line is missing."""
    contribution, now = found(request, pk), timezone.now()
    interpreting = interpreting_of(contribution, now)
    form = _form(request, interpreting)
    if request.method == "POST" and form.is_valid():
        try:
            said = Meaning(**form.cleaned_data)
            add_translation(contribution=contribution, meaning=said, by=current_user(request), now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return done(request, _("It stands beside their words, and they can read it too. Their own words stay as they are."), pk)
    return _page(request, contribution, form, interpreting)


def _form(request: HttpRequest, interpreting: Interpreting) -> MeaningForm:
    parts = interpreting.parts
    first = next((part.key for part in parts if part.waits), parts[0].key if parts else "")
    start = {"part": first, "from_language": interpreting.language, "to_language": _("English")}
    form = MeaningForm(request.POST if request.method == "POST" else None, initial=start)
    choices = [(part.key, part.label) for part in parts]
    form.fields["part"] = forms.ChoiceField(label=form.fields["part"].label, choices=choices, widget=forms.RadioSelect)
    return form


def _page(request: HttpRequest, contribution: Contribution, form: MeaningForm, interpreting: Interpreting) -> HttpResponse:
    look(contribution=contribution, by=current_user(request), now=timezone.now())
    sounds = [one for one in shown_media(contribution, address=copy_address, mine=False) if one.is_sound]
    shown = {"contribution": contribution, "child": contribution.child, "form": form, "sounds": sounds, "interpreting": interpreting}
    return render(request, "moderation/meaning.html", shown, status=422 if form.errors else 200)
