"""The part of a request's page about reading, checking and giving. Shown by templates/access_requests/part_pack.html."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext

from access_requests.lifecycle import Answer, State
from access_requests.models import AccessRequest, Release, SecondCheck
from access_requests.pack import Counts
from access_requests.pack_permissions import check_checks, check_proposes, check_takes_back
from access_requests.permissions import can, check_handles
from access_requests.queries.pack import countersignature, progress, waits_for_redaction
from people.models import User

SHOWN = frozenset({State.READING, State.SECOND_CHECK, State.READY, State.GIVEN, State.REFUSED})


@dataclass(frozen=True, slots=True)
class PackPart:
    """What stands there. `reads`, `proposes`, `checks`: what this reader may do now; `redaction`: it waits for parts to be hidden."""

    counts: Counts
    sentence: str
    proposed: str
    proposed_by: str
    returned: SecondCheck | None
    released: Release | None
    begins: bool
    reads: bool
    proposes: bool
    checks: bool
    takes_back: bool
    redaction: bool
    ready: bool

    @property
    def summary(self) -> str:
        """Beside its title."""
        return self.sentence

    @property
    def waits(self) -> bool:
        """While this reader is the second person, or can give it."""
        return self.checks or self.ready


def part(request: AccessRequest, user: User, now: datetime) -> PackPart | None:
    """What stands in it for this member of staff; None leaves it out."""
    may_propose = can(check_proposes, user, request, now)
    begins = request.standing is State.GATHERING and can(check_handles, user, request, now)
    if not (request.standing in SHOWN or may_propose or begins):
        return None
    counts, handles = progress(request), can(check_handles, user, request, now)
    redaction = waits_for_redaction(request)
    newest = request.second_checks.order_by("-at").first()
    return PackPart(
        counts=counts,
        sentence=progress_words(counts),
        proposed=answer_words(request.proposes),
        proposed_by=str(request.proposed_by or ""),
        returned=newest if newest and newest.says == SecondCheck.Says.RETURNED and not request.proposes else None,
        released=request.releases.select_related("check_made").first(),
        begins=begins and counts.total > 0,
        reads=handles and request.standing is State.READING,
        proposes=may_propose,
        checks=can(check_checks, user, request, now),
        takes_back=can(check_takes_back, user, request, now),
        redaction=redaction,
        ready=handles and request.standing is State.READY and not redaction and countersignature(request) is not None,
    )


def answer_words(answer: str) -> str:
    """What an answer is called to staff; "" for none."""
    words = {
        Answer.GIVE: gettext("Give all of it"),
        Answer.GIVE_PART: gettext("Give a part of it"),
        Answer.NOTHING_HELD: gettext("Say that nothing is held"),
        Answer.REFUSE: gettext("Say no to all of it"),
    }
    return words[Answer(answer)] if answer else ""


def progress_words(counts: Counts) -> str:
    """How far reading is, in a sentence."""
    if not counts.total:
        return gettext("Nothing was gathered.")
    said = {"read": counts.pages_read, "pages": counts.pages}
    return ngettext("%(read)s of %(pages)s page read.", "%(read)s of %(pages)s pages read.", counts.pages) % said
