"""A member of staff lost their phone and their spare codes, or forgot their passphrase."""

from datetime import datetime
from secrets import SystemRandom

from allauth.mfa.models import Authenticator
from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.add_staff import NewSignIn
from people.models import User
from people.passphrase import suggest
from people.permissions import check_is_staff, check_role, check_somebody_else
from people.roles import Permission


@transaction.atomic
def reset_sign_in(*, user: User, by: User, now: datetime) -> NewSignIn:
    """A new first passphrase, shown once; the app and the spare codes of before are forgotten and every session ends.

    Whoever does this has seen the person or called them back: the page says so, the audit keeps it.
    """
    check_role(by, Permission.MANAGE_STAFF, now)
    check_somebody_else(by, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    check_is_staff(user)
    passphrase = suggest(SystemRandom())
    user.set_password(passphrase)
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user=user).delete()
    record(
        Event.STAFF_CHANGED,
        child=None,
        by=by.who(now),
        at=now,
        about_type="user",
        about_id=user.pk,
        facts={"name": str(user), "what": "sign_in_reset"},
    )
    return NewSignIn(user, passphrase)
