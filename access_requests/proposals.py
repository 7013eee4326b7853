"""Whose right a request uses, and a proposed answer that is taken back: what several verbs of a pack share."""

from datetime import datetime

from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from audit.who import Who

PROPOSED = ("proposes", "proposed_by", "proposed_from", "proposed_why", "proposed_ground")
NOT_THEMSELVES = frozenset({AccessRequest.Asker.PARENT, AccessRequest.Asker.ATTORNEY})  # Sch 3 paras 10 and 21


def is_for_themselves(request: AccessRequest) -> bool:
    """Whether the right that is used is the person's own: asked by them, or by somebody who speaks for them."""
    return request.asker not in NOT_THEMSELVES


def back_to(request: AccessRequest, state: State, who: Who, now: datetime) -> list[str]:
    """Take the step back in memory, with nothing proposed any more, and name the fields to save. Raises NotAllowed from elsewhere."""
    moved = request.move_to(state, by=who, now=now)
    request.proposes, request.proposed_from, request.proposed_why, request.proposed_ground = "", "", "", ""
    request.proposed_by = None
    return [*moved, *PROPOSED]
