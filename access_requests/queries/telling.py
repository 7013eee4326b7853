"""Which letters an officer can send by hand about a request now."""

from datetime import datetime

from access_requests.clock import is_late
from access_requests.letters.by_hand import BY_HAND, fits
from access_requests.letters.kinds import AFTER_IDENTITY, LetterKind
from access_requests.models import AccessRequest
from access_requests.queries.who import is_known
from law.working_time import london_day


def letters_by_hand(request: AccessRequest, now: datetime) -> list[LetterKind]:
    """Those that fit where it stands: nobody is told that we are late while we are not, nor of a record before it is known who asks."""
    for_other = request.asker != AccessRequest.Asker.SELF
    late, known = is_late(request, today=london_day(now)), is_known(request)
    return [
        kind
        for kind in BY_HAND
        if fits(kind, request.standing, for_other=for_other)
        and (late or kind is not LetterKind.LATE)
        and (known or kind not in AFTER_IDENTITY)
    ]
