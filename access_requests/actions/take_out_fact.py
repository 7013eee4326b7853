"""A fact that was wrong counts no more. It stays where it is, with who took it out, and why."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.add_fact import add_fact
from access_requests.clock import STAYS, Kind, live_facts
from access_requests.models import ClockFact
from access_requests.permissions import check_handles
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def take_out_fact(*, fact: ClockFact, why: str, by: User, now: datetime) -> ClockFact:
    """Take it out. Returns the fact that says so. Raises NotAllowed without a reason, a second time, and for what identity needs."""
    check_handles(by, fact.request, now)
    if fact.pk not in [one.pk for one in live_facts(fact.request)]:
        raise NotAllowed("out_already", _("This counts no more already. Open the page again to see how it stands now."))
    if fact.kind in STAYS:
        raise NotAllowed("not_here", _("This follows from how we know who asks. It is changed there."))
    if not why.strip():
        raise NotAllowed("no_words", _("Write what was wrong. It is kept, and they can read it."))
    return add_fact(request=fact.request, kind=Kind.TAKEN_OUT, words=why, corrects=fact, by=by, now=now)
