"""What a young person says is wrong, for whoever answers: what they said, who may answer it, and who may not do so alone.

Promise: nobody turns down a complaint about themselves. Whoever is named in their words, or wrote the entry, may put it right
as they ask; only somebody else may leave it as it is, or put right a part.
"""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from moderation.conflict import is_about
from moderation.naming import fold
from official_file.actions.say_this_is_wrong import ABOUT
from official_file.models import Entry, EntryNow, Rectification
from official_file.versions import versions_of
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import check_decides_for, decides_for
from people.reach import readers_with
from people.roles import Permission
from stories.models import Contribution

MAY_ANSWER = (Permission.DECIDE_CONTRIBUTIONS, Permission.CONFIRM_DECISIONS)


def is_about_wrong(task: Task) -> bool:
    """Whether the task is to answer "this is wrong", the first time or when somebody else looks again."""
    return task.kind == TaskKind.ENTRY_IS_WRONG or (task.kind == TaskKind.LOOK_AGAIN and task.about_type == ABOUT)


def entry_of(task: Task) -> Entry:
    """The entry it is about. Raises Entry.DoesNotExist, which cannot be: entries are never removed."""
    if task.about_type == ABOUT:
        return Rectification.objects.select_related("entry__payload", "entry__child").get(pk=task.about_id).entry
    return Entry.objects.select_related("payload", "child").get(pk=task.about_id)


def said_of(task: Task) -> list[Rectification]:
    """What this task answers, or answered: all they said about the entry until it was answered, oldest first."""
    if task.about_type == ABOUT:
        return list(Rectification.objects.filter(pk=task.about_id).select_related("child"))
    found = Rectification.objects.filter(entry=task.about_id, asked_at__gte=task.made_at).exclude(pk__in=looks_again())
    found = found.select_related("child").order_by("asked_at")
    return [one for one in found if task.done_at is None or one.asked_at <= task.done_at]


def looks_again() -> "QuerySet[Task, Any]":
    """What was asked once more: the ids of what somebody else answers, or answered."""
    return Task.objects.filter(kind=TaskKind.LOOK_AGAIN, about_type=ABOUT).values("about_id")


def words_about(entry: Entry, user: User, at: datetime) -> list[Contribution]:
    """What they wrote is wrong about this entry or a version of it, as far as this reader may see it, oldest first."""
    about = [one.pk for one in versions_of(entry)]
    rows = Contribution.objects.visible_to(user, at).filter(about__in=about, kind=Contribution.Kind.WRONG, sent_at__isnull=False)
    return list(rows.order_by("sent_at"))


def is_named_in(user: User, entry: Entry) -> bool:
    """Whether this person wrote the entry, or what was said to be wrong about it names them. The words count, whoever may read them."""
    author = str((entry.body.get("author") or {}).get("name") or "") if entry.body else ""
    if author and fold(author) == fold(user.display_name):
        return True
    about = [one.pk for one in versions_of(entry)]
    sent: QuerySet[Contribution] = Contribution.objects.filter(about__in=about, kind=Contribution.Kind.WRONG, sent_at__isnull=False)
    return any(is_about(user, one) for one in sent)


def deciders(entry: Entry) -> set[object]:
    """Who answered before what was said to be wrong about this entry."""
    rows = Rectification.objects.filter(entry__in=versions_of(entry), decided_by__isnull=False)
    return set(rows.values_list("decided_by", flat=True))


def check_can_answer_wrong(by: User, task: Task, at: datetime) -> None:
    """Whether this person may answer it at all: one who works with the child, and who has not answered before. Raises NotAllowed."""
    if not is_about_wrong(task) or task.done_at:
        raise NotAllowed("already_done", _("Somebody has already done this. Open the page again to see what they wrote."))
    check_decides_for(by, task.child, at)
    if not EntryNow.objects.visible_to(by, at).filter(pk=entry_of(task).pk).exists():
        raise NotAllowed("not_in_reach", _("This entry is not one you can see."))
    if not any(by.may(permission, at) for permission in MAY_ANSWER):
        raise NotAllowed("role", _("Your role reads and answers. A worker or manager decides."))
    if task.kind == TaskKind.LOOK_AGAIN and by.pk in deciders(entry_of(task)):
        raise NotAllowed("decided_before", _("You decided about this before, so somebody else has to look at it."))


def can_answer_wrong(by: User, task: Task, at: datetime) -> bool:
    """Whether `check_can_answer_wrong` lets them."""
    try:
        check_can_answer_wrong(by, task, at)
    except NotAllowed:
        return False
    return True


def somebody_else(child: Child, entry: Entry, *, not_these: set[object], at: datetime) -> User | None:
    """Who else may answer: makes second decisions, works with the child, sees the entry, is not named. None when there is nobody."""
    for reader in readers_with(child, Permission.CONFIRM_DECISIONS, at):
        user = reader.user
        sees = EntryNow.objects.visible_to(user, at).filter(pk=entry.pk).exists()
        if user.pk not in not_these and sees and decides_for(user, child, at) and not is_named_in(user, entry):
            return user
    return None
