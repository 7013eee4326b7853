"""Requests that are not sent yet: what they hold, and whose they are."""

import json
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from access_requests.asking import Asker, Route, Step, steps_for, still_needed
from access_requests.codes import DRAFT, digest_of
from access_requests.models import AskDraft
from people.encryption import decrypt
from people.models import User

Said = dict[str, Any]


def said_in(draft: AskDraft) -> Said:
    """What was answered so far, by the keys of access_requests/asking.py. Raises InvalidToken when no key of ours fits."""
    said: Said = json.loads(decrypt(draft.sealed_answers)) if draft.sealed_answers else {}
    return said


def drafts_of(user: User, route: str, now: datetime) -> QuerySet[AskDraft]:
    """What this user began in this way and has not sent, newest first."""
    return AskDraft.objects.filter(user=user, route=route, expires_at__gt=now).select_related("child")


def draft_by_code(code: str, now: datetime) -> AskDraft | None:
    """The draft that somebody without an account comes back to; None for a code that opens nothing."""
    return AskDraft.objects.filter(user=None, code_digest=digest_of(DRAFT, code), expires_at__gt=now).exclude(code_digest="").first()


def asker_in(said: Said) -> Asker:
    """For whom they ask, as far as they have said."""
    return Asker(said.get("asker") or Asker.SELF)


def steps_of(draft: AskDraft, said: Said) -> tuple[Step, ...]:
    """The pages of this draft, in order."""
    return steps_for(Route(draft.route), asker_in(said), child_known=draft.child_id is not None)


def needed_in(draft: AskDraft, said: Said) -> list[str]:
    """The pages that still have to be filled in, in order."""
    return still_needed(said, steps_of(draft, said), Route(draft.route), asker_in(said))
