"""Somebody who works with the child says whether a person of another system is this child, or somebody else."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.actions.finish_task import finish_task
from people.doubting import ABOUT
from people.errors import NotAllowed
from people.models import DoubtfulMatch, Identifier, Task, TaskKind, User
from people.permissions import check_in_reach, check_role
from people.roles import Permission

SAME, NEW = DoubtfulMatch.Answer.SAME, DoubtfulMatch.Answer.NEW


@transaction.atomic
def answer_match(*, match: DoubtfulMatch, same: bool, by: User, now: datetime) -> DoubtfulMatch:
    """The same person, or somebody else. It may be answered again until an import has acted on it.

    The next import brings in what the source holds about them: into this child's file, or as somebody new. Raises NotAllowed
    outside their reach, for a person whom somebody has matched with another child, and once the import has acted.
    """
    check_role(by, Permission.MATCH_PEOPLE, now)
    check_in_reach(by, match.child, now)
    match = DoubtfulMatch.objects.select_for_update().select_related("child").get(pk=match.pk)
    if is_acted_on(match):
        raise NotAllowed("acted_on", _("An import has used this answer. Ask information governance when it was wrong."))
    others = DoubtfulMatch.objects.filter(source=match.source, key=match.key, answer=SAME).exclude(pk=match.pk)
    if same and others.exists():
        raise NotAllowed("somebody_else", _("Somebody said that this person is another child. Ask who is right before you answer."))
    match.answer, match.answered_by, match.answered_at = SAME if same else NEW, by, now
    match.save(update_fields=["answer", "answered_by", "answered_at"])
    facts = {"answer": match.answer}
    record(Event.MATCH_ANSWERED, child=match.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=match.pk, facts=facts)
    for task in Task.objects.open().filter(kind=TaskKind.CHECK_IDENTITY, about_type=ABOUT, about_id=match.pk):
        finish_task(task=task, outcome="", by=by, now=now)
    return match


def is_acted_on(match: DoubtfulMatch) -> bool:
    """Whether an import knows the person by this number: then the answer stands."""
    return match.answer != DoubtfulMatch.Answer.OPEN and Identifier.objects.filter(source=match.source, key=match.key).exists()
