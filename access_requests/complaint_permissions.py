"""Who may do something about a complaint. `check_x` raises NotAllowed with a sentence; `permissions.can` answers for buttons.

Deciding is for a role, and on top of it for nobody who had a hand in what it is about (access_requests/deciders.py). The same
holds for choosing who decides: nobody picks their own judge.
"""

from datetime import datetime

from django.utils.translation import gettext as _

from access_requests.complaint_facts import OPEN_STATES
from access_requests.deciders import SENTENCES, hand_in_it
from access_requests.models import Complaint
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_role
from people.roles import Permission

HELPERS = (Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS, Permission.DECIDE_COMPLAINTS)


def check_sees_complaint(by: User, complaint: Complaint, at: datetime) -> None:
    """Raise NotAllowed ("not_found"), as for what does not exist, for somebody who may not see it."""
    if not Complaint.objects.visible_to(by, at).filter(pk=complaint.pk).exists():
        raise NotAllowed("not_found", _("We can't find that page."))


def check_complaint_open(complaint: Complaint) -> None:
    """Raise NotAllowed once it is decided or taken back."""
    if complaint.state not in OPEN_STATES:
        raise NotAllowed("ended", _("This has ended. Open the page again to see how it stands now."))


def check_no_hand(by: User, complaint: Complaint) -> None:
    """Raise NotAllowed for somebody it is about, or who had a hand in what it is about, with the reason."""
    hand = hand_in_it(by, complaint)
    if hand:
        raise NotAllowed("hand_in_it", _(SENTENCES[hand]))


def check_helps(by: User, complaint: Complaint, at: datetime) -> None:
    """Whether this member of staff may say that we have it, and choose who decides. Raises NotAllowed."""
    check_sees_complaint(by, complaint, at)
    if not any(by.may(one, at) for one in HELPERS):
        raise NotAllowed("not_your_role", _("Your role does not do this. Ask somebody whose role does."))
    check_complaint_open(complaint)
    check_no_hand(by, complaint)


def check_can_take(by: User, complaint: Complaint, at: datetime) -> None:
    """Whether this person may begin to look at it: the role, no hand in it, and nobody else does. Raises NotAllowed."""
    check_sees_complaint(by, complaint, at)
    check_role(by, Permission.DECIDE_COMPLAINTS, at)
    check_complaint_open(complaint)
    check_no_hand(by, complaint)
    if complaint.decider_id not in (None, by.pk):
        raise NotAllowed("taken", _("%(who)s looks at this already.") % {"who": complaint.decider})


def check_decides(by: User, complaint: Complaint, at: datetime) -> None:
    """Whether this person may say how far it is, and decide: whoever looks at it, with still no hand in it. Raises NotAllowed."""
    check_can_take(by, complaint, at)
    if complaint.decider_id != by.pk:
        raise NotAllowed("not_begun", _("Begin to look at it first, so that they know who does."))
