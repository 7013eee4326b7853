"""Writing: one field, kept as a draft as often as one likes, private until it is sent."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from stories.actions.save_draft import ChangedElsewhere
from stories.actions.throw_away import throw_away
from stories.forms import DraftForm
from stories.lifecycle import Status
from stories.media import own_address, shown_media
from stories.models import Contribution
from stories.queries import entry_to_write_about
from stories.states import saved_sentence
from stories.views.away import keep_for_author, wants_json
from stories.views.pages import SOMEBODY_ELSE, arrived, as_new, blank, came_from, filled, own_contribution, own_draft, save_form, write_page
from stories.views.ways import address_of, begun_with

# A button that keeps what is there and goes on in another way.
OTHER_WAY = {"words": "write", "taps": "taps", "picture": "picture", "voice": "voice"}


@require_safe
@young_person_page
def write(request: HttpRequest, child: Child) -> HttpResponseBase:
    """A blank page (`?about=` an entry, `?person=`, `?meeting=`, `?follows=`, `?kind=`), or a draft to go on with (`?draft=`)."""
    return _open(request, child, boards=False)


@require_safe
@young_person_page
def taps(request: HttpRequest, child: Child) -> HttpResponseBase:
    """The same with boards to tap: pictures first, words if one likes."""
    return _open(request, child, boards=True)


def _open(request: HttpRequest, child: Child, *, boards: bool) -> HttpResponse:
    if "draft" in request.GET:
        draft = own_draft(request, child, request.GET["draft"])
        if draft.standing is not Status.DRAFT:
            return redirect("stories:one", draft.pk)
        return write_page(request, child, filled(DraftForm, draft, boards=boards), draft=draft)
    about = entry_to_write_about(current_user(request), request.GET.get("about"), timezone.now())
    more: dict[str, object] = {name: request.GET.get(name, "") for name in ("person", "meeting", "prompt", "follows")}
    kind = request.GET.get("kind", "")
    kind = kind if kind in Contribution.Kind.values else ""
    return write_page(request, child, blank(DraftForm, about=about, kind=kind, shows_boards=boards, **more, **_id_given(request)))


def _id_given(request: HttpRequest) -> dict[str, UUID]:
    """The id for an answer on a preparation sheet, which is given by its question."""
    try:
        return {"draft": UUID(request.GET.get("new", ""))}
    except ValueError:
        return {}


@login_not_required
@require_POST
def save(request: HttpRequest) -> HttpResponseBase:
    """Keep the words as a draft. Open, so that what arrives after the session ended waits for its author instead of being lost."""
    if not request.user.is_authenticated:
        return keep_for_author(request)
    return _keep(request)


@young_person_page
def _keep(request: HttpRequest, child: Child) -> HttpResponseBase:
    form = arrived(request, DraftForm)
    if not form.is_valid():
        return _refused(request, child, form, form.why_not, 422)
    if not came_from(request, current_user(request)):
        return _refused(request, child, as_new(form), SOMEBODY_ELSE, 401)
    if form.says_something or child.contributions.filter(pk=form.cleaned_data["draft"]).exists():
        return _store(request, child, form)
    if then := OTHER_WAY.get(request.POST.get("then", "")):
        return redirect(address_of(then, None, begun_with(form)))
    return _refused(request, child, form, gettext_noop("There is nothing here yet. Say something first."), 422)


def _store(request: HttpRequest, child: Child, form: DraftForm) -> HttpResponseBase:
    """Keep valid words; where that cannot be, show both windows or a page of their own."""
    try:
        draft = save_form(form, child=child, by=current_user(request), now=timezone.now())
    except ChangedElsewhere as clash:
        if wants_json(request):
            return JsonResponse({"sentence": clash.sentence}, status=409)
        came = form.cleaned_data
        page = filled(DraftForm, clash.held, came["words"], taps=came["taps"] or None, boards=came["shows_boards"])
        return write_page(request, child, page, held=clash.held)
    except NotAllowed as refusal:
        if refusal.code == "not_yours":
            raise Http404 from refusal
        return _refused(request, child, as_new(form), refusal.sentence, 409)
    if wants_json(request):
        return JsonResponse({"sentence": saved_sentence(draft.saved_at), "version": draft.version})
    if then := OTHER_WAY.get(request.POST.get("then", "")):
        return redirect(address_of(then, draft, {}))
    if draft.prompt and draft.meeting_id:
        return redirect("stories:prepare", draft.meeting_id)
    return redirect("stories:check", draft.pk) if request.POST.get("then") == "check" else redirect("stories:list")


def _refused(request: HttpRequest, child: Child, form: DraftForm, sentence: str, status: int) -> HttpResponse:
    """Say why, and give the words back."""
    if wants_json(request):
        return JsonResponse({"sentence": gettext(sentence)}, status=status)
    messages.info(request, gettext(sentence))
    return write_page(request, child, form)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def throw(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Throw a draft away, after asking once."""
    draft = own_contribution(request, child, pk)
    if draft.standing is not Status.DRAFT:
        return redirect("stories:one", draft.pk)
    if request.method == "POST":
        throw_away(draft=draft, by=current_user(request), now=timezone.now())
        messages.info(request, _("We threw that draft away. Nobody else saw it."))
        return redirect("stories:list")
    return render(request, "stories/throw_away.html", {"draft": draft, "media": shown_media(draft, address=own_address)})
