"""The second person does not agree: the entry goes back to the worker, who reads it for its subject again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.actions.confirm_withholding import write_check
from official_file.actions.give_back import give_back
from official_file.models import Sharing, SharingCheck
from official_file.permissions import check_can_check
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def return_withholding(*, sharing: Sharing, reason: str, by: User, now: datetime) -> SharingCheck:
    """Send it back. It opens by no rule: the worker decides again. Raises NotAllowed without a reason, and as confirming does."""
    row = check_can_check(by, sharing, now)
    if not reason.strip():
        raise NotAllowed("no_reason", _("Say why you send it back, so that they know what to do instead."))
    made = write_check(sharing=sharing, entry_id=row.pk, agrees=False, reason=reason, by=by, now=now)
    give_back(row=row, reason=reason, by=by, now=now)
    return made
