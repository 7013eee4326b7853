"""The record is known: nothing of it is destroyed any more, somebody owes an answer, and somebody offers to be there."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.ask_for_view import owe_view
from access_requests.actions.list_sources import list_sources
from access_requests.actions.owe_answer import owe_answer
from access_requests.actions.preserve import preserve
from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest
from audit.who import Who
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import TaskKind


@transaction.atomic
def take_on(*, request: AccessRequest, by: Who, now: datetime) -> None:
    """Start everything that follows from knowing whose file it is. Done twice it is done once. Raises NotAllowed without a child."""
    child = request.child
    if child is None:
        raise NotAllowed("not_matched", _("Say first whose file this is about."))
    preserve(request=request, by=by, now=now)
    owe_answer(request=request, by=by, now=now)
    list_sources(request=request, by=by, now=now)
    owe_view(request=request, by=by, now=now)
    if _may_be_told(request):
        make_task(kind=TaskKind.SUPPORT_REQUEST, child=child, about_type=ABOUT, about_id=request.pk, now=now)


def _may_be_told(request: AccessRequest) -> bool:
    """Their worker hears of it when they asked themselves and did not say no."""
    return request.asker == AccessRequest.Asker.SELF and request.answers.get("tell_worker") != "no"
