"""Writing plain words about one entry: kept as they are typed, looked over, shown on a phone, published in a worker's name."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from official_file.actions.ask_second_look import ask_second_look, give_second_look
from official_file.actions.keep_plain_draft import keep_plain_draft
from official_file.actions.let_them_check import let_them_check
from official_file.actions.publish_plain_draft import TooHard, publish_plain_draft
from official_file.approved_sentences import approval
from official_file.key_summaries import try_head
from official_file.levels import EASY, FIRST_LANGUAGE, LEVELS, PLAIN, try_words
from official_file.models import EntryNow, PlainDraft
from official_file.models.now import State
from official_file.permissions import can_decide
from official_file.plain_drafts import as_head, as_version, asked_of, open_draft
from official_file.queries import entry_for
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission
from portal.actions.look import look_at_entry
from portal.display import USUAL
from portal.forms.writing_plainly import ColleagueForm, LookForm, PlainWordsForm
from portal.queries.entry_page import entry_page
from portal.queries.writing_plainly import WritingPage, advice_on, writing_page

WRITTEN = (PLAIN, EASY)
Do = Callable[[HttpRequest, EntryNow, PlainDraft], HttpResponse]


@staff_page(Permission.READ_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The original beside what is written; one button keeps and looks over, others publish or ask somebody."""
    row, level = _row(request, entry_id), _level(request)
    user, now = current_user(request), timezone.now()
    draft = open_draft(row.entry, level, FIRST_LANGUAGE)
    asked = draft is not None and draft.second_reader_id == user.pk
    if not (can_decide(user, row.entry, now) or asked):
        raise Http404
    if request.method != "POST":
        look_at_entry(entry=row.entry, by=user, now=now)
        return _page(request, row, level)
    form = _form(request, writing_page(row, level, user, now))
    if not form.is_valid():
        look_at_entry(entry=row.entry, by=user, now=now)
        return _page(request, row, level, form)
    try:
        draft = _keep(request, row, level, form)
        do = DO.get(request.POST.get("do", "publish"))
        return do(request, row, draft) if do else redirect(f"{_address(row, level)}#looked-over")
    except TooHard as warning:
        look_at_entry(entry=row.entry, by=user, now=now)
        return _page(request, row, level, warning=str(warning.sentence))
    except NotAllowed as refusal:
        form.add_error(None, refusal.sentence)
        look_at_entry(entry=row.entry, by=user, now=now)
        return _page(request, row, level, form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def keep(request: HttpRequest, entry_id: UUID) -> HttpResponseBase:
    """What is typed, kept a moment after each change; the answer says what to look at again."""
    row, level = _row(request, entry_id), _level(request)
    form = _form(request, writing_page(row, level, current_user(request), timezone.now()))
    if not form.is_valid():
        return JsonResponse({"sentence": gettext("Part of this could not be kept.")}, status=422)
    try:
        draft = _keep(request, row, level, form)
    except NotAllowed as refusal:
        return JsonResponse({"sentence": str(refusal.sentence)}, status=409)
    advice = render_to_string("portal/staff/parts/advice.html", {"advice": advice_on(draft.text)}, request)
    return JsonResponse({"sentence": gettext("Kept. Nobody else reads it yet."), "version": draft.version, "advice": advice})


@staff_page(Permission.READ_FILE)
@require_POST
def second_look(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The answer of the colleague who was asked."""
    user = current_user(request)
    draft = get_object_or_404(PlainDraft.objects.select_related("entry__child"), pk=draft_id, second_reader=user)
    form = LookForm(request.POST)
    words, fine = (form.cleaned_data["words"] if form.is_valid() else ""), request.POST.get("do") == "fine"
    try:
        give_second_look(draft=draft, fine=fine, words=words, by=user, now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
        return redirect("portal:words_to_look_over", draft.pk)
    messages.success(request, gettext("Thank you. Your colleague sees what you said."))
    return redirect("portal:desk")


@staff_page(Permission.READ_FILE)
@require_safe
def look_over(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The words a colleague of the same team was asked about, and nothing else of the record: not whose it is, not the original."""
    user, now = current_user(request), timezone.now()
    draft = get_object_or_404(asked_of(user, now), pk=draft_id)
    look_at_entry(entry=draft.entry, by=user, now=now)
    shown = {"draft": draft, "advice": advice_on(draft.text), "form": LookForm()}
    return render(request, "portal/staff/look_over.html", shown)


@staff_page(Permission.READ_FILE)
@require_safe
def preview(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Exactly what the young person will see, with the words of now in their place, at the level asked for."""
    row, now = _row(request, entry_id), timezone.now()
    level = request.GET.get("level", PLAIN)
    if level not in LEVELS:
        raise Http404
    drafts = [open_draft(row.entry, one, FIRST_LANGUAGE) for one in WRITTEN]
    try_words(row.entry, [as_version(draft) for draft in drafts if draft and draft.text.strip()])
    for draft in drafts:
        if draft and draft.what_it_is.strip():
            try_head(row.entry, as_head(draft))
    look_at_entry(entry=row.entry, by=current_user(request), now=now)
    page = entry_page(row=row, user=None, child=row.child, at=now, level=level)
    return render(request, "portal/staff/preview.html", {"shown": page, "child": row.child, "reader": "young_person", "display": USUAL})


def _publish(request: HttpRequest, row: EntryNow, draft: PlainDraft) -> HttpResponse:
    anyway = request.POST.get("anyway") == "1"
    publish_plain_draft(draft=draft, anyway=anyway, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("Your words are published. The phone shows what they read now."))
    return redirect("portal:staff_entry", row.pk)


def _ask(request: HttpRequest, row: EntryNow, draft: PlainDraft) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    page = writing_page(row, draft.level, user, now)
    there = {str(one.pk): one for one in (*page.colleagues, *page.team_mates)}
    chosen = there.get(request.POST.get("colleague", ""))
    if chosen is None:
        raise NotAllowed("nobody", gettext("Choose a colleague."))
    ask_second_look(draft=draft, of=chosen, by=user, now=now)
    messages.success(request, gettext("Asked. %(name)s finds it on their desk.") % {"name": chosen})
    return redirect(_address(row, draft.level))


def _show(request: HttpRequest, row: EntryNow, draft: PlainDraft) -> HttpResponse:
    let_them_check(draft=draft, by=current_user(request), now=timezone.now())
    said = gettext("%(name)s can read these words now and say whether they fit.") % {"name": row.child.known_as}
    messages.success(request, said)
    return redirect(_address(row, draft.level))


DO: dict[str, Do] = {"publish": _publish, "ask": _ask, "show": _show}


def _keep(request: HttpRequest, row: EntryNow, level: str, form: PlainWordsForm) -> PlainDraft:
    given = form.cleaned_data
    return keep_plain_draft(
        entry=row.entry,
        level=level,
        language=FIRST_LANGUAGE,
        words=form.words,
        pictures=given.get("pictures", ()),
        written_with=given["written_with"],
        version=given["version"],
        by=current_user(request),
        now=timezone.now(),
    )


def _row(request: HttpRequest, entry_id: UUID) -> EntryNow:
    """The entry, through reach. Raises Http404 for a stranger, for their own words and for what is destroyed."""
    row = entry_for(current_user(request), entry_id, timezone.now())
    if row is None or row.state == State.DISPOSED or row.kind == "own_words":
        raise Http404
    return row


def _level(request: HttpRequest) -> str:
    """The level that is written. Raises Http404 for one that nobody writes."""
    level = request.GET.get("level", PLAIN)
    if level not in WRITTEN:
        raise Http404
    return level


def _address(row: EntryNow, level: str) -> str:
    return f"{reverse('portal:entry_plain', args=[row.pk])}?level={level}"


def _form(request: HttpRequest, page: WritingPage) -> PlainWordsForm:
    return PlainWordsForm(request.POST, level=page.level, has_head=page.has_head)


def _page(request: HttpRequest, row: EntryNow, level: str, form: PlainWordsForm | None = None, warning: str = "") -> HttpResponse:
    """The whole page; nothing typed is lost."""
    user = current_user(request)
    page = writing_page(row, level, user, timezone.now())
    shown = {
        "page": page,
        "child": row.child,
        "form": form or PlainWordsForm(initial=page.initial, level=level, has_head=page.has_head),
        "colleague_form": ColleagueForm(colleagues=page.colleagues, team_mates=page.team_mates),
        "look_form": LookForm() if page.draft and page.draft.second_reader_id == user.pk else None,
        "decides": can_decide(user, row.entry, timezone.now()),
        "warning": warning,
        "sentences_approved": approval() is not None,
    }
    return render(request, "portal/staff/write_plain.html", shown, status=422 if warning or (form and form.errors) else 200)
