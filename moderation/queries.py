"""What a worker's reading desk asks: what waits, who reads it now, which proposals wait for a second person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from moderation.models import PROPOSALS, Decision, Reading, Verdict, WriteBack
from people.models import Child, Task, TaskKind, User
from people.querysets import ARMS
from stories.lifecycle import UNDECIDED, WAITING, Status
from stories.models import Contribution
from stories.queries import open_clocks

ABOUT_WAY_BACK = "write_back"
OWN_ARMS = ("allocated", "cover", "access_team", "emergency")


def open_reading(contribution: Contribution) -> Reading | None:
    """The reading that is going on, if there is one."""
    if contribution.standing is not Status.BEING_READ:
        return None
    return Reading.objects.open().filter(contribution=contribution).select_related("reader", "contribution").first()


def waiting_proposal(contribution: Contribution) -> Decision | None:
    """The decision about it that waits for a second person, if there is one."""
    return waiting_proposals().filter(contribution=contribution).first()


def asked_about(row: WriteBack) -> QuerySet[Task]:
    """What a manager was asked about words that do not reach the council's system, and has not answered."""
    return Task.objects.open().filter(kind=TaskKind.WRITE_BACK_FAILED, about_type=ABOUT_WAY_BACK, about_id=row.pk)


def waiting_proposals() -> QuerySet[Decision]:
    """Proposals nobody has confirmed or returned, of a reading that is still open."""
    undecided = Decision.objects.filter(reading__ended_at__isnull=True, contribution__status=Status.BEING_READ)
    return undecided.filter(verdict__in=PROPOSALS, check_made__isnull=True).select_related("contribution__child", "reading", "by")


def decided_before(user: User, contribution: Contribution) -> bool:
    """Whether this person decided not to add it, or confirmed that: then they do not look again."""
    refused = Decision.objects.filter(contribution=contribution, verdict=Verdict.CANNOT_ADD)
    return refused.filter(Q(by=user) | Q(check_made__by=user, check_made__answer="confirmed")).exists()


def own_children(user: User, at: datetime) -> QuerySet[Child]:
    """Children whose words this person reads first: allocated, covered for, without a worker, or in an emergency."""
    mine = Q(pk__in=[])
    for arm in ARMS:
        if arm.why in OWN_ARMS:
            mine |= Q(pk__in=arm.children(user, at))
    found: QuerySet[Child] = Child.objects.filter(mine)
    return found


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the desk."""

    contribution: Contribution
    clock: Task | None
    reader: User | None = None

    @property
    def due_at(self) -> datetime | None:
        """When an answer is due."""
        return self.clock.due_at if self.clock else None

    def is_late(self, now: datetime) -> bool:
        """Whether that moment has passed."""
        return self.clock is not None and self.clock.due_at <= now


@dataclass(frozen=True, slots=True)
class Desk:
    """The reading desk of one member of staff, each part urgent first, then oldest."""

    to_read: list[Waiting]
    mine_open: list[Waiting]
    to_talk: list[Waiting]
    to_confirm: list[Decision]
    late_in_team: list[Waiting]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not (self.to_read or self.mine_open or self.to_talk or self.to_confirm or self.late_in_team)


def desk_of(user: User, now: datetime) -> Desk:
    """What waits for this person: their own children's words first; of others in their reach, what is theirs to answer."""
    rows = Contribution.objects.visible_to(user, now).filter(status__in=UNDECIDED).select_related("child")
    waiting = _with_clocks(list(rows.order_by("-urgent", "sent_at")))
    own = set(own_children(user, now).values_list("pk", flat=True))
    parts: dict[str, list[Waiting]] = {"read": [], "open": [], "talk": [], "late": []}
    for one in waiting:
        part = _part_of(one, user, own, now)
        if part:
            parts[part].append(one)
    return Desk(parts["read"], parts["open"], parts["talk"], _to_confirm(user, now), parts["late"])


def _part_of(one: Waiting, user: User, own: set[UUID], now: datetime) -> str:
    """Where on the desk it stands; "" when it is somebody else's and not late."""
    contribution = one.contribution
    if one.reader == user:
        return "open"
    theirs = contribution.child_id in own or contribution.chosen_reader_id == user.pk
    mine = theirs or contribution.urgent or contribution.about_my_worker or contribution.standing is Status.ASKED_AGAIN
    if contribution.standing is Status.ASKED_AGAIN and decided_before(user, contribution):
        mine = False
    if mine and contribution.standing in WAITING:
        return "talk" if contribution.standing is Status.LETS_TALK else "read"
    return "late" if one.is_late(now) else ""


def _to_confirm(user: User, now: datetime) -> list[Decision]:
    seen = Contribution.objects.visible_to(user, now).values("pk")
    return [decision for decision in waiting_proposals().filter(contribution__in=seen).order_by("at") if decision.by_id != user.pk]


def _with_clocks(contributions: list[Contribution]) -> list[Waiting]:
    clocks: dict[UUID, Task] = open_clocks(contributions)
    readings: dict[Any, User] = {
        reading.contribution_id: reading.reader
        for reading in Reading.objects.open().filter(contribution__in=contributions).select_related("reader")
    }
    return [Waiting(one, clocks.get(one.pk), readings.get(one.pk)) for one in contributions]


def earlier_of(contribution: Contribution, user: User, now: datetime) -> QuerySet[Contribution]:
    """What the same young person sent before, as far as this reader may see it, newest first."""
    seen = Contribution.objects.visible_to(user, now).filter(child=contribution.child_id, sent_at__lt=contribution.sent_at)
    return seen.order_by("-sent_at")
