"""Who works here, in which role and team, with which children, and who stands in for whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from people.models import Child, Cover, Membership, Relationship, Team, User
from people.querysets import WORKER_ROLES
from people.reach import teams_kept_by
from people.roles import ROLES, Permission


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff with their roles of now, in words."""

    user: User
    roles: list[Membership]

    @property
    def roles_in_words(self) -> str:
        """ "Social worker, East" or "" for nobody's role."""
        return "; ".join(f"{ROLES[one.role].display_name}, {one.team}" for one in self.roles)


@dataclass(frozen=True, slots=True)
class Load:
    """A worker of a team and the children they work with."""

    user: User
    ties: list[Relationship]


def staff(at: datetime, words: str = "") -> list[Colleague]:
    """Everybody who works here, by name; with `words`, those whose name, sign-in or team holds each of them."""
    rows: QuerySet[User] = User.objects.filter(kind=User.Kind.STAFF)
    for word in words.split():
        in_team = Membership.objects.active(at).filter(user=OuterRef("pk"), team__name__icontains=word)
        rows = rows.filter(Q(display_name__icontains=word) | Q(username__icontains=word) | Exists(in_team))
    now = Prefetch("memberships", queryset=Membership.objects.active(at).select_related("team"), to_attr="roles_now")
    return [Colleague(user, user.roles_now) for user in rows.order_by("-is_active", "display_name").prefetch_related(now)]


def colleague(user: User, at: datetime) -> Colleague:
    """One member of staff."""
    return Colleague(user, list(Membership.objects.active(at).filter(user=user).select_related("team")))


def teams_with_people(at: datetime) -> list[tuple[Team, list[Membership]]]:
    """Every open team with who is in it."""
    members = Membership.objects.active(at).filter(user__is_active=True).select_related("user").order_by("role", "user__display_name")
    teams = Team.objects.filter(closed_at__isnull=True).prefetch_related(Prefetch("memberships", queryset=members, to_attr="people_now"))
    return [(team, team.people_now) for team in teams]


def team_of(by: User, at: datetime) -> QuerySet[User]:
    """Everybody in the teams this person keeps."""
    members = Membership.objects.active(at).filter(team__in=teams_kept_by(by, at))
    found: QuerySet[User] = User.objects.filter(is_active=True, pk__in=members.values("user")).order_by("display_name")
    return found


def loads(by: User, at: datetime) -> list[Load]:
    """The workers of the teams this person keeps, each with the children of now."""
    ties = Relationship.objects.filter(Q(ends__isnull=True) | Q(ends__gt=at)).select_related("child").order_by("child__known_as")
    workers = (
        team_of(by, at)
        .filter(pk__in=workers_with_children(at))
        .prefetch_related(Prefetch("relationships", queryset=ties, to_attr="ties_now"))
    )
    return [Load(user, user.ties_now) for user in workers]


def workers_with_children(at: datetime) -> QuerySet[User]:
    """Everybody whose role may be allocated to a child."""
    roles = [key for key, role in ROLES.items() if role.works_with_children]
    members = Membership.objects.active(at).filter(role__in=roles)
    found: QuerySet[User] = User.objects.filter(is_active=True, pk__in=members.values("user")).order_by("display_name")
    return found


def may_stand_in(at: datetime) -> QuerySet[User]:
    """Everybody whose role reads what children send."""
    roles = [key for key, role in ROLES.items() if Permission.READ_CONTRIBUTIONS in role.permissions]
    members = Membership.objects.active(at).filter(role__in=roles)
    found: QuerySet[User] = User.objects.filter(is_active=True, pk__in=members.values("user")).order_by("display_name")
    return found


def covers_kept_by(by: User, at: datetime) -> QuerySet[Cover]:
    """Cover of now and to come for the teams this person keeps."""
    rows = Cover.objects.filter(ends__gt=at, worker__in=team_of(by, at))
    found: QuerySet[Cover] = rows.select_related("worker", "covering", "recorded_by").order_by("starts")
    return found


def has_worker(child: Child, at: datetime) -> bool:
    """Whether somebody is this child's worker now."""
    return Relationship.objects.active(at).filter(child=child, role__in=WORKER_ROLES).exists()
