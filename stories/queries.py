"""Who will read a contribution, who may be chosen to, and what its author sees of their own.

`who_will_read` and `Contribution.objects.visible_to` are one rule asked from two sides: a test compares them over the whole
cast, so that what a young person is told before sending is what is enforced.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from audit.events import Event
from audit.queries import by_whom
from cms.queries import wording
from official_file.models import EntryNow
from official_file.models.now import NEAR_ARMS
from people.models import Child, Cover, Task, TaskKind, User
from people.querysets import LENT
from people.reach import Reader, readers_of, readers_with, worker_of
from people.roles import Permission, allows
from stories.lifecycle import IN_FILE, Status
from stories.media import WITH_MEDIA
from stories.models import Contribution, ContributionQuerySet

WHY = {
    "allocated": gettext_noop("Works with you."),
    "manager": gettext_noop("Manages your worker."),
    "cover": gettext_noop("Stands in while your worker is away."),
    "access_team": gettext_noop("Helps people who have no worker just now."),
    "asked": gettext_noop("Is looking after something that was asked about your file."),
    "emergency": gettext_noop("Had to look in an emergency."),
}
CLOCKS = (
    TaskKind.ESCALATED,
    TaskKind.URGENT_WORRY,
    TaskKind.READ_CONTRIBUTION,
    TaskKind.LOOK_AGAIN,
    TaskKind.CONFIRM_DECISION,
    TaskKind.TALK,
)
ABOUT = "contribution"
CAME_HERE = ("unaccompanied", "immigration")
NOT_YOUR_INTERVIEW = gettext_noop("This is not your asylum interview. Ask your solicitor before writing about your journey.")


class ReadersOf:
    """Everybody who reads what one child sends, asked once for a whole page of contributions."""

    def __init__(self, child: Child, at: datetime) -> None:
        self.child, self.at = child, at

    @cached_property
    def everybody(self) -> list[Reader]:
        """Those in reach whose role reads contributions, nearest first."""
        return readers_with(self.child, Permission.READ_CONTRIBUTIONS, self.at)

    @cached_property
    def worker(self) -> User | None:
        """The child's own worker."""
        return worker_of(self.child, self.at)

    @cached_property
    def usual(self) -> User | None:
        """The child's worker, or who stands in for them now; None for a child without one: the access team reads."""
        worker = self.worker
        cover = Cover.objects.active(self.at).filter(worker=worker).select_related("covering").first() if worker else None
        return cover.covering if cover else worker

    def of(self, contribution: Contribution) -> list[Reader]:
        """See `who_will_read`."""
        if contribution.standing is Status.WITHDRAWN:
            return []
        if contribution.standing in IN_FILE:
            near = _is_limited(contribution)
            return [reader for reader in self.everybody if reader.why in NEAR_ARMS or not near]
        return _first_readers(self.everybody, contribution.chosen_reader_id, self.at)

    def expected(self, contribution: Contribution, clock: Task) -> User | None:
        """Who is to read it now: whoever it was given to by name, while they can read it; else `first`."""
        given = clock.for_user
        if given and given != self.worker and given.pk in {reader.user.pk for reader in self.of(contribution)}:
            return given
        return self.first(contribution)

    def first(self, contribution: Contribution) -> User | None:
        """See `first_reader`."""
        if contribution.standing is Status.ASKED_AGAIN:
            return someone_else(contribution, self.of(contribution), self.at)
        readers = [reader.user for reader in self.of(contribution)]
        if contribution.chosen_reader_id in {user.pk for user in readers}:
            return contribution.chosen_reader
        if contribution.about_my_worker or contribution.chosen_reader_id:
            second = [user for user in readers if user.may(Permission.CONFIRM_DECISIONS, self.at)]
            return next((user for user in second if user.may(Permission.DECIDE_CONTRIBUTIONS, self.at)), None) or next(iter(second), None)
        return self.usual


def who_will_read(contribution: Contribution, at: datetime) -> list[Reader]:
    """Everyone in staff who can read this contribution at that moment; of a draft, who could if it were sent now. Nearest first."""
    return ReadersOf(contribution.child, at).of(contribution)


def first_reader(contribution: Contribution, at: datetime) -> User | None:
    """Who is expected to read it: the reader chosen, a manager when it is about the worker, else the worker or who stands in.

    Asked to look again, somebody who has not decided. None for a child without a worker: the access team reads.
    """
    return ReadersOf(contribution.child, at).first(contribution)


def readers_if_chosen(child: Child, chosen: User, at: datetime) -> list[Reader]:
    """Who would read something sent now to this chosen reader, until it is in the file."""
    return _first_readers(readers_with(child, Permission.READ_CONTRIBUTIONS, at), chosen.pk, at)


