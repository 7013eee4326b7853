"""Hiding words on one's own screens, and showing them again. The author's own choice: staff never see it, so no audit."""

from datetime import datetime

from django.db import transaction

from people.models import User
from stories.models import Contribution
from stories.permissions import check_is_author


@transaction.atomic
def hide(*, contribution: Contribution, by: User, now: datetime) -> Contribution:
    """Show no words of it in lists, nor in the story. Raises NotAllowed for anybody but its author. `now` changes nothing."""
    return _set(contribution, by, hidden=True)


@transaction.atomic
def stop_hiding(*, contribution: Contribution, by: User, now: datetime) -> Contribution:
    """Show it again. Raises NotAllowed for anybody but its author. `now` changes nothing."""
    return _set(contribution, by, hidden=False)


def _set(contribution: Contribution, by: User, *, hidden: bool) -> Contribution:
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    check_is_author(by, contribution)
    contribution.hidden_by_author = hidden
    contribution.save(update_fields=["hidden_by_author"])
    return contribution
