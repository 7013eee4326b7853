"""Rules of the young person's side. `check_x` raises NotAllowed with a sentence; `can_x` answers for buttons."""

from datetime import datetime

from django.utils.translation import gettext as _

from people.errors import NotAllowed
from people.models import User
from stories.flags import check_not_kept
from stories.lifecycle import UNDECIDED, Status
from stories.media import fingerprint
from stories.models import Contribution
from stories.queries import has_something, readers_to_choose
from stories.verbatim import MOST_TO_SEND, TOO_MANY_TO_SEND


def check_is_author(by: User, contribution: Contribution) -> None:
    """Only the person the record is about does anything with their own words. Raises NotAllowed ("not_yours")."""
    if contribution.child.user_id != by.pk:
        raise NotAllowed("not_yours", _("We can't find that page."))


def check_can_write(by: User, draft: Contribution) -> None:
    """Only while it is a draft. Raises NotAllowed."""
    check_is_author(by, draft)
    if draft.sent_at is not None:
        raise NotAllowed("already_sent", _("You have sent this already. Your words are under My words. Start a new one to add something."))
    if draft.standing is not Status.DRAFT:
        raise NotAllowed("thrown_away", _("You threw this draft away. Copy your words and start a new one if you want to keep them."))


def check_can_send(draft: Contribution, version: int | None, attached: str = "") -> None:
    """Whether this can go as it is; `version`, `attached`: of the words and the pictures that were shown, if any.

    Raises NotAllowed; nothing is lost.
    """
    if not has_something(draft):
        raise NotAllowed("nothing_written", _("There is nothing here yet. Say something first, or leave it for another day."))
    if len(draft.words) > MOST_TO_SEND:
        raise NotAllowed("too_long", _(TOO_MANY_TO_SEND).format(length=len(draft.words), most=MOST_TO_SEND))
    if (version is not None and version != draft.version) or (attached and attached != fingerprint(draft)):
        raise NotAllowed("changed_since", _("Your words changed since you saw this page. Look at them once more before you send them."))


def check_can_choose(draft: Contribution, chosen_reader: object, at: datetime) -> None:
    """Whether the chosen reader (a user's id, or None) reads for this child now. Raises NotAllowed."""
    if chosen_reader is None:
        return
    if chosen_reader not in {reader.user.pk for reader in readers_to_choose(draft.child, at)}:
        raise NotAllowed("not_a_reader", _("That person cannot read for you just now. Choose somebody else."))


def check_can_withdraw(by: User, contribution: Contribution) -> None:
    """Only before it is decided, and not while it may be needed to keep a child safe. Raises NotAllowed."""
    check_is_author(by, contribution)
    if contribution.standing not in UNDECIDED:
        raise NotAllowed("decided", _("This was already decided, so it cannot be taken back. You can write to add your side."))
    check_not_kept(contribution)


def why_not_withdraw(by: User, contribution: Contribution) -> str:
    """Why it cannot be taken back, for its author to read; "" when it can, or when everybody can see that it is decided."""
    try:
        check_can_withdraw(by, contribution)
    except NotAllowed as refusal:
        return "" if refusal.code == "decided" else refusal.sentence
    return ""


def can_withdraw(by: User, contribution: Contribution) -> bool:
    """Whether the button to take it back is shown."""
    try:
        check_can_withdraw(by, contribution)
    except NotAllowed:
        return False
    return True
