"""A message about a request, in either direction, kept word for word."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.owe_reply import end_reply, owe_reply
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest, RequestMessage
from access_requests.models.signed import signed
from access_requests.permissions import check_handles
from access_requests.telling_outside import tell_soon
from audit.events import Event
from audit.record import record
from audit.who import Who
from people.errors import NotAllowed
from people.models import Notice, User
from stories.verbatim import CannotKeep, as_words

NOTICE = "request_message"
LONGEST = 20_000  # characters: some seven pages
TWICE = timedelta(minutes=10)  # the same words again within this time: a button pressed twice


@transaction.atomic
def write_message(*, request: AccessRequest, text: str, by: User | Who, now: datetime) -> RequestMessage:
    """Keep it. `by` a Who: somebody without an account, whom the status page has let in; staff are told by the request's page.

    They can write as long as they can follow it, also after the answer: questions come then. Raises NotAllowed for an empty
    message, one too long, and for anybody but whoever asked and those who handle it.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    from_requester = _check(request, by, now)
    kept = _kept(text)
    before = request.messages.order_by("-at").first()
    if before and before.from_requester == from_requester and before.text == kept and now - before.at < TWICE:
        return before
    made = RequestMessage.objects.create(request=request, from_requester=from_requester, text=kept, **signed(by, now))
    who, facts = by if isinstance(by, Who) else by.who(now), {"from_requester": from_requester}
    record(Event.REQUEST_MESSAGE_WRITTEN, child=chain_of(request), by=who, at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    if from_requester:
        owe_reply(request=request, by=who, now=now)
    elif isinstance(by, User):
        end_reply(request=request, by=by, now=now)
    if not from_requester and request.requester_id:
        Notice.objects.get_or_create(user_id=request.requester_id, kind=NOTICE, about_id=made.pk, defaults={"about_type": ABOUT, "at": now})
    if not from_requester:
        transaction.on_commit(lambda: tell_soon(request, now))
    return made


def _check(request: AccessRequest, by: User | Who, now: datetime) -> bool:
    """Whether it comes from whoever asked. Raises NotAllowed for everybody else who does not handle it."""
    if isinstance(by, Who):
        return True
    if by.is_staff:
        check_handles(by, request, now)
        return False
    if request.requester_id != by.pk:
        raise NotAllowed("not_found", _("We can't find that page."))
    return True


def _kept(text: str) -> str:
    if not text.strip():
        raise NotAllowed("no_words", _("Write something first."))
    if len(text) > LONGEST:
        raise NotAllowed("too_long", _("This is too long for one message. Send it in two."))
    try:
        return as_words(text)
    except CannotKeep as wrong:
        raise NotAllowed("not_text", _(str(wrong))) from wrong
