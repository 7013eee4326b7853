"""Photos, drawings and recordings: adding them to a draft, saying something about each, and handing out one's own."""

from typing import Any
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from files.handing_out import hand_out_copy
from files.media import NotTaken
from files.media.limits import MOST_SOUND_SECONDS
from files.queries import safe_copy
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from stories.actions.add_media import MOST_MEDIA, add_media
from stories.forms import DraftForm
from stories.media import own_address, shown_media
from stories.media_forms import PHOTOS, SOUNDS, AddForm
from stories.models import Attachment, Contribution
from stories.queries import asylum_notice, entry_to_write_about
from stories.views.media_pages import own_attachment
from stories.views.pages import (
    about_in_words,
    arrived,
    author_token,
    blank,
    came_from,
    filled,
    own_contribution,
    save_form,
    subject_of_page,
)
from stories.views.ways import CARRIED, ways

PAGES = {"picture": "stories/picture.html", "voice": "stories/voice.html"}


@csp_update({"img-src": ["blob:"]})
@require_safe
@young_person_page
def picture(request: HttpRequest, child: Child) -> HttpResponseBase:
    """Where photos and drawings are added. `blob:`, so that each shows while it is on its way."""
    return _adding_page(request, child, "picture")


@csp_update({"media-src": ["blob:"]})
@require_safe
@young_person_page
def voice(request: HttpRequest, child: Child) -> HttpResponseBase:
    """Where a voice is recorded, or a recording added. `blob:`, so that it can be listened to before anything leaves the phone."""
    return _adding_page(request, child, "voice")


def _adding_page(request: HttpRequest, child: Child, way: str) -> HttpResponse:
    form, draft = _begun(request, child)
    now, user = timezone.now(), current_user(request)
    about = entry_to_write_about(user, str(form["about"].value() or ""), now)
    there = shown_media(draft, address=own_address) if draft else []
    shown = {
        "form": form,
        "add": AddForm(initial=AddForm.start()),
        "author": author_token(user),
        "draft": draft,
        "about": about_in_words(about, child) or subject_of_page(form, user, child, now),
        "asylum": asylum_notice(user, now),
        "way": way,
        "ways": ways(draft, form),
        "media": there,
        "left": max(0, MOST_MEDIA - len(there)),
        "most": MOST_MEDIA,
        "accept": PHOTOS if way == "picture" else SOUNDS,
        "minutes": MOST_SOUND_SECONDS // 60,
        "seconds": MOST_SOUND_SECONDS,
    }
    return render(request, PAGES[way], shown)


def _begun(request: HttpRequest, child: Child) -> tuple[DraftForm, Contribution | None]:
    """The draft that is gone on with, or an empty page that becomes one with its first file."""
    if "draft" in request.GET:
        draft = _mine(request, child, request.GET["draft"])
        return filled(DraftForm, draft), draft
    start: dict[str, Any] = {name: request.GET.get(name, "") for name in CARRIED}
    start |= _id_given(request)
    return blank(DraftForm, **start), None


def _id_given(request: HttpRequest) -> dict[str, UUID]:
    """The id for an answer on a preparation sheet, which is given by its question."""
    try:
        return {"draft": UUID(request.GET.get("new", ""))}
    except ValueError:
        return {}


def _mine(request: HttpRequest, child: Child, draft_id: str) -> Contribution:
    try:
        draft = own_contribution(request, child, UUID(draft_id))
    except ValueError:
        raise Http404 from None
    if draft.sent_at is not None:
        raise NotAllowed("already_sent", _("You have sent this already. Start a new one to add something."))
    return draft


@login_not_required
@require_POST
def add(request: HttpRequest) -> HttpResponseBase:
    """Take files for a draft. Open, so that the page of somebody whose session ended is told so, and keeps the files it has."""
    if not request.user.is_authenticated:
        return _say(request, _("You were away, so we closed your page to keep it private. Sign in, then add it again."), 401)
    return _add(request)


