""" "Ask someone else to look": what was said to be wrong goes to somebody who has not decided about it, and is not named in it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from moderation.wrong import check_can_answer_wrong, deciders, entry_of, somebody_else
from official_file.actions.say_this_is_wrong import ABOUT
from official_file.models import Rectification
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User

MANAGER = "team_manager"


@transaction.atomic
def ask_another_about_wrong(*, said: Rectification, by: User, now: datetime) -> Task:
    """The young person asks once more about what was answered: one task, however often they ask. Raises NotAllowed for others."""
    said = Rectification.objects.select_for_update(of=("self",)).select_related("child", "entry__payload").get(pk=said.pk)
    if by.pk != said.child.user_id or said.decided_at is None:
        raise NotAllowed("not_found", _("We can't find that page."))
    later = Rectification.objects.filter(entry=said.entry_id, kind=said.kind, asked_at__gte=said.decided_at).values("pk")
    before = Task.objects.filter(kind=TaskKind.LOOK_AGAIN, about_type=ABOUT, about_id__in=later).order_by("made_at").first()
    if before:
        return before
    again = Rectification.objects.create(child=said.child, entry=said.entry, kind=said.kind, asked_on=london_day(now), asked_at=now)
    other = somebody_else(said.child, said.entry, not_these=deciders(said.entry), at=now)
    task = make_task(
        kind=TaskKind.LOOK_AGAIN,
        child=said.child,
        about_type=ABOUT,
        about_id=again.pk,
        now=now,
        for_user=other,
        for_role="" if other else MANAGER,
    )
    again.look_again_on = london_day(task.due_at)
    again.save(update_fields=["look_again_on"])
    record(Event.RECTIFICATION_LOOK_AGAIN, child=said.child_id, by=by.who(), at=now, about_type=ABOUT, about_id=again.pk)
    return task


@transaction.atomic
def hand_over_wrong(*, task: Task, by: User, now: datetime) -> Task:
    """Give it to somebody who is not named in it: for a worker who is, or who wrote the entry. Raises NotAllowed when nobody is there."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    check_can_answer_wrong(by, task, now)
    other = somebody_else(task.child, entry_of(task), not_these={by.pk, *deciders(entry_of(task))}, at=now)
    if other is None:
        raise NotAllowed("nobody_else", _("We found nobody else who may answer this. Ask your manager to be given cover for this child."))
    task.for_user, task.for_role = other, ""
    task.save(update_fields=["for_user", "for_role"])
    record(Event.RECTIFICATION_HANDED_OVER, child=task.child_id, by=by.who(now), at=now, about_type="task", about_id=task.pk)
    return task
