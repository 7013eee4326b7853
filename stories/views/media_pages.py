"""One photo, drawing or recording on a page of its own: what its author says about it, its place, its shape, and throwing it away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from files.media import NotTaken
from people.access import current_user, young_person_page
from people.models import Child
from stories.actions.change_media import Said, change_picture, describe_media, move_media, throw_media_away
from stories.lifecycle import Status
from stories.media import in_order, own_address, shown
from stories.media_forms import PartForm, SaidForm
from stories.models import Attachment, Contribution
from stories.recipes import EDGES, Grid, Recipe, Square, all_clear, cut, is_tapped, only, tapped, turned, uncut, unknowable
from stories.states import saved_sentence
from stories.views.away import wants_json
from stories.views.ways import OTHER_WAY, address_of

MODES = ("turn", "cut", "blur")
TURNS = {"left": 270, "right": 90}
UNDONE = {"cut": uncut, "blur": all_clear}


def own_attachment(request: HttpRequest, child: Child, pk: UUID) -> Attachment:
    """The reader's own. Raises Http404 for anybody else's, for one of a draft thrown away, and for none."""
    mine = Contribution.objects.visible_to(current_user(request), timezone.now()).kept().filter(child=child)
    found = Attachment.objects.filter(pk=pk, contribution__in=mine).select_related("contribution__child", "making").first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def media(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Say something about it, if you like. The page's script saves as you type."""
    attachment = own_attachment(request, child, pk)
    if attachment.contribution.standing is not Status.DRAFT:
        return redirect("stories:one", attachment.contribution_id)
    is_sound = attachment.kind == Attachment.Kind.SOUND
    if request.method != "POST":
        return _page(request, attachment, SaidForm(initial=_said(attachment), is_sound=is_sound))
    form = SaidForm(request.POST, is_sound=is_sound)
    if not form.is_valid():
        sentence = str(next(iter(form.errors.values()))[0])
        return JsonResponse({"sentence": sentence}, status=422) if wants_json(request) else _page(request, attachment, form)
    data, now = form.cleaned_data, timezone.now()
    said = Said(data["words"], data["in_words"], data.get("others_shown", False), data.get("is_drawing", False))
    attachment = describe_media(attachment=attachment, said=said, by=current_user(request), now=now)
    if wants_json(request):
        return JsonResponse({"sentence": saved_sentence(now), "version": 0})
    return redirect(_after(attachment, request.POST))


def _said(attachment: Attachment) -> dict[str, Any]:
    is_drawing = attachment.kind == Attachment.Kind.DRAWING
    said = {"words": attachment.caption, "in_words": attachment.in_words}
    return {**said, "others_shown": attachment.others_shown, "is_drawing": is_drawing}


def _page(request: HttpRequest, attachment: Attachment, form: SaidForm) -> HttpResponse:
    rows = in_order(attachment.contribution)
    shows = {
        "form": form,
        "attachment": attachment,
        "media": shown(attachment, address=own_address, number=rows.index(attachment) + 1, total=len(rows)),
        "number": rows.index(attachment) + 1,
        "total": len(rows),
    }
    return render(request, "stories/media.html", shows, status=422 if form.errors else 200)


def _after(attachment: Attachment, posted: QueryDict) -> str:
    """Where the button that was pressed leads: on to sending, to another one, or to its shape."""
    then, draft = posted.get("then", ""), attachment.contribution
    if then in MODES and attachment.kind != Attachment.Kind.SOUND:
        return f"{reverse('stories:shape_picture', args=[attachment.pk])}?way={then}"
    if then in OTHER_WAY:
        return address_of(OTHER_WAY[then], draft, {})
    if attachment.others_shown and then == "check" and "blur" not in attachment.making.recipe and "asked" not in posted:
        return f"{reverse('stories:media', args=[attachment.pk])}?others=1"
    if draft.prompt and draft.meeting_id:
        return reverse("stories:prepare", args=[draft.meeting_id])
    return reverse("stories:check", args=[draft.pk])


