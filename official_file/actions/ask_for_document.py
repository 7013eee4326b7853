"""Somebody is asked to look for what is missing, and says when they have looked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.gaps import ABOUT, Found, search_id
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
from people.permissions import check_decides_for, check_role, decides_for
from people.roles import Permission


@transaction.atomic
def ask_for_document(*, child: Child, gap: Found, words: str, whom: User | None = None, by: User, now: datetime) -> Task:
    """Ask a colleague who works with this child (their worker when none is named) to look for it. Asked twice it is one task.

    Raises NotAllowed without words, and for somebody who does not work with this child.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if not words.strip():
        raise NotAllowed("no_words", _("Write what to look for, and where it may be."))
    if whom is not None and not decides_for(whom, child, now):
        raise NotAllowed("not_theirs", _("This person does not work with this child. Choose somebody who does."))
    task = make_task(
        kind=TaskKind.ASK_FOR_DOCUMENT,
        child=child,
        about_type=ABOUT,
        about_id=search_id(child, gap.key),
        words=words.strip(),
        for_user=whom,
        now=now,
    )
    record(Event.DOCUMENT_ASKED_FOR, child=child.pk, by=by.who(now), at=now, about_type="task", about_id=task.pk, facts={"kind": gap.of})
    return task


@transaction.atomic
def finish_search(*, task: Task, by: User, now: datetime) -> Task:
    """They have looked. What they found comes in as a document, or is said where the gap is explained. Raises NotAllowed."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, task.child, now)
    if task.kind != TaskKind.ASK_FOR_DOCUMENT:
        raise NotAllowed("not_a_search", _("This is something else that was asked. Answer it on its own page."))
    return finish_task(task=task, outcome="", by=by, now=now)
