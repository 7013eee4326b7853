"""Before an entry that may be hard to read: what it is about, and the reader's own choice (R18). Asked once in a session."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from official_file.actions.keep_place import keep_place
from official_file.actions.read_together import note_read_together
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.pace import in_words, needs_warning, notes_for, themes_for
from official_file.reader_choices import FIXED, things_set_aside
from people.access import current_user
from people.models import Child
from portal.queries.preferences import preferences_of

CHOSEN, MOST = "chose_to_open", 200


def warn_first(request: HttpRequest, row: EntryNow) -> HttpResponse | None:
    """The page before it; None when there is nothing to warn of, they chose to open it, or they turned warnings off."""
    if request.method == "POST" or not preferences_of(current_user(request)).fold_notes or str(row.pk) in request.session.get(CHOSEN, ()):
        return None
    themes = themes_for([row.pk]).get(row.pk, [])
    if not needs_warning(row, themes):
        return None
    return render(request, "portal/pace/warning.html", {"entry_id": row.pk, "notes": in_words(themes)})


def chose_to_open(request: HttpRequest, entry_id: UUID) -> None:
    """Remember, for as long as they stay signed in, that they want to read it."""
    chosen = [one for one in request.session.get(CHOSEN, ()) if one != str(entry_id)]
    request.session[CHOSEN] = [*chosen, str(entry_id)][-MOST:]


def set_aside_or_nothing(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """What is not open: their own list, when they set it aside themselves. Raises Http404 for everything else."""
    if things_set_aside(current_user(request), timezone.now()).filter(pk=entry_id).exists():
        return redirect("portal:set_aside")
    raise Http404


def opened(request: HttpRequest, child: Child, row: EntryNow) -> dict[str, Any]:
    """They read it: their place moves here, and what they read together is noted. Returns what to say of it, and whether it is folded."""
    user, now, place_here = current_user(request), timezone.now(), False
    if request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        kept = keep_place(child=child, entry=row.entry, by=user, now=now)
        place_here = kept.theme == FIXED and kept.entry_id == row.pk
        if row.state == State.WITH_SUPPORT:
            note_read_together(child=child, entry=row.entry, by=user, now=now)
    notes = notes_for([row.pk]).get(row.pk, [])
    chosen = str(row.pk) in request.session.get(CHOSEN, ())
    return {"notes": notes, "folded": bool(notes) and not chosen and preferences_of(user).fold_notes, "place_here": place_here}
