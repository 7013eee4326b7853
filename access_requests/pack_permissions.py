"""Who may read, propose, check and give. `check_x` raises NotAllowed with a sentence; `permissions.can` answers for buttons.

No answer leaves before two people stand behind it: nobody checks what they proposed, nor what nobody but they have read.
"""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access_requests.lifecycle import Answer, State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_open, check_sees
from access_requests.queries.pack import countersignature, left_to_open, pack_fingerprint, read_alone_by, waits_for_redaction
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_role
from people.roles import Permission

PROPOSED_FROM = frozenset({State.IDENTITY, State.SEARCHING, State.READING})


def check_stands(request: AccessRequest, *states: State) -> None:
    """Raise NotAllowed when the request stands in none of these states now."""
    check_open(request)
    if request.standing not in states:
        raise NotAllowed("not_from_here", _("This has changed since you opened it. Open it again to see how it stands now."))


def check_reads(by: User, request: AccessRequest, at: datetime) -> None:
    """Whether this person may say of a thing what happens to it now. Raises NotAllowed."""
    check_handles(by, request, at)
    check_stands(request, State.READING)


def check_proposes(by: User, request: AccessRequest, at: datetime) -> None:
    """Whether this person may propose an answer now. Raises NotAllowed."""
    check_handles(by, request, at)
    check_stands(request, *PROPOSED_FROM)


def check_takes_back(by: User, request: AccessRequest, at: datetime) -> None:
    """Whether this person may take a proposal back and go on reading: any officer of it, until it is given. Raises NotAllowed."""
    check_handles(by, request, at)
    check_stands(request, State.SECOND_CHECK, State.READY)


def check_checks(by: User, request: AccessRequest, at: datetime) -> None:
    """Whether this person may be the second one for what is proposed now: for both answers they can give. Raises NotAllowed."""
    check_sees(by, request, at)
    check_role(by, Permission.CHECK_REQUESTS, at)
    check_stands(request, State.SECOND_CHECK)
    if request.proposed_by_id == by.pk:
        raise NotAllowed("same_person", _("You proposed this, so somebody else has to look at it."))


def proposer_of(request: AccessRequest) -> User:
    """Who proposed what is checked. Raises NotAllowed when nothing is proposed."""
    if request.proposed_by is None:
        raise NotAllowed("not_from_here", _("This has changed since you opened it. Open it again to see how it stands now."))
    return request.proposed_by


def check_countersigns(by: User, request: AccessRequest, pack: str, at: datetime) -> None:
    """Whether this person may agree to this very pack: not to one they read alone, nor before they opened what has to be opened.

    Raises NotAllowed.
    """
    check_checks(by, request, at)
    alone = read_alone_by(request, by)
    if alone:
        sentence = ngettext(
            "You alone read %(count)d of these. Somebody else has to look at it.",
            "You alone read %(count)d of these. Somebody else has to look at them.",
            alone,
        )
        raise NotAllowed("read_it_alone", sentence % {"count": alone})
    check_is_this_pack(request, pack)
    left = len(left_to_open(request, by, pack))
    if left:
        sentence = ngettext("Open %(count)d more first. It is in the list.", "Open %(count)d more first. They are in the list.", left)
        raise NotAllowed("not_opened", sentence % {"count": left})


def check_is_this_pack(request: AccessRequest, pack: str) -> None:
    """Raise NotAllowed when anything of the pack has changed since this fingerprint was shown."""
    if pack != pack_fingerprint(request):
        raise NotAllowed("pack_changed", _("Something in it has changed since you opened this page. Look at it again."))


def check_releases(by: User, request: AccessRequest, at: datetime) -> None:
    """Whether this person may give the answer now: it is ready, a second person stands behind it, and nothing waits to be hidden.

    A pack that changed since it was countersigned passes here: `release` itself finds that, and sends it back to be read.
    Raises NotAllowed.
    """
    check_handles(by, request, at)
    check_stands(request, State.READY)
    if request.proposes in (Answer.GIVE, Answer.GIVE_PART) and waits_for_redaction(request):
        raise NotAllowed(
            "waits_for_redaction",
            _("Parts of it have to be hidden first, and the portal cannot do that yet. Nothing is given until it can."),
        )


def is_ready_to_give(request: AccessRequest) -> bool:
    """Whether it stands ready, countersigned as it is now, with nothing left to hide."""
    return request.standing is State.READY and not waits_for_redaction(request) and countersignature(request) is not None
