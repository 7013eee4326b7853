"""Who will read a contribution, who may be chosen to, and what its author sees of their own.

`who_will_read` and `Contribution.objects.visible_to` are one rule asked from two sides: a test compares them over the whole
cast, so that what a young person is told before sending is what is enforced.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from official_file.models import EntryNow
from official_file.models.now import NEAR_ARMS
from people.models import Child, Cover, Task, TaskKind, User
from people.reach import Reader, readers_of, readers_with, worker_of
from people.roles import Permission, allows
from stories.lifecycle import IN_FILE, Status
from stories.models import Contribution, ContributionQuerySet

WHY = {
    "allocated": gettext_noop("Works with you."),
    "manager": gettext_noop("Manages your worker."),
    "cover": gettext_noop("Stands in while your worker is away."),
    "access_team": gettext_noop("Helps people who have no worker just now."),
    "asked": gettext_noop("Is looking after something that was asked about your file."),
    "emergency": gettext_noop("Had to look in an emergency."),
}
CLOCKS = (TaskKind.URGENT_WORRY, TaskKind.READ_CONTRIBUTION, TaskKind.LOOK_AGAIN, TaskKind.CONFIRM_DECISION, TaskKind.TALK)
ABOUT = "contribution"


def who_will_read(contribution: Contribution, at: datetime) -> list[Reader]:
    """Everyone in staff who can read this contribution at that moment; of a draft, who could if it were sent now. Nearest first."""
    if contribution.standing is Status.WITHDRAWN:
        return []
    readers = readers_with(contribution.child, Permission.READ_CONTRIBUTIONS, at)
    if contribution.standing in IN_FILE:
        return [reader for reader in readers if reader.why in NEAR_ARMS] if _is_limited(contribution) else readers
    return _first_readers(readers, contribution.chosen_reader_id, at)


def readers_if_chosen(child: Child, chosen: User, at: datetime) -> list[Reader]:
    """Who would read something sent now to this chosen reader, until it is in the file."""
    return _first_readers(readers_with(child, Permission.READ_CONTRIBUTIONS, at), chosen.pk, at)


def readers_to_choose(child: Child, at: datetime) -> list[Reader]:
    """Those a young person may send to, instead of to everybody who reads."""
    return readers_with(child, Permission.READ_CONTRIBUTIONS, at)


def readers_in_file(child: Child, at: datetime) -> list[Reader]:
    """Everyone who can read the child's file in this portal now: who reads the words once they are in it."""
    return readers_of(child, at)


def why_in_words(reader: Reader) -> str:
    """Why this person can read it, as the young person is told."""
    return gettext(WHY.get(reader.why, ""))


def first_reader(contribution: Contribution, at: datetime) -> User | None:
    """Who is expected to read it: the reader chosen, a manager when it is about the worker, else the worker or who stands in.

    Asked to look again, somebody who has not decided. None for a child without a worker: the access team reads.
    """
    if contribution.standing is Status.ASKED_AGAIN:
        return someone_else(contribution, at)
    readers = who_will_read(contribution, at)
    if contribution.chosen_reader_id in {reader.user.pk for reader in readers}:
        return contribution.chosen_reader
    if contribution.about_my_worker or contribution.chosen_reader_id:
        second = [reader.user for reader in readers if _confirms(reader, at)]
        return next((user for user in second if user.may(Permission.DECIDE_CONTRIBUTIONS, at)), None) or next(iter(second), None)
    worker = worker_of(contribution.child, at)
    cover = Cover.objects.active(at).filter(worker=worker).select_related("covering").first() if worker else None
    return cover.covering if cover else worker


def someone_else(contribution: Contribution, at: datetime) -> User | None:
    """Who looks again when the first answer was no: the reviewing officer when there is one, else whichever manager has not decided."""
    readers = who_will_read(contribution, at)
    return next((reader.user for reader in readers if "reviewing_officer" in reader.user.roles_at(at)), None)


def kept_by(user: User) -> ContributionQuerySet:
    """Everything its author has, newest first; never a draft they threw away."""
    mine = Contribution.objects.filter(child__user=user.pk).kept()
    return mine.select_related("child", "chosen_reader").prefetch_related("replies", "notes")


def open_clocks(contributions: list[Contribution]) -> dict[UUID, Task]:
    """For each contribution somebody still owes something about, the task that is due first."""
    ids = [contribution.pk for contribution in contributions]
    tasks = Task.objects.open().filter(about_type=ABOUT, about_id__in=ids, kind__in=CLOCKS).order_by("-due_at")
    return {task.about_id: task for task in tasks}


def was_urgent(contribution: Contribution) -> bool:
    """Whether somebody was called to look after it at once: then it cannot be taken back."""
    return contribution.urgent or Task.objects.filter(kind=TaskKind.URGENT_WORRY, about_type=ABOUT, about_id=contribution.pk).exists()


def entry_to_write_about(user: User, entry_id: str | None, at: datetime) -> EntryNow | None:
    """The entry a young person wants to write about, when it is open to them; None for any other id, and for none."""
    try:
        wanted = UUID(entry_id or "")
    except ValueError:
        return None
    found: EntryNow | None = EntryNow.objects.visible_to(user, at).filter(pk=wanted).select_related("entry__payload").first()
    return found


def _first_readers(readers: list[Reader], chosen: UUID | None, at: datetime) -> list[Reader]:
    if chosen is None:
        return readers
    return [reader for reader in readers if reader.user.pk == chosen or _confirms(reader, at)]


def _confirms(reader: Reader, at: datetime) -> bool:
    return allows(reader.user.roles_at(at), Permission.CONFIRM_DECISIONS)


def _is_limited(contribution: Contribution) -> bool:
    return EntryNow.objects.filter(pk=contribution.entry_id).exclude(limited="").exists()
