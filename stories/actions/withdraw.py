"""Taking back what was sent, until it is in the file."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.models import User
from stories.actions.owed import TAKEN_BACK, finish_owed
from stories.lifecycle import Status
from stories.models import Contribution
from stories.permissions import check_can_withdraw, check_is_author
from stories.queries import ABOUT


@transaction.atomic
def withdraw(*, contribution: Contribution, by: User, now: datetime) -> Contribution:
    """Take it back: nobody in staff sees it any more. Raises NotAllowed when it is in the file, or was urgent."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    check_is_author(by, contribution)
    if contribution.standing is Status.WITHDRAWN:
        return contribution
    check_can_withdraw(by, contribution)
    finish_owed(contribution=contribution, kinds=TAKEN_BACK, by=by, now=now)
    contribution.save(update_fields=contribution.move_to(Status.WITHDRAWN, by=by.who(now), now=now))
    record(Event.CONTRIBUTION_WITHDRAWN, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    return contribution
