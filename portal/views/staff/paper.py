"""A paper of the file for staff in reach: pictures and words beside each other, how they were read, and the original."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from files.actions.read_again import read_again
from files.content_types import ending_of
from files.handing_out import hand_out
from files.queries import read
from law.calendar_words import say_date
from official_file.former_names import carries_former_name
from official_file.jobs import read_soon
from official_file.models import EntryFile, EntryNow
from official_file.models.now import State
from official_file.papers import may_be_handed_out, paper_of, reading_of, words_of_paper
from official_file.queries import entry_for
from official_file.voices import voice_line
from people.access import current_user, staff_page
from people.roles import Permission
from portal.actions.look import hand_out_original, look_at_entry
from portal.queries.papers import open_page, paper, why_not_handed_out
from portal.queries.staff_lines import staff_line
from portal.views.paper import picture, sound

A_PAGE = 10  # sheets
SECONDS, MOST_TIMES = 5, 60  # how often the frame with the progress looks again, and how many times: then nobody is watching


@staff_page(Permission.READ_FILE)
@require_safe
def staff_paper(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The paper, some pages at a time. The look is written down."""
    user, now = current_user(request), timezone.now()
    row, found = _row(request, entry_id)
    look_at_entry(entry=row.entry, by=user, now=now)
    about = paper(row, reader="staff")
    reading = reading_of(found.file)
    sheets = Paginator(range(1, found.file.text_pages.count() + 1), A_PAGE).get_page(request.GET.get("part"))
    shown = {
        "row": row,
        "child": row.child,
        "line": staff_line(row, child=row.child, at=now),
        "body": row.entry.body,
        "voice": voice_line(row.entry.body, to_them=False, translate=gettext),
        "written_on": _written_on(row),
        "file": found.file,
        "name": found.name,
        "reading": reading,
        "paper": about,
        "sheets": sheets,
        "pages": [page for number in sheets if (page := open_page(row, number, reader="staff"))],
        "why_not": why_not_handed_out(found),
        "former_name": carries_former_name(row.child, words_of_paper(row.pk)),
    }
    return render(request, "portal/staff/paper.html", shown)


@staff_page(Permission.READ_FILE)
@require_safe
def progress(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """How far the reading is: a frame that looks again by itself, without a script, until it has ended. It says nothing of the paper."""
    row, found = _row(request, entry_id)
    about = paper(row, reader="staff")
    times = request.GET.get("again", "0")
    again = int(times) if times.isdecimal() and len(times) < 4 else MOST_TIMES
    response = render(request, "portal/staff/paper_progress.html", {"paper": about, "reading": reading_of(found.file), "row": row})
    if about and about.being_read and again < MOST_TIMES:
        address = reverse("portal:staff_paper_progress", args=[row.pk])
        response.headers["Refresh"] = f"{SECONDS}; url={address}?again={again + 1}"
    return response


@staff_page(Permission.READ_FILE)
@require_safe
def staff_picture(request: HttpRequest, entry_id: UUID, number: int) -> HttpResponse:
    """The picture of one page."""
    return picture(request, _row(request, entry_id)[0], number, small=False)


@staff_page(Permission.READ_FILE)
@require_safe
def staff_small_picture(request: HttpRequest, entry_id: UUID, number: int) -> HttpResponse:
    """The thumbnail of one page."""
    return picture(request, _row(request, entry_id)[0], number, small=True)


@staff_page(Permission.READ_FILE)
@require_safe
def staff_sound(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The recording, made new."""
    return sound(request, _row(request, entry_id)[0])


@staff_page(Permission.READ_FILE)
@require_safe
def original(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The original, to be kept as a file. Only once a scanner has said that it is clean; written down before it leaves."""
    row, found = _row(request, entry_id)
    if not may_be_handed_out(found.file):
        raise Http404
    hand_out_original(entry=row.entry, by=current_user(request), now=timezone.now())
    media_type = found.file.content_type
    return hand_out(request, read(found.file), media_type, save_as=f"document-{found.file.sha256[:8]}{ending_of(media_type)}")


@staff_page(Permission.READ_FILE)
@require_POST
def again(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Ask for it to be read once more."""
    row, found = _row(request, entry_id)
    if read_again(file=found.file, by=current_user(request).who(timezone.now()), now=timezone.now()):
        read_soon(found.file.pk)
        messages.success(request, gettext("It is read again in the background. Its pages appear here one after another."))
    else:
        messages.success(request, gettext("Nothing was changed: it is being read already, or it is kept closed."))
    return redirect("portal:staff_paper", row.pk)


def _row(request: HttpRequest, entry_id: UUID) -> tuple[EntryNow, EntryFile]:
    """The entry and its original, through reach. Raises Http404 for a stranger exactly as for an id that does not exist."""
    row = entry_for(current_user(request), entry_id, timezone.now())
    found = paper_of(row) if row is not None and row.state != State.DISPOSED else None
    if row is None or found is None:
        raise Http404
    return row, found


def _written_on(row: EntryNow) -> str:
    written = row.entry.body.get("written_on")
    return say_date(date.fromisoformat(written), gettext) if written else ""
