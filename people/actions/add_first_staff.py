"""The first account manager of an installation, made on the server: everybody else is added by somebody signed in."""

from datetime import datetime
from secrets import SystemRandom

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL
from people.actions.add_staff import NewSignIn
from people.errors import NotAllowed
from people.models import Membership, Team, User
from people.passphrase import suggest

ROLE = "account_manager"


@transaction.atomic
def add_first_staff(*, username: str, display_name: str, team: str, now: datetime) -> NewSignIn:
    """Make the first account manager. Raises NotAllowed as soon as there is one: a command must not be a back door."""
    if Membership.objects.active(now).filter(role=ROLE, user__is_active=True).exists():
        raise NotAllowed("not_the_first", _("There is an account manager already. They can add staff when they sign in."))
    if User.objects.filter(username__iexact=username.strip()).exists():
        raise NotAllowed("name_taken", _("Somebody already signs in with that name. Add a number, or choose another."))
    passphrase = suggest(SystemRandom())
    user = User.objects.create_user(username=username, password=passphrase, kind=User.Kind.STAFF, display_name=display_name)
    group, _made = Team.objects.get_or_create(name=team)
    Membership.objects.create(user=user, team=group, role=ROLE, starts=now)
    facts = {"name": display_name, "role": ROLE, "team": team}
    record(Event.STAFF_ADDED, child=None, by=THE_PORTAL, at=now, about_type="user", about_id=user.pk, facts=facts)
    return NewSignIn(user, passphrase)
