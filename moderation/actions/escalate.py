"""Return it undecided to a manager, who looks now: the fourth way a worker can go (R49)."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from law.bank_holidays import bank_holidays
from law.working_time import urgent_due
from moderation.actions.lock import end_reading, lock_contribution
from moderation.handing_on import check_can_escalate, manager_to_ask
from official_file.projection import hours_of_council
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from stories.models import Contribution
from stories.queries import ABOUT


@transaction.atomic
def escalate(*, contribution: Contribution, sentence: str, by: User, now: datetime) -> Task:
    """Ask a manager to look within the hour; nothing is decided. Asked twice it is one task, with the words of the first.

    Raises NotAllowed without a sentence, and for what is decided or waits for a second person already.
    """
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_escalate(by, contribution, now)
    if not sentence.strip():
        raise NotAllowed("no_words", _("Write a sentence for the manager: what worries you."))
    end_reading(contribution=contribution, by=by, now=now)
    manager = manager_to_ask(contribution, by, now)
    task = make_task(
        kind=TaskKind.ESCALATED,
        child=contribution.child,
        about_type=ABOUT,
        about_id=contribution.pk,
        now=now,
        due_at=urgent_due(now, hours_of_council(), bank_holidays(settings.NATION)),
        words=sentence.strip(),
        for_user=manager,
        for_role="" if manager else "team_manager",
    )
    facts = {"to": str(manager or "")}
    who, about = by.who(now), contribution.pk
    record(Event.CONTRIBUTION_ESCALATED, child=contribution.child_id, by=who, at=now, about_type=ABOUT, about_id=about, facts=facts)
    return task
