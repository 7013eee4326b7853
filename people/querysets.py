"""Reach: who may see which child. One table of arms answers both questions, "which children may this user see?"
and "who may see this child?", so that what a young person is told before sending is the rule that is enforced.

    Allocated worker and their manager read; colleagues only by recorded cover or in an emergency;
    a child without a worker belongs to the access team; governance officers only while something is asked of them.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from people.prepared import Prepared, either

WORKER_ROLES = ("social_worker", "personal_adviser", "access_worker")
ASKED_ROLES = ("ig_officer", "second_checker")


def _model(name: str) -> Any:
    return apps.get_model("people", name)


def _in_force(prefix: str, at: datetime) -> Q:
    return Q(**{f"{prefix}starts__lte": at}) & (Q(**{f"{prefix}ends__isnull": True}) | Q(**{f"{prefix}ends__gt": at}))


def _allocated(at: datetime, only: Q) -> QuerySet[Any]:
    return _model("Relationship").objects.filter(_in_force("", at), only)


def _managers(at: datetime, only: Q) -> QuerySet[Any]:
    team, peers = "user__memberships__", "user__memberships__team__memberships__"
    return _model("Relationship").objects.filter(
        _in_force("", at),
        _in_force(team, at),
        _in_force(peers, at),
        Q(role__in=WORKER_ROLES),
        Q(**{f"{peers}role": "team_manager"}),
        only,
    )


def _covering(at: datetime, only: Q) -> QuerySet[Any]:
    return _model("Relationship").objects.filter(_in_force("", at), _in_force("user__covered_by__", at), only)


def _emergency(at: datetime, only: Q) -> QuerySet[Any]:
    return _model("EmergencyAccess").objects.filter(_in_force("", at), only)


@dataclass(frozen=True, slots=True)
class Arm:
    """One reason for reach. `why` names it (shown to the young person as a role or reason)."""

    why: str
    children: Callable[[Any, datetime], QuerySet[Any]]
    readers: Callable[[Any, datetime], QuerySet[Any]]
    theirs: Prepared

    @classmethod
    def of(cls, why: str, children: Callable[[Any, datetime], QuerySet[Any]], readers: Callable[[Any, datetime], QuerySet[Any]]) -> "Arm":
        """An arm with the ids of its children as a statement, for `pk__in`: the same question as `children`, asked faster."""
        return cls(why, children, readers, Prepared(lambda pk, at: children(_Nobody(pk), at)))


@dataclass(frozen=True, slots=True)
class _Nobody:
    """What the arms ask of a user: the id."""

    pk: UUID


def _rows(why: str, rows: Callable[[datetime, Q], QuerySet[Any]], reader: str = "user_id") -> Arm:
    """An arm made from rows of (reader, child), read in either direction. `reader` is the path from a row to who may see.

    The condition goes into the rows' own `filter`: a second one would join other memberships or covers than the first.
    """

    def children(user: Any, at: datetime) -> QuerySet[Any]:
        return rows(at, Q(**{reader: user.pk})).values_list("child_id", flat=True)

    def readers(child: Any, at: datetime) -> QuerySet[Any]:
        return rows(at, Q(child_id=child.pk)).values_list(reader, flat=True)

    return Arm.of(why, children, readers)


def _has_worker(at: datetime) -> Exists:
    ties = _model("Relationship").objects.filter(_in_force("", at), role__in=WORKER_ROLES, child=OuterRef("pk"))
    return Exists(ties)


def _access_team_people(at: datetime) -> QuerySet[Any]:
    """Access workers, and the managers of the teams they are in."""
    members = _model("Membership").objects.filter(_in_force("", at))
    teams = members.filter(role="access_worker").values("team")
    return members.filter(Q(role="access_worker") | Q(role="team_manager", team__in=teams)).values_list("user_id", flat=True)


def _children_without_worker(user: Any, at: datetime) -> QuerySet[Any]:
    children = _model("Child").objects.filter(~_has_worker(at))
    return children.filter(Exists(_access_team_people(at).filter(user=user.pk))).values_list("pk", flat=True)


def _readers_without_worker(child: Any, at: datetime) -> QuerySet[Any]:
    alone = _model("Child").objects.filter(~_has_worker(at), pk=child.pk)
    return _access_team_people(at).filter(Exists(alone))


def _children_asked_about(user: Any, at: datetime) -> QuerySet[Any]:
    held = _model("Membership").objects.filter(_in_force("", at), user=user.pk, role__in=ASKED_ROLES).values("role")
    return _model("Task").objects.filter(done_at__isnull=True, for_role__in=held).values_list("child_id", flat=True)


def _readers_asked(child: Any, at: datetime) -> QuerySet[Any]:
    asked = _model("Task").objects.filter(done_at__isnull=True, child=child.pk, for_role__in=ASKED_ROLES).values("for_role")
    return _model("Membership").objects.filter(_in_force("", at), role__in=asked).values_list("user_id", flat=True)


ARMS: tuple[Arm, ...] = (
    _rows("allocated", _allocated),
    _rows("manager", _managers, "user__memberships__team__memberships__user_id"),
    _rows("cover", _covering, "user__covered_by__covering_id"),
    Arm.of("access_team", _children_without_worker, _readers_without_worker),
    Arm.of("asked", _children_asked_about, _readers_asked),
    _rows("emergency", _emergency),
)


def staff_reach(user: Any, at: datetime) -> Q:
    """Children this member of staff may see at that moment, as a condition on Child."""
    return reached_through([arm.why for arm in ARMS], user, at)


def reached_through(why: Container[str], user: Any, at: datetime, field: str = "pk") -> Q:
    """Children this member of staff may see for one of these reasons (those of ARMS), as a condition on `field`."""
    return Q(**{f"{field}__in": either([arm.theirs(user.pk, at) for arm in ARMS if arm.why in why])})


# Reach that was lent for a moment or for one question: enough to read, not enough to decide for a child.
LENT = frozenset({"emergency", "asked"})


class ChildQuerySet(QuerySet[Any]):
    """Children, fetched through reach."""

    def visible_to(self, user: Any, at: datetime) -> "ChildQuerySet":
        """The children this user may see: a young person sees themselves; staff by reach; anyone else nobody.

        A death closes the account of whoever died: until a worker has put a mistake right, nobody reads as them.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            return self.filter(user=user.pk, died_on__isnull=True)
        return self.filter(staff_reach(user, at))

    def worked_with_by(self, user: Any, at: datetime) -> "ChildQuerySet":
        """The children this member of staff may decide for: those in reach that was not only lent."""
        own = [arm.why for arm in ARMS if arm.why not in LENT]
        return self.filter(reached_through(own, user, at)) if user.is_active and user.is_staff else self.none()


def readers_by_arm(child: Any, at: datetime) -> dict[str, list[UUID]]:
    """For each arm, the ids of active staff who may see this child through it."""
    found = {arm.why: list(arm.readers(child, at)) for arm in ARMS}
    active = set(
        _model("User").objects.filter(is_active=True, pk__in={pk for ids in found.values() for pk in ids}).values_list("pk", flat=True)
    )
    return {why: [pk for pk in dict.fromkeys(ids) if pk in active] for why, ids in found.items()}
