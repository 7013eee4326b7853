"""Some of what is asked has rules of its own: it is passed on by name, and whoever asked is told where it went."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.end_what_is_owed import end_what_is_owed
from access_requests.actions.take_step import take_step
from access_requests.actions.write_message import write_message
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles
from audit.events import Event
from law.who_may_ask import OtherWay
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def other_route(*, request: AccessRequest, way: str, words: str, by: User, now: datetime) -> AccessRequest:
    """End it here, because it is handled in another way (law.md 0.7 and 2). `words`: who meets them now, as they read it.

    Raises NotAllowed without words: nobody is sent away without being told where to.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    if way not in list(OtherWay):
        raise NotAllowed("no_such_way", _("Choose how it is handled instead."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write who meets them now, and how. They read it."))
    write_message(request=request, text=words, by=by, now=now)
    take_step(request=request, wanted=State.OTHER_ROUTE, event=Event.REQUEST_OTHER_WAY, by=by.who(now), now=now)
    end_what_is_owed(request=request, by=by.who(now), now=now)
    return request
