"""The council's staff: teams, accounts with a second factor, whose worker each is, who stands in for whom."""

import base64
import secrets
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL
from law.working_time import london_day
from people.actions.add_staff import add_staff
from people.actions.add_team import add_team
from people.actions.allocate import allocate
from people.actions.record_cover import record_cover
from people.encryption import encrypt
from people.models import Membership, Team, User
from portal.management.demonstration.council import Council

SECRET_BYTES = 20


def make_staff(council: Council) -> None:
    """Teams and accounts. The first account manager is made by the portal, everybody else by them."""
    people, then = council.people, council.days_ago(council.people["staff_from_days_ago"])
    hashed = make_password(people["staff_passphrase"])
    manager, *others = people["staff"]
    first_team = Team.objects.create(name=manager["team"])
    ruth = User.objects.create_user(
        username=manager["username"], password=None, kind=User.Kind.STAFF, display_name=manager["display_name"]
    )
    Membership.objects.create(user=ruth, team=first_team, role=manager["role"], starts=then)
    record(Event.STAFF_ADDED, child=None, by=THE_PORTAL, at=then, about_type="user", about_id=ruth.pk, facts={"name": str(ruth)})
    teams = {first_team.name: first_team}
    for name in people["teams"]:
        if name not in teams:
            teams[name] = add_team(name=name, by=ruth, now=then)
    council.staff[ruth.username] = ruth
    for one in others:
        made = add_staff(
            username=one["username"], display_name=one["display_name"], role=one["role"], team=teams[one["team"]], by=ruth, now=then
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
