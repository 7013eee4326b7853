""" "Ask someone else to look": words that were not added go to a reader who has not decided about them before."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import TaskKind, User
from stories.lifecycle import Status
from stories.models import Contribution
from stories.permissions import check_is_author
from stories.queries import ABOUT, first_reader


@transaction.atomic
def ask_again(*, contribution: Contribution, by: User, now: datetime) -> Contribution:
    """Ask for another reader. Asked twice it is one task. Raises NotAllowed when it was not refused, or is not theirs."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    check_is_author(by, contribution)
    if contribution.standing is Status.ASKED_AGAIN:
        return contribution
    if contribution.standing is not Status.NOT_ADDED:
        raise NotAllowed("not_refused", _("Nobody said no to this. You can ask someone else to look when somebody does."))
    contribution.save(update_fields=contribution.move_to(Status.ASKED_AGAIN, by=by.who(now), now=now))
    other = first_reader(contribution, now)
    make_task(
        kind=TaskKind.LOOK_AGAIN,
        child=contribution.child,
        about_type=ABOUT,
        about_id=contribution.pk,
        now=now,
        for_user=other,
        for_role="" if other else "team_manager",
    )
    record(Event.CONTRIBUTION_LOOK_AGAIN, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    return contribution