@young_person_page
def _add(request: HttpRequest, child: Child) -> HttpResponseBase:
    form, files = arrived(request, DraftForm), AddForm(request.POST, request.FILES)
    if not form.is_valid() or not files.is_valid():
        raise Http404
    if not came_from(request, current_user(request)):
        return _say(request, _("Somebody else was signed in when this page was opened. Open it again, then add it."), 409)
    chosen = request.FILES.getlist("files")
    if not chosen:
        return _say(request, _("Nothing was chosen yet. Choose one first."), 422)
    try:
        draft = _draft_for(form, child, request)
        return _answer(request, draft, *_take_all(draft, chosen, files.cleaned_data, request))
    except NotAllowed as refusal:
        if refusal.code == "not_yours":
            raise Http404 from refusal
        return _say(request, refusal.sentence, 409)


def _answer(request: HttpRequest, draft: Contribution, added: list[Attachment], refused: list[str]) -> HttpResponseBase:
    """On to what was added: one on a page of its own, several together. What was not taken is said."""
    if not added:
        return _say(request, refused[0], 422)
    for sentence in refused:
        messages.info(request, sentence)
    there = reverse("stories:media", args=[added[0].pk])
    there = there if len(added) + len(refused) == 1 else f"{reverse('stories:picture')}?draft={draft.pk}"
    if _wants_json(request):
        return JsonResponse({"draft": str(draft.pk), "attachment": str(added[0].pk), "page": there})
    return redirect(there)


def _take_all(draft: Contribution, chosen: list[Any], data: dict[str, Any], request: HttpRequest) -> tuple[list[Attachment], list[str]]:
    """What was taken, and a sentence for each that was not: one bad file among several loses none of the others."""
    added, refused = [], []
    for one in chosen:
        try:
            added.append(_take(draft, one, data, request))
        except NotTaken as no:
            refused.append(gettext(no.sentence))
    return added, refused


def _draft_for(form: DraftForm, child: Child, request: HttpRequest) -> Contribution:
    """The draft these files are for. It is made by the first; words that are in it already stay as they are."""
    draft = Contribution.objects.filter(pk=form.cleaned_data["draft"]).select_related("child").first()
    return draft or save_form(form, child=child, by=current_user(request), now=timezone.now())


def _take(draft: Contribution, file: Any, data: dict[str, Any], request: HttpRequest) -> Attachment:
    return add_media(
        draft=draft,
        upload=data["upload"],
        content=file.read(),
        name=file.name or "",
        place=data["place"],
        by=current_user(request),
        now=timezone.now(),
    )


def _say(request: HttpRequest, sentence: str, status: int) -> HttpResponseBase:
    """Why it was not taken: to the page's script as it is, to a person on the page they came from."""
    if _wants_json(request):
        return JsonResponse({"sentence": sentence}, status=status)
    messages.info(request, sentence)
    way = "voice" if request.POST.get("way") == "voice" else "picture"
    draft = request.POST.get("draft", "")
    known = request.user.is_authenticated and Contribution.objects.filter(pk=draft, author=request.user.pk).exists()
    return redirect(f"{reverse(f'stories:{way}')}{f'?draft={draft}' if known else ''}")


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


@require_safe
@young_person_page
def attachment_copy(request: HttpRequest, child: Child, pk: UUID, form: str) -> HttpResponseBase:
    """One copy made to be shown or played, to the person who made the original. What they hid on this phone asks for the passphrase."""
    attachment = own_attachment(request, child, pk)
    if attachment.contribution.hidden_by_author:
        return _after_passphrase(request, attachment, form)
    return _copy(request, attachment, form)


@reauthentication_required
def _after_passphrase(request: HttpRequest, attachment: Attachment, form: str) -> HttpResponseBase:
    return _copy(request, attachment, form)


def _copy(request: HttpRequest, attachment: Attachment, form: str) -> HttpResponseBase:
    copy = safe_copy(attachment.making, form)
    if copy is None:
        raise Http404
    return hand_out_copy(request, copy)
