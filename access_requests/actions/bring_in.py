"""Bring in files for a request: scans, letters, e-mails, archives of them. Each is sealed as it is; what it says is read afterwards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.gather import begin_gathering_run
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.may_gather import check_may_gather
from access_requests.models import AccessRequest, SourceSearch, Upload
from access_requests.sources import ADOPTION
from audit.events import Event
from audit.record import record
from files.actions.seal import seal
from files.content_types import content_type_of
from files.names import tidy_name
from files.reading.archive_findings import EMPTY, TOO_LARGE, WRONG_KIND
from files.reading.first_look import is_taken
from files.reading.inside import ZIP
from files.reading.limits import MOST_BYTES
from people.errors import NotAllowed
from people.models import User

State = Upload.State


@dataclass(frozen=True, slots=True)
class Brought:
    """One file as it arrived: its name, its size in bytes, and what reads it whole. It is read only when it is small enough."""

    name: str
    size: int
    read: Callable[[], bytes]


def bring_in(
    *, request: AccessRequest, files: Iterable[Brought], search: SourceSearch | None = None, by: User, now: datetime
) -> list[Upload]:
    """Seal what can be taken, list the rest with the reason, and start gathering. Returns a row for each file, in their order.

    The same file again is the row there is. Each file is sealed by itself, so that one fault does not lose the others.
    `search`: the place they come from. Raises NotAllowed, before anything is kept.
    """
    check_may_gather(by, request, now)
    if search and (search.request_id != request.pk or search.source == ADOPTION):
        raise NotAllowed("not_that_place", _("Choose a place of this request. Adoption papers go to the adoption team and never in here."))
    made = [_bring_one(request, one, search, by, now) for one in files]
    if not made:
        raise NotAllowed("nothing", _("Choose at least one file."))
    return _keep(request, made, by, now)


@transaction.atomic
def _keep(request: AccessRequest, made: list[Upload], by: User, now: datetime) -> list[Upload]:
    """Write the rows, and the audit with them."""
    AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_may_gather(by, AccessRequest.objects.get(pk=request.pk), now)
    kept = [_once(request, one) for one in made]
    facts = {"files": sum(1 for one in kept if one.state == State.WAITING)}
    record(Event.REQUEST_FILES_BROUGHT, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    if any(one.state == State.WAITING for one in kept):
        begin_gathering_run(request=request, by=by, now=now)
    return kept


def _once(request: AccessRequest, one: Upload) -> Upload:
    """The row of these bytes that is there, or this one."""
    known = Upload.objects.filter(request=request, parent=None, file=one.file).exclude(state=State.REFUSED) if one.file else None
    there = known.first() if known is not None else None
    if there:
        return there
    one.save()
    return one


def _bring_one(request: AccessRequest, one: Brought, search: SourceSearch | None, by: User, now: datetime) -> Upload:
    who = by.who(now)
    name = tidy_name(one.name)[-300:] or "a file"
    row = Upload(request=request, search=search, name=name, added_by_name=who.name, added_at=now)
    wrong = TOO_LARGE if one.size > MOST_BYTES else EMPTY if not one.size else None
    if wrong is None:
        content = one.read()
        media_type = content_type_of(content, name)
        if media_type == ZIP or is_taken(media_type):
            row.file = seal(content=content, name=name, by=who, now=now)
            return row
        wrong = WRONG_KIND
    row.state, row.reason = State.REFUSED, wrong.sentence
    return row
