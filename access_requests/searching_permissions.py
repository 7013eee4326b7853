"""Who may answer for a place: an officer who handles the request, or the colleague who was asked, for this one place only."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from access_requests.models import AccessRequest, SourceSearch
from access_requests.permissions import can, check_handles, check_open
from people.errors import NotAllowed
from people.models import Child, Cover, Task, TaskKind, User
from people.reach import worker_of

ABOUT = "source_search"


def asked_of(user: User, at: datetime) -> QuerySet[Task]:
    """What this member of staff, or somebody they stand in for, was asked to search and has not answered.

    Being asked gives no reach: of the file they see nothing, and of the person what one needs to search.
    """
    covered = Cover.objects.active(at).filter(covering=user).values("worker")
    mine = Q(for_user=user) | Q(for_user__in=covered)
    found: QuerySet[Task] = Task.objects.open().filter(mine, kind=TaskKind.SEARCH_SOURCE, about_type=ABOUT).order_by("due_at")
    return found


def was_asked(user: User, search: SourceSearch, at: datetime) -> bool:
    """Whether they are asked to search this place now."""
    return user.is_active and user.is_staff and asked_of(user, at).filter(about_id=search.pk).exists()


def handles(user: User, search: SourceSearch, at: datetime) -> bool:
    """Whether they handle the request this place is searched for."""
    return can(check_handles, user, search.request, at)


def check_may_answer(by: User, search: SourceSearch, at: datetime) -> None:
    """Raise NotAllowed for somebody who neither handles the request nor was asked, and once the request has ended."""
    if not was_asked(by, search, at):
        check_handles(by, search.request, at)
    check_open(search.request)


def record_of(search: SourceSearch) -> Child:
    """Whose record it is searched for. Raises NotAllowed while nobody knows: no place is asked about somebody we have not matched."""
    if search.request.child is None:
        raise NotAllowed("not_matched", _("First say whose record this is about."))
    return search.request.child


def check_may_be_asked(worker: User, search: SourceSearch, at: datetime) -> None:
    """Raise NotAllowed for the person's own worker, where the person asked that their worker is not told."""
    request = search.request
    if request.asker != AccessRequest.Asker.SELF or request.answers.get("tell_worker") != "no":
        return
    if worker_of(record_of(search), at) == worker:
        raise NotAllowed("not_them", _("The person asked us not to tell their worker. Ask the worker's manager, or search it yourself."))
