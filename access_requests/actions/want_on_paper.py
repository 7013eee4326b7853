"""They want what they were given on paper: officers owe it, and print it from the page of the pack (M10)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import Release
from audit.events import Event
from audit.record import record
from audit.who import Who
from people.actions.make_task import make_task
from people.models import Task, TaskKind

PRINTS = "ig_officer"


@transaction.atomic
def want_on_paper(*, release: Release, large: bool, by: Who, now: datetime) -> Task | None:
    """One task, however often they ask while it is open. `large`: 18 point. None where nobody's record is known, so nothing was given."""
    request = release.request
    if request.child is None:
        return None
    words = gettext("Everything we gave them, on paper, in large words.") if large else gettext("Everything we gave them, on paper.")
    task = make_task(
        kind=TaskKind.GIVE_PAPER, child=request.child, about_type=ABOUT, about_id=request.pk, words=words, now=now, for_role=PRINTS
    )
    if task.made_at == now:
        record(Event.REQUEST_PAPER_WANTED, child=chain_of(request), by=by, at=now, about_type=ABOUT, about_id=request.pk)
    return task
