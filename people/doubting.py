"""A source speaks of somebody who may be a child we know: written down, and asked of the child's worker."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from people.actions.make_task import make_task
from people.models import Child, DoubtfulMatch, Task, TaskKind

ABOUT = "match"


@transaction.atomic
def doubt_match(*, source: str, key: str, child: Child, why: str, now: datetime) -> DoubtfulMatch:
    """The question whether `key` of `source` is this child, made now if nobody asked it yet; what was answered stays answered.

    `why` is a word that the page "Who is this?" has a sentence for. Nothing is imported about them until somebody answers.
    """
    match, _made = DoubtfulMatch.objects.get_or_create(source=source, key=key, child=child, defaults={"why": why, "found_at": now})
    if match.answer == DoubtfulMatch.Answer.OPEN:
        make_task(kind=TaskKind.CHECK_IDENTITY, child=child, about_type=ABOUT, about_id=match.pk, now=now)
    return match


@transaction.atomic
def drop_doubts(*, source: str, keys: Collection[str]) -> None:
    """The source itself has answered who these are: the open questions go, and nobody owes an answer any more."""
    settled = DoubtfulMatch.objects.filter(source=source, key__in=keys, answer=DoubtfulMatch.Answer.OPEN)
    asked = Task.objects.open().filter(kind=TaskKind.CHECK_IDENTITY, about_type=ABOUT, about_id__in=settled.values("pk"))
    asked.delete()
    settled.delete()
