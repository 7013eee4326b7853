"""What the pages of one's own words share: finding one's own, the page on which words are written, and keeping them."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid4

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from cms.queries import Contact, support_contacts, wording
from law.working_time import london_day
from official_file.models import EntryNow
from official_file.presentation import show
from people.access import current_user
from people.models import Child, User
from stories.actions.save_draft import Start, Taps, save_draft
from stories.boards import ShownBoard, board_from, said_by_taps, taps_on, to_tap
from stories.draft_order import Stamp
from stories.forms import DraftForm, arrived_whole
from stories.media import own_address, shown_media
from stories.models import Contribution
from stories.queries import asylum_notice, entry_to_write_about
from stories.sheets import sheet_of
from stories.states import is_anybody_here, next_read_sentence, saved_on
from stories.subjects import called, followed, meeting_in_words, meeting_to_write_about, names_known, person_known

AUTHOR_SALT = "stories.author"
ONE_DAY = 86_400
IDENTITY = {"draft", "version", "tab", "turn"}
SOMEBODY_ELSE = gettext_noop("Somebody else was signed in when this page was opened. If these are your words, keep or send them now.")
F = TypeVar("F", bound=DraftForm)


def own_contribution(request: HttpRequest, child: Child, pk: UUID) -> Contribution:
    """The reader's own contribution. Raises Http404 for anybody else's, for a draft thrown away, and for none."""
    mine = Contribution.objects.visible_to(current_user(request), timezone.now()).kept()
    found = mine.filter(pk=pk, child=child).select_related("child__user", "chosen_reader").first()
    if found is None:
        raise Http404
    return found


def own_draft(request: HttpRequest, child: Child, draft_id: str) -> Contribution:
    """The reader's own draft or sent words with this id, as it stands in an address. Raises Http404 for any other."""
    try:
        return own_contribution(request, child, UUID(draft_id))
    except ValueError:
        raise Http404 from None


def author_token(user: User) -> str:
    """Who writes on this page, sealed: when they were away too long, their words wait for them and for nobody else."""
    return signing.dumps(str(user.pk), salt=AUTHOR_SALT)


def author_in(token: str) -> str | None:
    """The user's id in the token, or None when it is not one of ours or older than a day."""
    try:
        return str(signing.loads(token, salt=AUTHOR_SALT, max_age=ONE_DAY))
    except signing.BadSignature:
        return None


def came_from(request: HttpRequest, user: User) -> bool:
    """Whether the page that was posted was opened by the person who is signed in now: on a shared phone it may not be."""
    author = author_in(request.POST.get("author", ""))
    return author is None or author == str(user.pk)


def arrived(request: HttpRequest, form: type[F]) -> F:
    """The posted page. Raises Http404 when it does not say which draft it is: no page of ours leaves that out."""
    page = form(request.POST)
    if IDENTITY & set(page.errors):
        raise Http404
    if not arrived_whole(request):
        page.mark_broken()
    return page


def blank(form: type[F], *, about: EntryNow | None = None, kind: str = "", **more: object) -> F:
    """A page for something new, with an id of its own, so that it can never be sent twice. `more`: other fields it starts with."""
    start = {"draft": uuid4(), "version": 0, "turn": 0, "tab": uuid4().hex, "kind": kind, "about": about.pk if about else ""}
    return form(initial=start | more)


def filled(form: type[F], draft: Contribution, words: str | None = None, *, taps: tuple[str, ...] | None = None, boards: bool = False) -> F:
    """A page for a draft that is kept. `words`, `taps`: those of another window, offered instead of the stored ones.

    `boards`: the page shows them to tap.
    """
    start = {"draft": draft.pk, "version": draft.version, "turn": 0, "tab": uuid4().hex, "about": draft.about_id or ""}
    start |= {"meeting": draft.meeting_id or "", "prompt": draft.prompt, "kind": draft.kind, "follows": draft.follows_id or ""}
    start |= {"person": draft.about_person_id or "", "words": draft.words if words is None else words}
    if taps is None:
        taps = taps_on(draft.board, known=names_known(draft.child)) if draft.board else ()
    return form(initial=start | {"taps": taps, "shows_boards": boards})


def as_new(form: F) -> F:
    """The same words on a page with an id of its own, because theirs is closed or somebody else's."""
    page = blank(type(form))
    page.initial.update({name: form.cleaned_data[name] for name in ("words", "taps", "shows_boards")})
    return page


