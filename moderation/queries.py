"""What a worker's reading desk asks: what waits, who reads it now, which proposals wait for a second person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from files.models import Making
from moderation.models import PROPOSALS, Decision, HandOver, Reading, Verdict, WriteBack
from people.models import Child, Cover, Task, TaskKind, User
from people.querysets import reached_through
from people.roles import Permission
from stories.lifecycle import UNDECIDED, WAITING, Status
from stories.models import Attachment, Contribution
from stories.queries import ABOUT, CLOCKS

ABOUT_WAY_BACK = "write_back"
STAFF_CLOCKS = (*CLOCKS, TaskKind.ESCALATED, TaskKind.OPEN_MEDIA, TaskKind.INTERPRET)
EVEN_IF_DECIDED = (TaskKind.OPEN_MEDIA, TaskKind.INTERPRET, TaskKind.URGENT_WORRY)  # filing ends none of these
OWN_ARMS = ("allocated", "cover", "access_team", "emergency")


def open_reading(contribution: Contribution) -> Reading | None:
    """The reading that is going on, if there is one."""
    if contribution.standing is not Status.BEING_READ:
        return None
    return Reading.objects.open().filter(contribution=contribution).select_related("reader", "contribution").first()


def waiting_proposal(contribution: Contribution) -> Decision | None:
    """The decision about it that waits for a second person, if there is one."""
    return waiting_proposals().filter(contribution=contribution).first()


def newest_hand_over(contribution: Contribution) -> HandOver | None:
    """The last time it was given to somebody by name, if it was."""
    found: HandOver | None = contribution.hand_overs.order_by("-at").select_related("to").first()
    return found


def is_handed_to(user: User, contribution: Contribution) -> bool:
    """Whether it was given to this person by name, and to nobody after them."""
    newest = newest_hand_over(contribution)
    return newest is not None and newest.to_id == user.pk


def is_escalated(contribution: Contribution) -> bool:
    """Whether a manager was asked to look at it now, and has not ended that."""
    return Task.objects.open().filter(kind=TaskKind.ESCALATED, about_type=ABOUT, about_id=contribution.pk).exists()


def unopened(contribution: Contribution) -> "QuerySet[Attachment]":
    """Its pictures and recordings that nobody in staff has opened; not those that cannot be shown, or are shut."""
    cannot = (Making.State.REFUSED, Making.State.CLOSED)
    found: QuerySet[Attachment] = contribution.attachments.filter(opened__isnull=True).exclude(making__state__in=cannot)
    return found


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
    found: QuerySet[Child] = Child.objects.filter(reached_through(OWN_ARMS, user, at))
    return found


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the desk. `clock`: what is due first about it; `handed_to`: who was given it by name, while it is theirs."""

    contribution: Contribution
    clock: Task | None
    reader: User | None = None
    handed_to: UUID | None = None
    escalated: bool = False
    worried: bool = False
    proposed: bool = False

    @property
    def is_urgent(self) -> bool:
        """Whether it comes before everything else: its author is worried, words or a worker asked for a look, or a manager was asked."""
        return self.contribution.urgent or self.worried or self.escalated

    @property
    def look_now(self) -> bool:
        """Whether somebody has still to look after them: once somebody said what they did, it waits like any other."""
        looked_after = self.clock is not None and self.clock.kind == TaskKind.READ_CONTRIBUTION
        return self.worried or self.escalated or self.contribution.urgent and not looked_after

    @property
    def waits_for_interpreter(self) -> bool:
        """Whether what is due first is that somebody understands it."""
        return self.clock is not None and self.clock.kind == TaskKind.INTERPRET

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
    to_open: list[Waiting]
    with_manager: list[Waiting]
    with_second: list[Waiting]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        parts = (self.to_read, self.mine_open, self.to_talk, self.to_confirm, self.late_in_team, self.to_open)
        return not any((*parts, self.with_manager, self.with_second))


