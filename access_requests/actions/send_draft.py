"""Sending a draft: it becomes a request, and is gone. Sent twice, from two windows or by a double press, it is one request."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.ask import Sent, ask
from access_requests.asking import CONTACT, Asker, Route
from access_requests.models import AccessRequest, AskDraft
from access_requests.queries.drafts import needed_in, said_in
from audit.who import Who
from people.errors import NotAllowed

ABOUT_THE_FORM = frozenset({"asker", "received_on", "follows"})  # kept in columns of the request


@transaction.atomic
def send_draft(*, draft: AskDraft, language: str, by: Who, now: datetime) -> AccessRequest:
    """Send it. Raises NotAllowed when a needed page is empty, and for what `ask` does not allow."""
    locked = AskDraft.objects.select_for_update(of=("self",)).filter(pk=draft.pk).select_related("child", "user").first()
    if locked is None:
        sent = AccessRequest.objects.filter(pk=draft.pk).first()
        if sent is None:
            raise NotAllowed("gone", _("This request is not here any more. You can begin again."))
        return sent
    said = said_in(locked)
    if needed_in(locked, said):
        raise NotAllowed("unfinished", _("Something is still needed before it can be sent. Look at the list below."))
    made = ask(draft=_as_sent(locked, said, language), by=by, now=now)
    locked.delete()
    return made


def _as_sent(draft: AskDraft, said: dict[str, Any], language: str) -> Sent:
    by_worker = draft.route == Route.BY_WORKER
    own = draft.child.user if draft.child and said.get("asker", Asker.SELF) == Asker.SELF else None
    return Sent(
        id=draft.pk,
        route=draft.route,
        asker=said.get("asker") or Asker.SELF,
        answers={key: value for key, value in said.items() if key not in CONTACT | ABOUT_THE_FORM},
        contact={key: value for key, value in said.items() if key in CONTACT},
        requester=own if by_worker else draft.user,
        child=draft.child,
        taken_by=draft.user if by_worker else None,
        received_on=date.fromisoformat(said["received_on"]) if by_worker and said.get("received_on") else None,
        language=language,
        follows=AccessRequest.objects.filter(pk=said["follows"]).first() if said.get("follows") else None,
    )
