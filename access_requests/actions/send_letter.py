"""An officer sends one of the letters that nothing else sends: what to expect, that we are late, what has to happen first."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.write_letter import write_letter
from access_requests.letters.blocks import EmptyWordsError
from access_requests.letters.kinds import LetterKind
from access_requests.models import AccessRequest, RequestLetter
from access_requests.permissions import check_handles, check_open
from access_requests.queries.telling import letters_by_hand
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def send_letter(*, request: AccessRequest, kind: str, why: str = "", by: User, now: datetime) -> RequestLetter:
    """Write it from the facts. `why`: what held us up, in words they understand. Raises NotAllowed, saying what is missing for it."""
    check_handles(by, request, now)
    check_open(request)
    if kind not in letters_by_hand(request, now):
        raise NotAllowed("not_now", _("This letter does not fit where the request stands now."))
    try:
        return write_letter(request=request, kind=LetterKind(kind), by=by, now=now, extra={"why": why.strip()})
    except EmptyWordsError as missing:
        raise NotAllowed("fact_missing", _("A fact is missing that this letter needs. Nobody is sent half a letter.")) from missing
