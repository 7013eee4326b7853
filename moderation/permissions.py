"""Who may read, decide and confirm. `check_x` raises NotAllowed with a sentence; `can_x` answers for buttons.

Three separate questions: the life-cycle says whether it is possible now, a role whether one may, and reach whether one may
see it at all. On top of them: nobody judges a complaint about themselves, and no second decision is one's own.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from moderation.conflict import is_about
from moderation.models import Decision, Reading
from moderation.queries import decided_before, is_escalated, is_handed_to, open_reading, waiting_proposal
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_decides_for, decides_for
from people.roles import Permission
from stories.lifecycle import UNDECIDED, WAITING, Status
from stories.models import Contribution
from stories.queries import is_worry_open


def check_can_read(by: User, contribution: Contribution, at: datetime) -> None:
    """Whether this member of staff may see it at all. Raises NotAllowed ("not_found") as for what does not exist."""
    if not by.is_staff or not Contribution.objects.visible_to(by, at).filter(pk=contribution.pk).exists():
        raise NotAllowed("not_found", _("We can't find that page."))


def check_can_claim(by: User, contribution: Contribution, at: datetime) -> None:
    """Whether this person may start reading it now. Raises NotAllowed."""
    check_can_read(by, contribution, at)
    _check_may_decide(by, contribution, at)
    reading = open_reading(contribution)
    if reading:
        raise NotAllowed(
            "claimed", _("%(who)s is reading this. You can read it too, and answer when they put it back.") % {"who": reading.reader}
        )
    if contribution.standing not in WAITING:
        raise NotAllowed("decided", _("This is decided already. Open it to see how."))


def check_can_decide(by: User, reading: Reading, at: datetime) -> None:
    """Whether this person may decide in this reading now. Raises NotAllowed."""
    contribution = reading.contribution
    check_can_read(by, contribution, at)
    _check_may_decide(by, contribution, at)
    if reading.ended_at is not None or contribution.standing is not Status.BEING_READ:
        raise NotAllowed("ended", _("This reading has ended. Open the page again to see how it stands now."))
    if reading.reader_id != by.pk:
        raise NotAllowed("claimed", _("%(who)s is reading this, so the decision is theirs.") % {"who": reading.reader})
    if waiting_proposal(contribution):
        raise NotAllowed("waiting", _("Your proposal waits for a second person. You can decide again if they send it back."))


def check_not_about(by: User, contribution: Contribution) -> None:
    """Nobody limits, refuses, holds up or confirms what is said about themselves. Raises NotAllowed ("named")."""
    if is_about(by, contribution):
        raise NotAllowed(
            "named",
            _("You are named in this, or it is about you. You can answer, or put it in the file. Anything else is for somebody else."),
        )


def check_can_file(by: User, reading: Reading, at: datetime) -> None:
    """Whether this person may put it in the file now: those it is about as well, but for a worry that nobody else has answered.

    Filing ends what is owed, and nobody ends what is owed about a worry about themselves. Raises NotAllowed.
    """
    check_can_decide(by, reading, at)
    if is_worry_open(reading.contribution) and is_about(by, reading.contribution):
        raise NotAllowed("urgent", _("They are worried, and you are named. Somebody else answers them first. Then you can file it."))


def check_can_limit(by: User, reading: Reading, at: datetime) -> None:
    """Whether this person may propose to limit who sees it. Raises NotAllowed."""
    check_can_decide(by, reading, at)
    check_not_about(by, reading.contribution)


def check_can_refuse(by: User, reading: Reading, at: datetime) -> None:
    """Whether this person may propose not to add it. Raises NotAllowed."""
    check_can_decide(by, reading, at)
    check_not_about(by, reading.contribution)


def check_can_talk_first(by: User, reading: Reading, at: datetime) -> None:
    """Whether this person may ask to talk before anything is decided. Not about themselves: a talk can press. Raises NotAllowed."""
    check_can_decide(by, reading, at)
    check_not_about(by, reading.contribution)


def check_can_confirm(by: User, decision: Decision, at: datetime) -> None:
    """Whether this person may confirm or return a proposal: a second person, with that role, not named in it. Raises NotAllowed."""
    contribution = decision.contribution
    check_can_read(by, contribution, at)
    check_decides_for(by, contribution.child, at)
    if not by.may(Permission.CONFIRM_DECISIONS, at):
        raise NotAllowed("role", _("A manager or reviewing officer makes this decision. Ask one of them."))
    if decision.by_id == by.pk:
        raise NotAllowed("same_person", _("You proposed this, so somebody else has to look at it."))
    if decided_before(by, contribution):
        raise NotAllowed("decided_before", _("You decided about this before, so somebody else has to look at it."))
    check_not_about(by, contribution)
    proposal = waiting_proposal(contribution)
    if proposal is None or proposal.pk != decision.pk:
        raise NotAllowed("not_waiting", _("This does not wait for anybody any more. Open the page again to see how it stands now."))


def check_can_release(by: User, reading: Reading, at: datetime) -> None:
    """Its reader puts a reading back; a manager may do it for them. Raises NotAllowed."""
    check_can_read(by, reading.contribution, at)
    check_decides_for(by, reading.contribution.child, at)
    if reading.ended_at is not None or reading.contribution.standing is not Status.BEING_READ:
        raise NotAllowed("ended", _("This reading has ended. Open the page again to see how it stands now."))
    if reading.reader_id != by.pk and not by.may(Permission.CONFIRM_DECISIONS, at):
        raise NotAllowed("claimed", _("%(who)s is reading this. They or a manager can put it back.") % {"who": reading.reader})
    if waiting_proposal(reading.contribution):
        raise NotAllowed("waiting", _("A proposal waits for a second person. They confirm it or send it back first."))


def check_can_answer(by: User, contribution: Contribution, at: datetime) -> None:
    """Whoever may read it may answer or add a note, named in it or not. Raises NotAllowed."""
    check_can_read(by, contribution, at)


def may_decide(by: User, contribution: Contribution, at: datetime) -> bool:
    """Whether this person's role lets them decide: a worker's does; so does being the reader chosen, given it, or asked to look.

    Never for reach that was lent: that reads and answers.
    """
    return decides_for(by, contribution.child, at) and _decides_by_role(by, contribution, at)


def _decides_by_role(by: User, contribution: Contribution, at: datetime) -> bool:
    if by.may(Permission.DECIDE_CONTRIBUTIONS, at):
        return True
    if contribution.chosen_reader_id == by.pk and by.may(Permission.READ_CONTRIBUTIONS, at):
        return True
    if is_handed_to(by, contribution) and by.may(Permission.READ_CONTRIBUTIONS, at):
        return True
    second = by.may(Permission.CONFIRM_DECISIONS, at)
    return second and (_was_asked_again(contribution) or is_escalated(contribution))


def can(check: Callable[..., None], *arguments: Any) -> bool:
    """Whether a check says nothing against it: for buttons. `can(check_can_limit, user, reading, now)`."""
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True


def _check_may_decide(by: User, contribution: Contribution, at: datetime) -> None:
    check_decides_for(by, contribution.child, at)
    if not _decides_by_role(by, contribution, at):
        raise NotAllowed("role", _("Your role reads and answers. A worker or manager decides."))
    if is_escalated(contribution) and not by.may(Permission.CONFIRM_DECISIONS, at):
        raise NotAllowed("escalated", _("A manager was asked to look at this. They decide, or hand it back to you."))
    if contribution.standing in UNDECIDED and _was_asked_again(contribution) and decided_before(by, contribution):
        raise NotAllowed("decided_before", _("You decided about this before. They asked for somebody else to look."))


def _was_asked_again(contribution: Contribution) -> bool:
    return contribution.not_added_reason != ""
