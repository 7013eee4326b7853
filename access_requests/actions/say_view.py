"""What the person a file is about says to somebody else asking for it: their own words, or a worker's record of them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.end_authority import end_authority
from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest, ChildView
from access_requests.models.signed import signed
from access_requests.permissions import check_open
from access_requests.queries.who import ABOUT_VIEW
from access_requests.who_permissions import check_is_asked, check_may_hear
from audit.events import Event
from audit.record import record
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Notice, Task, TaskKind, User

FOR_THEM = (AccessRequest.Asker.ADVOCATE, AccessRequest.Asker.SOLICITOR, AccessRequest.Asker.SUPPORTER, AccessRequest.Asker.BODY)


@transaction.atomic
def say_view(*, request: AccessRequest, says: str, by: User, now: datetime, words: str = "") -> ChildView:
    """Keep it; the newest counts, and they may change their mind. Whoever asked is never told of it here, and a parent never reads it.

    A no to somebody who asks in their name ends that authority at once. "Talk to me" stays with their worker until they have talked.
    Raises NotAllowed for anybody but them, those who work with them and those who handle it; and for "too young" from themselves.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_open(request)
    _check(request, says, words, by, now)
    said = ChildView.objects.create(request=request, says=says, words=words.strip(), **signed(by, now))
    child = request.child
    if child is None:
        raise NotAllowed("no_record", _("Find whose record it is first."))
    # Whoever heard it themselves is told of it in their own audit from here on: they know that somebody asked.
    record(Event.REQUEST_VIEW_SAID, child=child.pk, by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    if says == ChildView.Says.NO and request.asker in FOR_THEM:
        end_authority(request=request, why=_("They said no."), by=by, now=now)
    _settle_task(request, child, says, by, now)
    Notice.objects.filter(user=by, about_type=ABOUT_VIEW, about_id=request.pk, seen_at__isnull=True).update(seen_at=now)
    return said


def _settle_task(request: AccessRequest, child: Child, says: str, by: User, now: datetime) -> None:
    open_one = Task.objects.open().filter(kind=TaskKind.CHILD_VIEW, about_type=ABOUT, about_id=request.pk).first()
    if says == ChildView.Says.TALK:
        make_task(kind=TaskKind.CHILD_VIEW, child=child, about_type=ABOUT, about_id=request.pk, now=now)
    elif open_one:
        finish_task(task=open_one, outcome="", by=by, now=now)


def _check(request: AccessRequest, says: str, words: str, by: User, now: datetime) -> None:
    if request.child_id is None or request.asker == AccessRequest.Asker.SELF:
        raise NotAllowed("not_theirs", _("There is nothing to ask them here."))
    if says not in ChildView.Says.values:
        raise NotAllowed("no_answer", _("Choose one of the answers. Each of them is fine."))
    if not by.is_staff:
        check_is_asked(request, by, now)
        if says == ChildView.Says.CANNOT_SAY:
            raise NotAllowed("no_answer", _("Choose one of the answers. Each of them is fine."))
        return
    check_may_hear(by, request, now)
    if not words.strip():
        raise NotAllowed("no_words", _("Write what they said, in their words if you can, and when you talked."))
