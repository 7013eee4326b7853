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
from stories.models import Contribution
from stories.queries import entry_to_write_about
from stories.states import saved_sentence
from stories.views.away import keep_for_author, wants_json
from stories.views.pages import SOMEBODY_ELSE, arrived, as_new, blank, came_from, filled, own_contribution, own_draft, save_form, write_page


@require_safe
@young_person_page
def write(request: HttpRequest, child: Child) -> HttpResponseBase:
    """A blank page (`?about=` an entry, `?kind=` one of the kinds), or a draft to go on with (`?draft=`)."""
    if "draft" in request.GET:
        draft = own_draft(request, child, request.GET["draft"])
        if draft.standing is not Status.DRAFT:
            return redirect("stories:one", draft.pk)
        return write_page(request, child, filled(DraftForm, draft), draft=draft)
    about = entry_to_write_about(current_user(request), request.GET.get("about"), timezone.now())
    kind = request.GET.get("kind", "")
    return write_page(request, child, blank(DraftForm, about=about, kind=kind if kind in Contribution.Kind.values else ""))


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
    if not form.cleaned_data["words"] and not child.contributions.filter(pk=form.cleaned_data["draft"]).exists():
        return _refused(request, child, form, gettext_noop("There are no words here yet. Write something first."), 422)
    return _store(request, child, form)


def _store(request: HttpRequest, child: Child, form: DraftForm) -> HttpResponseBase:
    """Keep valid words; where that cannot be, show both windows or a page of their own."""
    try:
        draft = save_form(form, child=child, by=current_user(request), now=timezone.now())
    except ChangedElsewhere as clash:
        if wants_json(request):
            return JsonResponse({"sentence": clash.sentence}, status=409)
        return write_page(request, child, filled(DraftForm, clash.held, form.cleaned_data["words"]), held=clash.held)
    except NotAllowed as refusal:
        if refusal.code == "not_yours":
            raise Http404 from refusal
        return _refused(request, child, as_new(form), refusal.sentence, 409)
    if wants_json(request):
        return JsonResponse({"sentence": saved_sentence(draft.saved_at), "version": draft.version})
    if draft.meeting_id:
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
    return render(request, "stories/throw_away.html", {"draft": draft})
