"""The council's staff: teams, accounts with a second factor, whose worker each is, who stands in for whom."""

import base64
import secrets
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from law.working_time import london_day
from people.actions.add_first_staff import add_first_staff
from people.actions.add_staff import add_staff
from people.actions.add_team import add_team
from people.actions.allocate import allocate
from people.actions.record_cover import record_cover
from people.encryption import encrypt
from people.models import Team, User
from portal.management.demonstration.council import Council

SECRET_BYTES = 20


def make_staff(council: Council) -> None:
    """Teams and accounts. The first account manager is made by the portal, everybody else by them."""
    people, then = council.people, council.days_ago(council.people["staff_from_days_ago"])
    hashed = make_password(people["staff_passphrase"])
    first, *others = people["staff"]
    manager = add_first_staff(username=first["username"], display_name=first["display_name"], team=first["team"], now=then).user
    teams = {team.name: team for team in Team.objects.all()}
    for name in people["teams"]:
        if name not in teams:
            teams[name] = add_team(name=name, by=manager, now=then)
    council.staff[manager.username] = manager
    for one in others:
        made = add_staff(
            username=one["username"], display_name=one["display_name"], role=one["role"], team=teams[one["team"]], by=manager, now=then
        )
        council.staff[made.user.username] = made.user
    for user in council.staff.values():
        _give_way_in(user, hashed)


def allocate_children(council: Council) -> None:
    """Each child's worker and reviewing officer, by the manager of the team."""
    then = council.days_ago(council.people["staff_from_days_ago"])
    for tie in council.people["allocations"]:
        allocate(
            child=council.child(tie["child"]),
            user=council.staff[tie["username"]],
            role=tie["role"],
            starts=date.fromisoformat(tie["from"]),
            by=council.staff[tie["by"]],
            now=then,
        )


def record_covers(council: Council) -> None:
    """Who stands in for whom, in days counted from now."""
    for cover in council.people["cover"]:
        begins = council.days_ago(cover["from_days_ago"])
        record_cover(
            worker=council.staff[cover["worker"]],
            covering=council.staff[cover["covering"]],
            starts=london_day(begins),
            ends=london_day(begins + timedelta(days=cover["for_days"])),
            by=council.staff[cover["by"]],
            now=begins,
        )


def _give_way_in(user: User, hashed: str) -> None:
    """The demonstration's passphrase, and a second factor whose numbers `demo_code` prints."""
    user.password = hashed
    user.save(update_fields=["password"])
    secret = base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": encrypt(secret)})
