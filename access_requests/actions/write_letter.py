"""A letter is made from the facts, kept as it is sent, and never written twice. Nothing in it is typed again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext, override

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.letters.kinds import AFTER_IDENTITY, LETTERS, LetterKind
from access_requests.letters.written import fingerprint_of, written
from access_requests.models import AccessRequest, RequestLetter
from access_requests.models.signed import signed
from access_requests.queries.letter_facts import facts_for
from access_requests.queries.who import is_known
from access_requests.telling_outside import tell_soon
from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL, Who
from people.errors import NotAllowed
from people.models import Notice, User
from people.roles import ROLES

NOTICE = "request_letter"


@transaction.atomic
def write_letter(
    *, request: AccessRequest, kind: LetterKind, by: User | Who, now: datetime, about: Any = None, extra: Mapping[str, str] | None = None
) -> RequestLetter:
    """The letter of this kind about this thing: made now, or the one that was made before. The caller has checked who may.

    `about`: what it is about besides the request (LETTERS names its model). `extra`: for a refusal `why` and `law`, for a letter
    that says that we are late `why`, in words its reader understands. It is written in the language of the request, and whoever
    signs in is told that something is new. Raises NotAllowed for what tells of a record before it is known who asks, and
    EmptyWordsError when a fact is missing: nobody is sent half a letter.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    about_id = about.pk if about is not None else None
    before = RequestLetter.objects.filter(request=request, kind=kind, about_id=about_id).first()
    if before:
        return before
    if kind in AFTER_IDENTITY and not is_known(request):
        raise NotAllowed("not_known", gettext("We do not know yet who is asking, so this letter would tell a stranger something."))
    author = by if _who(by, now).role in ROLES else THE_PORTAL  # what follows from asking is not written by whoever asks
    with override(request.language):
        title, blocks = written(kind, facts_for(request, kind, now=now, about=about, extra=extra), gettext)
    made = RequestLetter.objects.create(
        request=request,
        kind=kind,
        about_type=LETTERS[kind].about if about is not None else "",
        about_id=about_id,
        language=request.language,
        title=title,
        blocks=blocks,
        fingerprint=fingerprint_of(title, blocks, request.language),
        **signed(author, now),
    )
    facts, who = {"kind": str(kind)}, _who(author, now)
    record(Event.REQUEST_LETTER_WRITTEN, child=chain_of(request), by=who, at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    if kind is LetterKind.ACKNOWLEDGED:  # they are told of that one where they ask
        return made
    if request.requester_id:
        Notice.objects.get_or_create(user_id=request.requester_id, kind=NOTICE, about_id=made.pk, defaults={"about_type": ABOUT, "at": now})
    transaction.on_commit(lambda: tell_soon(request, now))
    return made


def _who(by: User | Who, now: datetime) -> Who:
    return by if isinstance(by, Who) else by.who(now)
