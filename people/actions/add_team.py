"""Teams: a name, and the people whose roles are in it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Team, User
from people.permissions import check_role
from people.roles import Permission


@transaction.atomic
def add_team(*, name: str, by: User, now: datetime) -> Team:
    """A new team. Raises NotAllowed when there is one of that name."""
    check_role(by, Permission.MANAGE_STAFF, now)
    name = " ".join(name.split())
    if Team.objects.filter(name__iexact=name).exists():
        raise NotAllowed("team_exists", _("There is a team with that name. Choose another name."))
    team = Team.objects.create(name=name)
    record(Event.TEAM_CHANGED, child=None, by=by.who(now), at=now, about_type="team", about_id=team.pk, facts={"team": name})
    return team
