"""A new member of staff: a name to sign in with, a role in a team, and a first passphrase that is shown once."""

from dataclasses import dataclass
from datetime import datetime
from secrets import SystemRandom

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.actions.content_editors import keep_content_editors
from people.errors import NotAllowed
from people.models import Membership, Team, User
from people.passphrase import suggest
from people.permissions import check_role
from people.roles import Permission


@dataclass(frozen=True, slots=True)
class NewSignIn:
    """An account and the passphrase for its first time, which is stored nowhere."""

    user: User
    passphrase: str


@transaction.atomic
def add_staff(*, username: str, display_name: str, role: str, team: Team, by: User, now: datetime) -> NewSignIn:
    """Make the account. Raises NotAllowed for a name that is taken, in capitals or not.

    The account opens nothing by itself: no record without a second factor, no child without allocation.
    """
    check_role(by, Permission.MANAGE_STAFF, now)
    if User.objects.filter(username__iexact=username.strip()).exists():
        raise NotAllowed("name_taken", _("Somebody already signs in with that name. Add a number, or choose another."))
    passphrase = suggest(SystemRandom())
    user = User.objects.create_user(username=username, password=passphrase, kind=User.Kind.STAFF, display_name=display_name.strip())
    Membership.objects.create(user=user, team=team, role=role, starts=now)
    keep_content_editors(user=user, roles={role}, by=by, now=now)
    record(
        Event.STAFF_ADDED,
        child=None,
        by=by.who(now),
        at=now,
        about_type="user",
        about_id=user.pk,
        facts={"name": str(user), "role": role, "team": str(team)},
    )
    return NewSignIn(user, passphrase)
