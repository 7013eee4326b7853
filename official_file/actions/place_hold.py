"""Nothing of this record may be destroyed while something is open: a request, a complaint, a claim, an inquiry, the police."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import RetentionHold
from official_file.retention import Held
from official_file.tries import keeps_tries
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_in_reach
from people.roles import Permission

MAY_PLACE = (Permission.OPEN_ENTRIES, Permission.CONFIRM_DECISIONS, Permission.PROPOSE_DISPOSAL)
MAY_LIFT = (Permission.CONFIRM_DECISIONS, Permission.PROPOSE_DISPOSAL)


@transaction.atomic
def place_hold(*, child: Child, ground: str, reason: str, by: User, now: datetime) -> RetentionHold:
    """Place a hold. Whoever may see the record and works with it may: keeping is always safe. Raises NotAllowed without a reason."""
    _check_any(by, MAY_PLACE, child, now)
    if ground not in RetentionHold.Ground.values:
        raise NotAllowed("no_such_ground", _("Choose why nothing may be destroyed."))
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write what is open, and who knows when it ends."))
    Child.objects.select_for_update().get(pk=child.pk)  # waits for a disposal under way, and one that comes waits for this
    hold = RetentionHold.objects.create(child=child, ground=ground, reason=reason.strip(), placed_by=by, placed_at=now)
    record(Event.HOLD_PLACED, child=child.pk, by=by.who(now), at=now, about_type="retention_hold", about_id=hold.pk)
    return hold


@keeps_tries("lift_hold", "hold")
@transaction.atomic
def lift_hold(*, hold: RetentionHold, why: str, by: User, now: datetime) -> RetentionHold:
    """What it was placed for is over. Raises NotAllowed without saying why, when it was lifted before, and for one that ends by itself.

    The page asks twice: first why, then whether to lift it, with what that makes possible.
    """
    _check_any(by, MAY_LIFT, hold.child, now)
    if not why.strip():
        raise NotAllowed("no_reason", _("Write why it is over, for whoever asks later."))
    hold = RetentionHold.objects.select_for_update().get(pk=hold.pk)
    if hold.lifted_at:
        raise NotAllowed("already_done", _("This hold was lifted already."))
    if hold.about_id:
        raise Held(hold, _("A request for this file is open. This hold is lifted when the request has ended, and by nobody before that."))
    hold.lifted_by, hold.lifted_at, hold.lifted_why = by, now, why.strip()
    hold.save(update_fields=["lifted_by", "lifted_at", "lifted_why"])
    record(Event.HOLD_LIFTED, child=hold.child_id, by=by.who(now), at=now, about_type="retention_hold", about_id=hold.pk)
    return hold


def _check_any(by: User, permissions: tuple[Permission, ...], child: Child, now: datetime) -> None:
    if not any(by.may(permission, now) for permission in permissions):
        raise NotAllowed("not_your_role", _("Your role does not do this. Ask somebody whose role does."))
    check_in_reach(by, child, now)
