"""Somebody who knows a place is asked to search it: a colleague on a page of their own, anybody else by whatever way there is."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import chain_of
from access_requests.models import AccessRequest, SourceSearch
from access_requests.permissions import check_handles, check_open
from access_requests.searching_permissions import ABOUT, check_may_be_asked, record_of
from access_requests.sources import ADOPTION
from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import check_is_staff


@transaction.atomic
def ask_to_search(
    *, search: SourceSearch, worker: User | None = None, asked: str = "", words: str = "", by: User, now: datetime
) -> Task | None:
    """Ask `worker`, who then owes an answer on their page; or keep that `asked` (a person, team or organisation) was asked elsewhere.

    Asking another colleague later hands the task over. Raises NotAllowed without anybody to ask, and for adoption.
    """
    request = search.request = AccessRequest.objects.select_for_update().get(pk=search.request_id)
    check_handles(by, request, now)
    check_open(request)
    child = record_of(search)
    if search.source == ADOPTION:
        raise NotAllowed("apart", _("Adoption is never searched here. Write down whom you handed it to."))
    if worker is None and not asked.strip():
        raise NotAllowed("nobody", _("Choose a colleague, or write who was asked."))
    task = _owe(search, child, worker, words, now) if worker else None
    search.asked_of = (str(worker) if worker else asked.strip())[:300]
    search.save(update_fields=["asked_of"])
    record(Event.REQUEST_PLACE_ASKED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=search.pk)
    return task


def _owe(search: SourceSearch, child: Child, worker: User, words: str, now: datetime) -> Task:
    check_is_staff(worker)
    check_may_be_asked(worker, search, now)
    task = make_task(kind=TaskKind.SEARCH_SOURCE, child=child, about_type=ABOUT, about_id=search.pk, words=words, for_user=worker, now=now)
    if task.for_user_id != worker.pk or task.words != words:
        task.for_user, task.for_role, task.words = worker, "", words
        task.save(update_fields=["for_user", "for_role", "words"])
    return task
