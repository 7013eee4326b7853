"""A withholding waits for a second person: who that is, and the end of the question when it is not asked any more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from official_file.models import Entry, EntryNow, Sharing
from official_file.versions import versions_of
from official_file.withheld import ABOUT
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User
from people.permissions import decides_for
from people.reach import readers_with
from people.roles import Permission

MANAGER = "team_manager"


@transaction.atomic
def ask_to_confirm(*, sharing: Sharing, by: User, now: datetime) -> Task:
    """Owe a confirmation: to the manager of the child's worker, else to whoever else in reach makes second decisions."""
    child = sharing.entry.child
    second = _second_person(child=child, entry=sharing.entry, not_these={by.pk}, manager_first=True, at=now)
    return _task(TaskKind.CONFIRM_DECISION, child, sharing, second, now)


@transaction.atomic
def ask_somebody_else(*, sharing: Sharing, not_these: set[UUID], by: User, now: datetime) -> Task:
    """Owe a second look, to somebody who has not decided: the reviewing officer first, as somebody further away."""
    child = sharing.entry.child
    other = _second_person(child=child, entry=sharing.entry, not_these={*not_these, by.pk}, manager_first=False, at=now)
    return _task(TaskKind.LOOK_AGAIN, child, sharing, other, now)


@transaction.atomic
def end_old_question(*, entry: Entry, by: User, now: datetime) -> None:
    """It was answered, or a new decision about the entry stands: nobody has to confirm an earlier one any more."""
    waiting = list(Task.objects.open().filter(child=entry.child_id, kind=TaskKind.CONFIRM_DECISION, about_type=ABOUT))
    if not waiting:
        return
    decisions = set(Sharing.objects.filter(entry__in=versions_of(entry)).values_list("pk", flat=True))
    for task in waiting:
        if task.about_id in decisions:
            finish_task(task=task, outcome="", by=by, now=now)


def _second_person(*, child: Child, entry: Entry, not_these: set[UUID], manager_first: bool, at: datetime) -> User | None:
    """Somebody else with a second decision who works with the child and may see the entry. None when there is nobody."""
    found = [reader.user for reader in readers_with(child, Permission.CONFIRM_DECISIONS, at)]
    able = [user for user in found if user.pk not in not_these and _may_see(user, entry, at) and decides_for(user, child, at)]
    able.sort(key=lambda user: (MANAGER in user.roles_at(at)) is not manager_first)
    return able[0] if able else None


def _may_see(user: User, entry: Entry, at: datetime) -> bool:
    return EntryNow.objects.visible_to(user, at).filter(pk=entry.pk).exists()


def _task(kind: TaskKind, child: Child, sharing: Sharing, user: User | None, now: datetime) -> Task:
    return make_task(
        kind=kind, child=child, about_type=ABOUT, about_id=sharing.pk, now=now, for_user=user, for_role="" if user else MANAGER
    )
