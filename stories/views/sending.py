"""Before sending: exactly who will read it, and when. Then sending, once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child, User
from people.reach import Reader
from people.sign_in import ask_passphrase_again
from stories.actions.send import Choices, send
from stories.boards import said_by_taps
from stories.flags import is_hard, looks_soon
from stories.forms import SendForm
from stories.kinds import kinds_of
from stories.lifecycle import Status
from stories.media import fingerprint, own_address, shown_media
from stories.models import Contribution
from stories.permissions import check_can_send
from stories.queries import (
    asylum_notice,
    entry_to_write_about,
    first_reader,
    open_clocks,
    readers_if_chosen,
    readers_in_file,
    readers_to_choose,
    who_will_read,
)
from stories.states import is_anybody_here, will_read, would_read
from stories.subjects import can_choose_subject, in_words, key_of, subjects_of
from stories.views.pages import about_in_words, contacts_for, own_contribution
from stories.views.shown import shown_readers


@require_safe
@young_person_page
def check(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Look once more before sending."""
    draft = own_contribution(request, child, pk)
    if draft.standing is not Status.DRAFT:
        return redirect("stories:sent", draft.pk)
    try:
        check_can_send(draft, None)
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
        return redirect(f"{reverse('stories:write')}?{urlencode({'draft': str(draft.pk)})}")
    return _check_page(request, child, draft, _form(child, draft))


@require_POST
@young_person_page
def send_words(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Send. A second press, or a second window, comes to the same page."""
    draft = own_contribution(request, child, pk)
    if draft.standing is not Status.DRAFT:
        return redirect("stories:sent", draft.pk)
    form = _form(child, draft, request.POST)
    if not form.is_valid():
        return _check_page(request, child, draft, form)
    try:
        send(draft=draft, choices=_choices(form), by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        fresh = own_contribution(request, child, pk)
        return _check_page(request, child, fresh, _form(child, fresh, chosen=form.cleaned_data), refusal=refusal.sentence)
    if form.cleaned_data["hide"]:
        ask_passphrase_again(request)
    return redirect("stories:sent", draft.pk)


@require_safe
@young_person_page
def sent(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """It is sent: who reads it and by when; after an urgent one, whom to call until then."""
    contribution, now = own_contribution(request, child, pk), timezone.now()
    if contribution.standing is Status.DRAFT:
        return redirect("stories:check", contribution.pk)
    reader, clock = first_reader(contribution, now), open_clocks([contribution]).get(contribution.pk)
    look_soon = looks_soon(contribution)
    shown = {
        "contribution": contribution,
        "will_read": will_read(contribution, clock=clock, reader=str(reader or ""), now=now) if clock else "",
        "readers": shown_readers(who_will_read(contribution, now), first=reader),
        "look_soon": look_soon,
        **(contacts_for(child) if look_soon else {}),
        "somebody_here": is_anybody_here(now),
        "is_hard": is_hard(contribution),
    }
    return render(request, "stories/sent.html", shown)


def _check_page(request: HttpRequest, child: Child, draft: Contribution, form: SendForm, refusal: str = "") -> HttpResponse:
    now = timezone.now()
    first = first_reader(draft, now)
    shown = {
        "draft": draft,
        "form": form,
        "refusal": refusal,
        "asylum": asylum_notice(current_user(request), now),
        "board": said_by_taps(draft.board, translate=gettext),
        "media": shown_media(draft, address=own_address),
        "attached": fingerprint(draft),
        "about": about_in_words(entry_to_write_about(current_user(request), str(draft.about_id or ""), now), child) or in_words(draft, now),
        "can_choose_subject": can_choose_subject(draft),
        "readers": shown_readers(who_will_read(draft, now), first=first),
        "readers_in_file": shown_readers(readers_in_file(child, now)),
        "would_read": would_read(child, reader=str(first or ""), now=now),
    }
    return render(request, "stories/check.html", shown, status=422 if refusal or form.errors else 200)


def _form(child: Child, draft: Contribution, posted: QueryDict | None = None, chosen: dict[str, Any] | None = None) -> SendForm:
    """The form with everybody who may be chosen; `chosen`: what was chosen before the page had to be shown again."""
    now, user = timezone.now(), draft.author
    start = {"kind": draft.kind, "subject": key_of(draft), **(chosen or {}), "version": draft.version}
    readers = [(str(reader.user.pk), _what_choosing_means(child, reader)) for reader in readers_to_choose(child, now)]
    return SendForm(
        posted,
        initial=start,
        kinds=kinds_of(draft),
        subjects=_subjects(user, child, draft, now) if can_choose_subject(draft) else (),
        readers=readers if len(readers) > 1 else (),
        otherwise=draft.kind if draft.follows_id else "",
    )


def _subjects(user: User, child: Child, draft: Contribution, at: datetime) -> list[tuple[str, str]]:
    """What it can be about, and what it is about already."""
    found = {one.key: one.words for one in subjects_of(user, child, at)}
    key = key_of(draft)
    if key and key not in found:
        about = about_in_words(entry_to_write_about(user, str(draft.about_id or ""), at), child)
        found[key] = about or in_words(draft, at) or _("What you are writing about")
    return list(found.items())


def _what_choosing_means(child: Child, reader: Reader) -> str:
    others = [str(other.user) for other in readers_if_chosen(child, reader.user, timezone.now()) if other.user != reader.user]
    places = {"who": reader.user, "role": reader.role, "others": _(" and ").join(others)}
    if not others:
        return _("%(who)s, %(role)s. Nobody else can read it until it is in your file.") % places
    return _("%(who)s, %(role)s. Only %(others)s can read it too, until it is in your file.") % places


def _choices(form: SendForm) -> Choices:
    data = form.cleaned_data
    return Choices(
        kind=data["kind"],
        subject=data["subject"] if "subject" in form.data else None,
        language=data["language"],
        helped_by=data["helped_by"],
        about_my_worker=data["about_my_worker"],
        chosen_reader=UUID(data["chosen_reader"]) if data["chosen_reader"] else None,
        hide=data["hide"],
        urgent=data["urgent"],
        version=data["version"],
        attached=data["attached"],
    )
