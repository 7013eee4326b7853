"""The named cast: who is who in every test that is about people. `cast` makes them; `sign_in` signs one of them in.

Amara, 13, in care        Ben is her social worker, Joan his manager, David her reviewing officer
Noor, 9, in care          Dev is his social worker, in another team that Gwen manages
Idris, 34, a care leaver  nobody is: he belongs to the access team (Sana, managed by Olu)
Carys                     in Ben's team, not Amara's worker: a colleague
Imani, Tom                information governance officer and second checker: see nobody until something is asked of them
Ellie, Ruth               content editor and account manager: see nobody
"""

import time
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY

from people.encryption import encrypt
from people.models import Child, Identifier, Membership, Relationship, SecondFactorDevice, Team, User

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)  # a Wednesday, in staffed hours
SATURDAY = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)  # nobody is at work
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
PASSPHRASE = "maple-rocket-violin"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
BACKEND = "people.sign_in.SignInBackend"


@dataclass(frozen=True)
class Cast:
    """Everybody. Young people are Child rows (their account is `.user`); staff are User rows."""

    amara: Child
    noor: Child
    idris: Child
    ben: User
    carys: User
    joan: User
    david: User
    dev: User
    gwen: User
    sana: User
    olu: User
    imani: User
    tom: User
    ellie: User
    ruth: User

    @property
    def young_people(self) -> list[Child]:
        """Those the records are about."""
        return [getattr(self, field.name) for field in fields(self) if field.type is Child]

    @property
    def staff(self) -> list[User]:
        """Everybody who works for the council."""
        return [getattr(self, field.name) for field in fields(self) if field.type is User]

    @property
    def users(self) -> list[User]:
        """Every account there is."""
        return [child.user for child in self.young_people if child.user] + self.staff


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast, with teams and ties in force since 2020."""
    return make_cast()


def make_cast() -> Cast:
    """Make everybody. Outside a test's own transaction call it once."""
    east, west, access = (Team.objects.create(name=name) for name in ("East", "West", "Access to records"))
    governance, office = (Team.objects.create(name=name) for name in ("Information governance", "Office"))
    people = Cast(
        amara=young_person("Amara", date(2013, 3, 2), key="900001"),
        noor=young_person("Noor", date(2017, 6, 20), key="900002"),
        idris=young_person("Idris", date(1992, 1, 9), key="900003", stage=Child.Stage.CARE_LEAVER),
        ben=member_of_staff("Ben Hughes", "social_worker", east),
        carys=member_of_staff("Carys Pugh", "social_worker", east),
        joan=member_of_staff("Joan Mills", "team_manager", east),
        david=member_of_staff("David Osei", "reviewing_officer", office),
        dev=member_of_staff("Dev Patel", "social_worker", west),
        gwen=member_of_staff("Gwen Rees", "team_manager", west),
        sana=member_of_staff("Sana Malik", "access_worker", access),
        olu=member_of_staff("Olu Adeyemi", "team_manager", access),
        imani=member_of_staff("Imani Clarke", "ig_officer", governance),
        tom=member_of_staff("Tom Baker", "second_checker", governance),
        ellie=member_of_staff("Ellie Fox", "content_editor", office),
        ruth=member_of_staff("Ruth Lewis", "account_manager", office),
    )
    tie(people.amara, people.ben, "social_worker")
    tie(people.amara, people.david, "reviewing_officer")
    tie(people.noor, people.dev, "social_worker")
    return people


def young_person(known_as: str, born: date, *, key: str, stage: str = Child.Stage.IN_CARE) -> Child:
    """A young person with an account, who has read the first-use notice. `key` is their identifier in the return."""
    user = User.objects.create_user(username=known_as.lower(), password=PASSPHRASE, kind="young_person", display_name=known_as)
    child = Child.objects.create(known_as=known_as, date_of_birth=born, stage=stage, user=user, notice_acknowledged_at=LONG_AGO)
    Identifier.objects.create(child=child, source="ssda903", key=key)
    return child


def member_of_staff(name: str, role: str, team: Team) -> User:
    """A member of staff with one role in one team."""
    user = User.objects.create_user(username=name.split()[0].lower(), password=PASSPHRASE, kind="staff", display_name=name)
    Membership.objects.create(user=user, team=team, role=role, starts=LONG_AGO)
    return user


def tie(child: Child, worker: User, role: str) -> Relationship:
    """Tie a worker to a child, since long ago."""
    return Relationship.objects.create(child=child, user=worker, role=role, starts=LONG_AGO)


def sign_in(client: Client, user: User) -> Client:
    """Sign this user in: a young person with a passphrase, staff with their second factor checked in this session as well."""
    client.force_login(user, backend=BACKEND)
    session = client.session
    records: list[dict[str, Any]] = [{"method": "password", "at": time.time(), "username": user.username}]
    if user.is_staff:
        device = second_factor(user)
        records.append({"method": "mfa", "type": "totp", "at": time.time(), "id": device.authenticator_id})
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session.save()
    return client


def sign_in_without_second_factor(client: Client, user: User) -> Client:
    """Sign a member of staff in with a password alone: no staff page opens."""
    client.force_login(user, backend=BACKEND)
    return client


def second_factor(user: User) -> SecondFactorDevice:
    """The member of staff's enrolled second factor; its secret is TOTP_SECRET."""
    authenticator, _made = Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": encrypt(TOTP_SECRET)}}
    )
    device, _made = SecondFactorDevice.objects.get_or_create(
        authenticator=authenticator, defaults={"user": user, "name": "second factor", "confirmed": True}
    )
    return device
