"""A photo, a drawing or a recording that stands in an entry, to its reader: a copy made new. The original never leaves from here."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from files.handing_out import hand_out_copy
from files.models import SafeCopy
from official_file.media import media_of
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.queries import entry_for
from people.access import current_user, staff_page, young_person_page
from people.models import Child
from people.roles import Permission
from portal.queries.my_entries import hidden_words


@require_safe
@young_person_page
def own_media(request: HttpRequest, child: Child, entry_id: UUID, media_id: UUID, form: str) -> HttpResponse:
    """One copy, while its entry is open to its reader. What they hid on this phone is answered like what does not exist."""
    if hidden_words(current_user(request), entry_id):
        raise Http404
    return _copy(request, entry_id, media_id, form)


@staff_page(Permission.READ_FILE)
@require_safe
def staff_media(request: HttpRequest, entry_id: UUID, media_id: UUID, form: str) -> HttpResponse:
    """The same for staff in reach; where fewer people may read the entry, for those alone."""
    return _copy(request, entry_id, media_id, form)


def _copy(request: HttpRequest, entry_id: UUID, media_id: UUID, form: str) -> HttpResponse:
    """Raises Http404 for what is not there, not ready, shut, or not theirs to see: all the same."""
    copy = _found(entry_for(current_user(request), entry_id, timezone.now()), media_id, form)
    if copy is None:
        raise Http404
    return hand_out_copy(request, copy)


def _found(row: EntryNow | None, media_id: UUID, form: str) -> SafeCopy | None:
    if row is None or row.state == State.DISPOSED:
        return None
    return next((one.copy(form) for one in media_of(row.entry) if one.id == media_id), None)
