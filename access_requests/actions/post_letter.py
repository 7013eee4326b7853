"""A letter left on paper: by post or by hand, with what the post office gave."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.letters.posting import HOWS
from access_requests.models import LetterPosted, RequestLetter
from access_requests.models.signed import signed
from access_requests.permissions import check_handles
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User

LONGEST = 100


@transaction.atomic
def post_letter(*, letter: RequestLetter, how: str, tracking: str = "", by: User, now: datetime) -> LetterPosted:
    """Write down that it left, once. Raises NotAllowed for another way, a second time, and whoever does not handle the request."""
    check_handles(by, letter.request, now)
    if how not in HOWS:
        raise NotAllowed("no_such_way", _("Choose how it left."))
    if LetterPosted.objects.filter(letter=letter).exists():
        raise NotAllowed("already", _("Somebody has written this down already. Open the page again to see it."))
    made = LetterPosted.objects.create(letter=letter, how=how, tracking=tracking.strip()[:LONGEST], **signed(by, now))
    chain, facts = chain_of(letter.request), {"how": how}
    record(Event.REQUEST_LETTER_POSTED, child=chain, by=by.who(now), at=now, about_type=ABOUT, about_id=letter.request_id, facts=facts)
    return made