def write_page(
    request: HttpRequest, child: Child, form: DraftForm, *, draft: Contribution | None = None, held: Contribution | None = None
) -> HttpResponse:
    """The page on which words are written. `held`: what another window saved, shown beside. 409 then, 422 when it has errors."""
    now, user = timezone.now(), current_user(request)
    about = entry_to_write_about(user, str(form["about"].value() or ""), now)
    boards = _boards(form, child)
    shown = {
        "form": form,
        "author": author_token(user),
        "draft": draft,
        "media": shown_media(draft, address=own_address) if draft else [],
        "held": held,
        "held_board": said_by_taps(held.board, translate=gettext) if held else [],
        "boards": boards,
        "tapped": [replace(board, picks=board.chosen) for board in boards if board.chosen],
        "about": about_in_words(about, child),
        "subject": subject_of_page(form, user, child, now),
        **_before(form, user, child, now),
        "asylum": asylum_notice(user, now),
        "ask": wording("ask_words"),
        "ask_hint": wording("ask_words_hint"),
        "saved": saved_on(draft.saved_at, now) if draft else "",
        "sheet": sheet_of(user, child, form["meeting"].value(), form["prompt"].value(), now),
    }
    template = "stories/taps.html" if form["shows_boards"].value() else "stories/write.html"
    return render(request, template, shown, status=_status(form, held))


def _boards(form: DraftForm, child: Child) -> list[ShownBoard]:
    """Every board as the page shows it, with what is tapped on it."""
    known = names_known(child)
    rows = board_from(form["taps"].value() or (), known=known, translate=gettext)
    return to_tap(rows, known=known, translate=gettext)


def _before(form: DraftForm, user: User, child: Child, at: datetime) -> dict[str, object]:
    """What they said before, when this adds to it or changes it."""
    earlier = followed(user, child, form["follows"].value(), at)
    return {"follows": earlier, "follows_board": said_by_taps(earlier.board, translate=gettext) if earlier else []}


def subject_of_page(form: DraftForm, user: User, child: Child, at: datetime) -> str:
    """The person or the meeting that what is written on this page is about, in words; "" for neither."""
    if person := person_known(child, form["person"].value()):
        return called(person)
    meeting = meeting_to_write_about(user, child, form["meeting"].value(), at)
    return meeting_in_words(meeting, at) if meeting and not form["prompt"].value() else ""


def worried_page(request: HttpRequest, child: Child, form: DraftForm) -> HttpResponse:
    """The urgent page: numbers first, then one field."""
    now = timezone.now()
    shown = {
        "form": form,
        "author": author_token(current_user(request)),
        **contacts_for(child),
        "somebody_here": is_anybody_here(now),
        "next_read": next_read_sentence(now),
    }
    return render(request, "stories/worried.html", shown, status=_status(form, None))


def contacts_for(child: Child) -> dict[str, list[Contact]]:
    """Whom this young person can call, by age and nation: those for somebody who cannot wait, and the others."""
    contacts = support_contacts(child.age_on(london_day(timezone.now())), child.nation)
    return {
        "contacts_now": [contact for contact in contacts if contact.is_for_now],
        "contacts_more": [contact for contact in contacts if not contact.is_for_now],
    }


def about_in_words(about: EntryNow | None, child: Child) -> str:
    """The heading of the entry that is written about, or ""."""
    if about is None:
        return ""
    shown = show(about, child=child, today=london_day(timezone.now()))
    return shown.heading if shown else ""


def save_form(form: DraftForm, *, child: Child, by: User, now: datetime) -> Contribution:
    """Keep what a valid form holds. Raises ChangedElsewhere and NotAllowed as `save_draft` does."""
    data = form.cleaned_data
    about = entry_to_write_about(by, data["about"], now)
    sheet = sheet_of(by, child, data["meeting"], data["prompt"], now)
    return save_draft(
        child=child,
        draft_id=data["draft"],
        words=data["words"],
        stamp=Stamp(data["version"], data["tab"], data["turn"]),
        start=Start(
            about=about.entry if about else None,
            person=person_known(child, data["person"]) if data["person"] else None,
            meeting=meeting_to_write_about(by, child, data["meeting"], now),
            follows=followed(by, child, data["follows"], now) if data["follows"] else None,
            kind=sheet.prompt.kind if sheet else data["kind"],
            sheet=sheet,
        ),
        taps=Taps(data["taps"], names_known(child)) if data["shows_boards"] else None,
        by=by,
        now=now,
    )


def _status(form: DraftForm, held: Contribution | None) -> int:
    if held:
        return 409
    return 422 if form.is_bound and form.errors else 200
