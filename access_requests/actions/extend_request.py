"""Two months more (UK GDPR Art 12A(3) and (4)): once, told in time, with reasons they can read."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.add_fact import add_fact
from access_requests.actions.write_letter import write_letter
from access_requests.clock import Kind, may_extend
from access_requests.letters.kinds import LetterKind
from access_requests.models import AccessRequest, ClockFact
from access_requests.permissions import check_handles, check_open
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def extend_request(*, request: AccessRequest, reasons: str, by: User, now: datetime) -> ClockFact:
    """Tell them today that two more months are needed, and why; the letter goes with it.

    Raises NotAllowed without reasons, a second time, before the clock has started, and when the first month is over.
    """
    check_handles(by, request, now)
    check_open(request)
    if not reasons.strip():
        raise NotAllowed("no_words", _("Write why: too much to read in a month, or many requests at once. They read it."))
    if not may_extend(request, today=london_day(now)):
        raise NotAllowed("too_late", _("The law lets us take longer only once, and only when we say so within the first month."))
    made = add_fact(request=request, kind=Kind.EXTENDED, words=reasons, by=by, now=now)
    write_letter(request=request, kind=LetterKind.EXTENDED, about=made, by=by, now=now)
    return made
