"""A request that is not sent yet: begun, kept page by page, left with a code to come back, thrown away. Nobody else reads it."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from access_requests.codes import DRAFT, digest_of, new_code
from access_requests.models import AskDraft
from access_requests.queries.drafts import said_in
from people.encryption import encrypt
from people.models import Child, User

KEPT = timedelta(days=30)  # ours: after a month without a touch it is gone, because it names people and places


def begin_draft(
    *, route: str, user: User | None, child: Child | None = None, said: Mapping[str, Any] | None = None, now: datetime
) -> AskDraft:
    """A new one. `user` is None for somebody without an account. `said`: what is known from the start."""
    sealed = encrypt(json.dumps(dict(said))) if said else ""
    return AskDraft.objects.create(
        route=route, user=user, child=child, sealed_answers=sealed, begun_at=now, saved_at=now, expires_at=now + KEPT
    )


@transaction.atomic
def keep_answers(*, draft: AskDraft, said: Mapping[str, Any], step: str, now: datetime) -> dict[str, Any]:
    """Keep what was said on this page, beside what was said before. Returns everything said. Raises AskDraft.DoesNotExist once sent."""
    draft = AskDraft.objects.select_for_update().get(pk=draft.pk)
    everything = said_in(draft) | dict(said)
    draft.sealed_answers, draft.step = encrypt(json.dumps(everything)), step
    draft.saved_at, draft.expires_at = now, now + KEPT
    draft.save(update_fields=["sealed_answers", "step", "saved_at", "expires_at"])
    return everything


def make_return_code(*, draft: AskDraft, now: datetime) -> str:
    """A code to come back with, in clear only here. It takes the place of an earlier one and works until the draft is gone."""
    code = new_code()
    AskDraft.objects.filter(pk=draft.pk).update(code_digest=digest_of(DRAFT, code), saved_at=now, expires_at=now + KEPT)
    return code


def throw_draft_away(*, draft: AskDraft, now: datetime) -> None:
    """It is gone for good. `now` changes nothing."""
    AskDraft.objects.filter(pk=draft.pk).delete()


def forget_old_drafts(*, now: datetime) -> int:
    """For the sweep: what nobody touched for a month is gone. Returns how many; a second time none."""
    gone, _by_table = AskDraft.objects.filter(expires_at__lte=now).delete()
    return gone
