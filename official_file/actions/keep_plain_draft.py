"""Keep what a worker is writing in plain words: as they type, without losing a colleague's."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from official_file.models import Entry, PlainDraft
from official_file.permissions import check_can_decide
from official_file.plain_drafts import WORDS
from official_file.plain_language.pictures import known
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def keep_plain_draft(
    *,
    entry: Entry,
    level: str,
    language: str,
    words: Mapping[str, str],
    pictures: Iterable[str] = (),
    written_with: bool = False,
    version: int | None,
    by: User,
    now: datetime,
) -> PlainDraft:
    """The open draft for this entry, level and language with these words; made on the first save. Nobody else is told.

    `words`: text, and what stands at the head of a document (what_it_is, what_was_decided, what_happens_next). `version` is the
    one the page was opened with (None: whatever stands there). Raises NotAllowed ("changed_elsewhere") when somebody saved since,
    and for their own words.
    """
    row = check_can_decide(by, entry, now)
    if row.kind == "own_words":
        raise NotAllowed("own_words", _("These are their own words. Nobody writes them anew."))
    draft, _made = PlainDraft.objects.select_for_update().get_or_create(
        entry=entry, level=level, language=language, closed_at=None, defaults={"by": by, "started_at": now, "saved_at": now}
    )
    new: dict[str, Any] = {name: words[name].replace("\r\n", "\n") for name in WORDS if name in words}
    new |= {"pictures": list(known(pictures)), "written_with": written_with}
    if all(getattr(draft, name) == value for name, value in new.items()):
        return draft
    if version is not None and draft.version != version:
        said = _("%(name)s changed these words since you opened this page. Copy yours, and open the page again to see both.")
        raise NotAllowed("changed_elsewhere", said % {"name": draft.by})
    for name, value in new.items():
        setattr(draft, name, value)
    draft.by, draft.saved_at, draft.version = by, now, draft.version + 1
    if draft.their_answer or draft.second_answer:  # an answer is about the words of then
        draft.their_answer = draft.second_answer = PlainDraft.Answer.NONE
    draft.save()
    return draft