@require_POST
@young_person_page
def move(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """One place earlier or later."""
    attachment = own_attachment(request, child, pk)
    move_media(attachment=attachment, earlier=request.POST.get("where") == "earlier", by=current_user(request), now=timezone.now())
    return redirect(address_of("picture", attachment.contribution, {}))


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def throw_away(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Throw it away, after asking once."""
    attachment = own_attachment(request, child, pk)
    draft = attachment.contribution
    if draft.standing is not Status.DRAFT:
        return redirect("stories:one", draft.pk)
    if request.method != "POST":
        return render(request, "stories/throw_media_away.html", {"media": shown(attachment, address=own_address), "draft": draft})
    way = "voice" if attachment.kind == Attachment.Kind.SOUND else "picture"
    throw_media_away(attachment=attachment, by=current_user(request), now=timezone.now())
    messages.info(request, _("It is thrown away. Nothing of it is left here, and nobody else saw it."))
    return redirect(address_of(way, draft, {}))


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def shape(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Turn it, cut some off, blur a part. Each press is one step, and each can be undone."""
    attachment = own_attachment(request, child, pk)
    if attachment.kind == Attachment.Kind.SOUND:
        raise Http404
    if attachment.contribution.standing is not Status.DRAFT:
        return redirect("stories:one", attachment.contribution_id)
    mode = request.GET.get("way", "")
    mode = mode if mode in MODES else MODES[0]
    if request.method != "POST":
        return _shape_page(request, attachment, mode, PartForm())
    numbers = PartForm(request.POST) if "part" in request.POST else PartForm()
    try:
        change_picture(
            attachment=attachment,
            change=lambda recipe: _pressed(recipe, request.POST, numbers, _grid(attachment)),
            by=current_user(request),
            now=timezone.now(),
        )
    except ValueError:
        if numbers.is_bound:
            if not numbers.errors:
                numbers.add_error(None, _("This part is too small, or lies outside the picture. Nothing was changed."))
            return _shape_page(request, attachment, mode, numbers)
    except NotTaken as no:
        messages.info(request, gettext(no.sentence))
    return redirect(f"{reverse('stories:shape_picture', args=[pk])}?way={mode}")


def _grid(attachment: Attachment) -> Grid:
    return Grid.over(attachment.making.width or 0, attachment.making.height or 0)


def _pressed(recipe: Recipe, posted: QueryDict, numbers: PartForm, grid: Grid) -> Recipe:
    """The recipe after one press. Raises ValueError for numbers that name no part, and for a press nobody knows."""
    pressed = {name: str(posted.get(name, "")) for name in ("turn", "cut", "undo", "square")}
    if pressed["turn"] in TURNS:
        return turned(recipe, by=TURNS[pressed["turn"]])
    if pressed["cut"] in EDGES:
        return cut(recipe, edge=pressed["cut"])
    if pressed["undo"] in UNDONE:
        return UNDONE[pressed["undo"]](recipe)
    if pressed["square"]:
        row, column = (int(number) for number in pressed["square"].split("-"))
        return tapped(recipe, Square(min(row, grid.rows - 1), min(column, grid.columns - 1)), grid)
    if not numbers.is_valid():
        raise ValueError("No part is named.")
    return only(recipe, numbers.box) if posted.get("part") == "keep" else unknowable(recipe, numbers.box)


def _shape_page(request: HttpRequest, attachment: Attachment, mode: str, numbers: PartForm) -> HttpResponse:
    grid, recipe = _grid(attachment), attachment.making.recipe
    squares = [[(row, column, is_tapped(recipe, Square(row, column), grid)) for column in range(grid.columns)] for row in range(grid.rows)]
    shows = {
        "attachment": attachment,
        "media": shown(attachment, address=own_address),
        "mode": mode,
        "modes": MODES,
        "numbers": numbers,
        "squares": squares if mode == "blur" else [],
        "is_cut": "crop" in recipe,
        "is_blurred": "blur" in recipe,
        "here": f"{reverse('stories:shape_picture', args=[attachment.pk])}?way={mode}",
    }
    return render(request, "stories/shape.html", shows, status=422 if numbers.errors else 200)