def readers_to_choose(child: Child, at: datetime) -> list[Reader]:
    """Those a young person may send to, instead of to everybody who reads. Nobody whose reach was lent: it ends before they answer."""
    return [reader for reader in readers_with(child, Permission.READ_CONTRIBUTIONS, at) if reader.why not in LENT]


def readers_in_file(child: Child, at: datetime) -> list[Reader]:
    """Everyone who can read the child's file in this portal now: who reads the words once they are in it."""
    return readers_of(child, at)


def why_in_words(reader: Reader) -> str:
    """Why this person can read it, as the young person is told."""
    return gettext(WHY.get(reader.why, ""))


def someone_else(contribution: Contribution, readers: list[Reader], at: datetime) -> User | None:
    """Who looks again when the first answer was no: the reviewing officer, else a manager; nobody who said or confirmed that no."""
    said_no = by_whom(contribution.pk, (Event.CONTRIBUTION_DECLINE_PROPOSED, Event.CONTRIBUTION_NOT_ADDED))
    second = [reader.user for reader in readers if _confirms(reader, at) and reader.why not in LENT and reader.user.pk not in said_no]
    return next((user for user in second if "reviewing_officer" in user.roles_at(at)), None) or next(iter(second), None)


def kept_by(user: User) -> ContributionQuerySet:
    """Everything its author has, newest first; never a draft they threw away."""
    mine = Contribution.objects.filter(child__user=user.pk).kept()
    return mine.select_related("child", "chosen_reader").prefetch_related("replies", "notes", *WITH_MEDIA)


def following(contribution: Contribution) -> ContributionQuerySet:
    """What its author sent afterwards to add to it or to say that they changed their mind, oldest first; never what they took back.

    Who may see which of them is asked as always: `following(one).visible_to(user, at)`.
    """
    return Contribution.objects.filter(follows=contribution.pk).sent().order_by("sent_at")


def has_something(draft: Contribution) -> bool:
    """Whether there is anything in it: words, taps, a photo or a recording. Each alone is a whole contribution (R32, R35)."""
    return bool(draft.words.strip() or draft.board or draft.attachments.exists())


def open_clocks(contributions: list[Contribution]) -> dict[UUID, Task]:
    """For each contribution somebody still owes something about, the task that is due first."""
    ids = [contribution.pk for contribution in contributions]
    tasks = Task.objects.open().filter(about_type=ABOUT, about_id__in=ids, kind__in=CLOCKS).select_related("for_user").order_by("-due_at")
    return {task.about_id: task for task in tasks}


def is_worry_open(contribution: Contribution) -> bool:
    """Whether somebody has still to look after its author at once."""
    return Task.objects.open().filter(kind=TaskKind.URGENT_WORRY, about_type=ABOUT, about_id=contribution.pk).exists()


def entry_to_write_about(user: User, entry_id: str | None, at: datetime) -> EntryNow | None:
    """The entry a young person wants to write about, when it is open to them; None for any other id, and for none."""
    try:
        wanted = UUID(entry_id or "")
    except ValueError:
        return None
    found: EntryNow | None = EntryNow.objects.visible_to(user, at).filter(pk=wanted).select_related("entry__payload").first()
    return found


def asylum_notice(user: User, at: datetime) -> str:
    """What to say to somebody who came to the UK alone or to be safe, before they write; "" to anybody else.

    Only what is open to them counts: what they are not told of their own record is not to be read out of a notice.
    """
    came = EntryNow.objects.visible_to(user, at).filter(kind__in=CAME_HERE)
    return (wording("asylum_notice") or gettext(NOT_YOUR_INTERVIEW)) if came.exists() else ""


def entries_written_about(user: User, contributions: Iterable[Contribution], at: datetime) -> list[EntryNow]:
    """The entries these are about that are open to their author, with all that shows them: three queries however many."""
    wanted = [contribution.about_id for contribution in contributions if contribution.about_id]
    found = EntryNow.objects.visible_to(user, at).filter(pk__in=wanted).select_related("entry__payload")
    return list(found.prefetch_related("entry__sources", "entry__plain_versions"))


def _first_readers(readers: list[Reader], chosen: UUID | None, at: datetime) -> list[Reader]:
    if chosen is None:
        return readers
    return [reader for reader in readers if reader.user.pk == chosen or _confirms(reader, at)]


def _confirms(reader: Reader, at: datetime) -> bool:
    return allows(reader.user.roles_at(at), Permission.CONFIRM_DECISIONS)


def _is_limited(contribution: Contribution) -> bool:
    return EntryNow.objects.filter(pk=contribution.entry_id).exclude(limited="").exists()