def desk_of(user: User, now: datetime) -> Desk:
    """What waits for this person: their own children's words first; of others in their reach, what is theirs to answer."""
    owed = Q(status__in=UNDECIDED) | Q(pk__in=Task.objects.open().filter(kind__in=EVEN_IF_DECIDED, about_type=ABOUT).values("about_id"))
    rows = Contribution.objects.visible_to(user, now).filter(owed).select_related("child").order_by("-urgent", "sent_at")
    whose = _Whose(user, now)
    parts: dict[str, list[Waiting]] = {"read": [], "open": [], "talk": [], "late": [], "media": [], "manager": [], "second": []}
    for one in _with_clocks(list(rows)):
        part = _part_of(one, whose)
        if part:
            parts[part].append(one)
    for pile in parts.values():
        pile.sort(key=lambda one: not one.is_urgent)
    confirm = _to_confirm(user, now)
    return Desk(parts["read"], parts["open"], parts["talk"], confirm, parts["late"], parts["media"], parts["manager"], parts["second"])


class _Whose:
    """Whose a contribution is on the desk of one member of staff, asked once for all of them."""

    def __init__(self, user: User, now: datetime) -> None:
        self.user, self.now = user, now
        self.own = set(own_children(user, now).values_list("pk", flat=True))
        covered = Cover.objects.active(now).filter(covering=user).values_list("worker_id", flat=True)
        self.stands_for = {user.pk, *covered}
        self.second = user.may(Permission.CONFIRM_DECISIONS, now)

    def is_mine(self, one: Waiting) -> bool:
        """Whether it is theirs to read, when nobody reads it yet."""
        contribution = one.contribution
        if one.escalated:
            return self.second
        if one.handed_to is not None and not one.is_urgent:
            return one.handed_to in self.stands_for
        theirs = contribution.child_id in self.own or contribution.chosen_reader_id == self.user.pk
        return theirs or one.is_urgent or contribution.about_my_worker or contribution.standing is Status.ASKED_AGAIN


def _part_of(one: Waiting, whose: _Whose) -> str:
    """Where on the desk it stands; "" when it is somebody else's and not late."""
    contribution, mine = one.contribution, whose.is_mine(one)
    if one.reader == whose.user:
        return "second" if one.proposed else "open"
    if contribution.standing is Status.ASKED_AGAIN and decided_before(whose.user, contribution):
        mine = False
    if contribution.standing not in UNDECIDED and mine:
        return "media" if one.clock and one.clock.kind == TaskKind.OPEN_MEDIA else "read"
    if mine and contribution.standing in WAITING:
        return "talk" if contribution.standing is Status.LETS_TALK and not one.escalated else "read"
    if one.escalated and contribution.child_id in whose.own:
        return "manager"
    return "late" if one.is_late(whose.now) else ""


def _to_confirm(user: User, now: datetime) -> list[Decision]:
    seen = Contribution.objects.visible_to(user, now).values("pk")
    return [decision for decision in waiting_proposals().filter(contribution__in=seen).order_by("at") if decision.by_id != user.pk]


def _with_clocks(contributions: list[Contribution]) -> list[Waiting]:
    ids = [one.pk for one in contributions]
    owed = Task.objects.open().filter(about_type=ABOUT, about_id__in=ids, kind__in=STAFF_CLOCKS).order_by("-due_at")
    clocks: dict[UUID, Task] = {task.about_id: task for task in owed}
    escalated = {task.about_id for task in owed if task.kind == TaskKind.ESCALATED}
    worried = {task.about_id for task in owed if task.kind == TaskKind.URGENT_WORRY}
    readings: dict[Any, User] = {
        reading.contribution_id: reading.reader
        for reading in Reading.objects.open().filter(contribution__in=contributions).select_related("reader")
    }
    holders = {(task.about_id, task.for_user_id) for task in owed if task.kind != TaskKind.ESCALATED}
    given = {row.contribution_id: row.to_id for row in HandOver.objects.filter(contribution__in=contributions).order_by("at")}
    handed = {pk: to for pk, to in given.items() if (pk, to) in holders}
    proposed = set(waiting_proposals().filter(contribution__in=contributions).values_list("contribution_id", flat=True))
    return [
        Waiting(
            contribution=one,
            clock=clocks.get(one.pk),
            reader=readings.get(one.pk),
            handed_to=handed.get(one.pk),
            escalated=one.pk in escalated,
            worried=one.pk in worried,
            proposed=one.pk in proposed,
        )
        for one in contributions
    ]


def earlier_of(contribution: Contribution, user: User, now: datetime) -> QuerySet[Contribution]:
    """What the same young person sent before, as far as this reader may see it, newest first."""
    seen = Contribution.objects.visible_to(user, now).filter(child=contribution.child_id, sent_at__lt=contribution.sent_at)
    return seen.order_by("-sent_at")
