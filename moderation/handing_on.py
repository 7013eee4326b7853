"""To whom a contribution can go, and who may pass it on. `check_x` raises NotAllowed with a sentence.

Reach is never widened by handing over: only those who read it already, and work with the child, can be given it.
"""

from datetime import datetime

from django.utils.translation import gettext as _

from moderation.conflict import is_about
from moderation.models import HandOver
from moderation.permissions import check_can_read, may_decide
from moderation.queries import decided_before, is_escalated, newest_hand_over, open_reading, waiting_proposal
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_decides_for
from people.querysets import LENT
from people.reach import Reader, readers_with
from people.roles import Permission
from stories.lifecycle import UNDECIDED, Status
from stories.models import Contribution
from stories.queries import ABOUT


def colleagues_to_hand_to(contribution: Contribution, by: User, at: datetime) -> list[Reader]:
    """Those it can be handed to, nearest first: they read it, work with the child, and it is not about them."""
    readers = readers_with(contribution.child, Permission.READ_CONTRIBUTIONS, at)
    return [one for one in readers if one.why not in LENT and _can_take(one.user, by, contribution, at)]


def manager_to_ask(contribution: Contribution, by: User, at: datetime) -> User | None:
    """Who looks when a worker asks a manager: a manager of theirs, else the reviewing officer; None when there is nobody by name."""
    readers = readers_with(contribution.child, Permission.CONFIRM_DECISIONS, at)
    fits = [one.user for one in readers if one.why not in LENT and one.user.pk != by.pk and not is_about(one.user, contribution)]
    return next((user for user in fits if user.may(Permission.ALLOCATE, at)), None) or next(iter(fits), None)


def escalation_of(contribution: Contribution) -> Task | None:
    """What a manager was asked about it, if they have not ended it."""
    return Task.objects.open().filter(kind=TaskKind.ESCALATED, about_type=ABOUT, about_id=contribution.pk).first()


def check_can_hand_over(by: User, contribution: Contribution, at: datetime) -> None:
    """Whoever would decide it passes it on, named in it or not; a manager does so for anybody. Raises NotAllowed."""
    _check_open(by, contribution, at)
    check_decides_for(by, contribution.child, at)
    second = by.may(Permission.CONFIRM_DECISIONS, at)
    if not second and is_escalated(contribution):
        raise NotAllowed("escalated", _("A manager was asked to look at this. They decide, or hand it back to you."))
    if not second and not may_decide(by, contribution, at):
        raise NotAllowed("role", _("Your role reads and answers. A worker or manager decides."))
    reading = open_reading(contribution)
    if reading and reading.reader_id != by.pk and not second:
        raise NotAllowed("claimed", _("%(who)s is reading this. They or a manager can hand it over.") % {"who": reading.reader})


def check_can_hand_to(to: User, by: User, contribution: Contribution, at: datetime) -> None:
    """Raises NotAllowed for somebody it cannot be given to."""
    if to.pk not in {one.user.pk for one in colleagues_to_hand_to(contribution, by, at)}:
        raise NotAllowed("not_to_them", _("This person cannot take it. Choose somebody in the list."))


def check_can_escalate(by: User, contribution: Contribution, at: datetime) -> None:
    """Whoever reads it may ask a manager to look now, also in an emergency. Raises NotAllowed."""
    _check_open(by, contribution, at)


def newest_sentence(contribution: Contribution, user: User) -> HandOver | None:
    """Why this person has it now, when somebody handed it to them."""
    newest = newest_hand_over(contribution)
    return newest if newest and newest.to_id == user.pk else None


def _check_open(by: User, contribution: Contribution, at: datetime) -> None:
    check_can_read(by, contribution, at)
    if contribution.standing not in UNDECIDED:
        raise NotAllowed("decided", _("This is decided already. Open it to see how."))
    if waiting_proposal(contribution):
        raise NotAllowed("waiting", _("A proposal waits for a second person. They confirm it or send it back first."))


def _can_take(user: User, by: User, contribution: Contribution, at: datetime) -> bool:
    if user.pk == by.pk or not Contribution.objects.visible_to(user, at).filter(pk=contribution.pk).exists():
        return False
    again = contribution.standing is Status.ASKED_AGAIN or contribution.not_added_reason != ""
    return not (again and decided_before(user, contribution)) and not is_about(user, contribution)
