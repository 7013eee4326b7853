"""A second look at plain words before they are published: asked of a colleague in reach, never required."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from official_file.models import PlainDraft
from official_file.permissions import check_can_decide
from official_file.plain_drafts import ABOUT, colleagues, team_mates
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User


@transaction.atomic
def ask_second_look(*, draft: PlainDraft, of: User, by: User, now: datetime) -> Task:
    """Ask this colleague, who works with the child or in one's own team. Asked of somebody else before, that question ends.

    Raises NotAllowed for anybody else.
    """
    check_can_decide(by, draft.entry, now)
    draft = PlainDraft.objects.select_for_update().get(pk=draft.pk)
    if of not in (*colleagues(draft.entry.child, by, now), *team_mates(draft.entry.child, by, now)):
        raise NotAllowed("not_in_reach", _("Choose somebody who works with them, or a colleague of your team."))
    for task in Task.objects.open().filter(kind=TaskKind.SECOND_LOOK, about_type=ABOUT, about_id=draft.pk).exclude(for_user=of):
        finish_task(task=task, outcome="", by=by, now=now)
    draft.second_reader, draft.second_answer, draft.second_words, draft.second_at = of, PlainDraft.Answer.NONE, "", None
    draft.save(update_fields=["second_reader", "second_answer", "second_words", "second_at"])
    child = draft.entry.child
    task = make_task(kind=TaskKind.SECOND_LOOK, child=child, about_type=ABOUT, about_id=draft.pk, for_user=of, now=now)
    record(Event.SECOND_LOOK_ASKED_FOR, child=child.pk, by=by.who(now), at=now, about_type="entry", about_id=draft.entry_id)
    return task


@transaction.atomic
def give_second_look(*, draft: PlainDraft, fine: bool, words: str = "", by: User, now: datetime) -> PlainDraft:
    """The colleague's answer, with words when something should change. Raises NotAllowed for anybody who was not asked."""
    draft = PlainDraft.objects.select_for_update().get(pk=draft.pk)
    if draft.second_reader_id != by.pk or draft.closed_at:
        raise NotAllowed("not_asked", _("You were not asked about these words, or they are published already."))
    if not fine and not words.strip():
        raise NotAllowed("no_words", _("Say what you would change."))
    draft.second_answer = PlainDraft.Answer.FINE if fine else PlainDraft.Answer.CHANGE
    draft.second_words, draft.second_at = words.strip(), now
    draft.save(update_fields=["second_answer", "second_words", "second_at"])
    for task in Task.objects.open().filter(kind=TaskKind.SECOND_LOOK, about_type=ABOUT, about_id=draft.pk):
        finish_task(task=task, outcome="", by=by, now=now)
    child = draft.entry.child_id
    record(Event.SECOND_LOOK_GIVEN, child=child, by=by.who(now), at=now, about_type="entry", about_id=draft.entry_id)
    return draft
