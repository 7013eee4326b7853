"""A paper that is open to its reader: page by page, or to listen to. Its bytes are made new; the original never leaves from here."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from files.handing_out import hand_out
from files.safe_copies import get, sound_name
from law.working_time import london_day
from official_file.covered import cover_of
from official_file.former_names import warning_before
from official_file.models import EntryNow
from official_file.papers import may_be_shown, paper_of, words_of_paper
from official_file.presentation import show
from official_file.queries import entry_for
from people.access import current_user, young_person_page
from people.models import Child
from portal.queries.papers import open_page, paper, picture_of

PICTURE, SOUND = "image/jpeg", "audio/mpeg"


@require_safe
@young_person_page
def own_paper(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """One page of the paper: what it is in plain words first, its picture, its words. A former name in it is said before it is met."""
    row = _mine(request, entry_id)
    found, entry = paper(row, reader="own"), show(row, child=child, today=london_day(timezone.now()))
    if found is None or entry is None:
        raise Http404
    warning = warning_before(child, words_of_paper(row.pk), written_on=entry.written_on)
    asked = request.GET.get("page", "1")
    page = open_page(row, int(asked) if asked.isdecimal() and len(asked) < 6 else 1, reader="own")
    shown = {
        "entry": entry,
        "paper": found,
        "page": page,
        "warning": warning if request.GET.get("original") != "1" else "",
        "more": "&original=1" if warning else "",
    }
    return render(request, "portal/paper.html", shown)


@require_safe
@young_person_page
def own_picture(request: HttpRequest, child: Child, entry_id: UUID, number: int) -> HttpResponse:
    """The picture of one page."""
    return picture(request, _with_pictures(request, entry_id), number, small=False)


@require_safe
@young_person_page
def own_small_picture(request: HttpRequest, child: Child, entry_id: UUID, number: int) -> HttpResponse:
    """The thumbnail of one page."""
    return picture(request, _with_pictures(request, entry_id), number, small=True)


@require_safe
@young_person_page
def own_sound(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """The recording, made new."""
    return sound(request, _with_pictures(request, entry_id))


def picture(request: HttpRequest, row: EntryNow, number: int, *, small: bool) -> HttpResponse:
    """The picture of a page of this entry's paper. Raises Http404 when there is none to show."""
    return _made(request, picture_of(row, number, small=small), PICTURE)


def sound(request: HttpRequest, row: EntryNow) -> HttpResponse:
    """The safe copy of this entry's recording. Raises Http404 when there is none to play."""
    found = paper_of(row)
    return _made(request, sound_name(found.file) if found and may_be_shown(found.file) else "", SOUND)


def _made(request: HttpRequest, name: str, media_type: str) -> HttpResponse:
    content = get(name) if name else None
    if content is None:
        raise Http404
    return hand_out(request, content, media_type)


def _with_pictures(request: HttpRequest, entry_id: UUID) -> EntryNow:
    """The same, unless something of it is covered: in a picture or a recording no word can be. Raises Http404 then."""
    row = _mine(request, entry_id)
    if cover_of(row.entry).closes_pictures:
        raise Http404
    return row


def _mine(request: HttpRequest, entry_id: UUID) -> EntryNow:
    """The entry, when it is open to its reader. Raises Http404, for a stranger exactly as for an id that does not exist."""
    row = entry_for(current_user(request), entry_id, timezone.now())
    if row is None:
        raise Http404
    return row
