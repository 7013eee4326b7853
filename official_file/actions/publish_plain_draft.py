"""Plain words that are done: approved in a worker's name, with what stands at the head, and the questions about them ended."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cms.queries import kinder_words
from official_file.actions.approve_plain_version import HowWritten, approve_plain_version
from official_file.actions.write_key_summary import write_key_summary
from official_file.key_summaries import summary_of
from official_file.models import PlainDraft, PlainVersion
from official_file.permissions import check_can_decide
from official_file.plain_drafts import ABOUT
from official_file.plain_language.jargon import find_terms
from official_file.plain_language.writing import LookedOver, look_over
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User

QUESTIONS = (TaskKind.SECOND_LOOK, TaskKind.CHECK_PLAIN)


class TooHard(NotAllowed):
    """The words are above the level set for plain words. They can be published all the same: that is written down."""

    def __init__(self, found: LookedOver) -> None:
        said = _("This is hard to read: make it simpler, or publish it anyway. Longest sentence: %(longest)s words.")
        super().__init__("too_hard", said % {"longest": found.longest})


class NeverSaid(TooHard):
    """The words hold one that the council never says to a young person. They can be published all the same."""

    def __init__(self, words: list[str]) -> None:
        said = _("We never say this to a young person: %(words)s. Say it another way, or publish it anyway.")
        NotAllowed.__init__(self, "never_said", said % {"words": ", ".join(words)})


@transaction.atomic
def publish_plain_draft(*, draft: PlainDraft, anyway: bool = False, by: User, now: datetime) -> PlainVersion:
    """Make the draft the words that are read at its level, and its head the key summary; close it.

    Raises TooHard for words above READING_GRADE or never said to a young person, unless `anyway`, and what `approve_plain_version` raises.
    """
    check_can_decide(by, draft.entry, now)
    draft = PlainDraft.objects.select_for_update(of=("self",)).select_related("entry", "second_reader").get(pk=draft.pk)
    if draft.closed_at:
        raise NotAllowed("already_done", _("These words are published already. Open the page again to see them."))
    found = look_over(draft.text, (), most=settings.READING_GRADE)
    if found.too_hard and not anyway:
        raise TooHard(found)
    if not anyway and (never := _never_said(draft.text)):
        raise NeverSaid(never)
    looked = draft.second_reader if draft.second_answer == PlainDraft.Answer.FINE else None
    how = HowWritten(
        level=draft.level,
        language=draft.language,
        pictures=tuple(draft.pictures),
        written_with=draft.written_with,
        second_look_by_name=str(looked or ""),
        above_level=found.too_hard,
    )
    made = approve_plain_version(entry=draft.entry, text=draft.text, how=how, by=by, now=now)
    _keep_head(draft, by, now)
    for task in Task.objects.open().filter(about_type=ABOUT, about_id=draft.pk, kind__in=QUESTIONS):
        theirs = task.kind == TaskKind.CHECK_PLAIN
        finish_task(task=task, outcome=_("The words are changed. You can read them now.") if theirs else "", by=by, now=now)
    draft.published, draft.closed_at = made, now
    draft.save(update_fields=["published", "closed_at"])
    return made


def _never_said(text: str) -> list[str]:
    """Words of the council's own list that stand in it."""
    never = [{"term": word["term"], "plain": word["instead"], "also": []} for word in kinder_words() if word["banned"]]
    return list(dict.fromkeys(span.text for span in find_terms(text, never)))


def _keep_head(draft: PlainDraft, by: User, now: datetime) -> None:
    """What was written for the head of the document, when it says something new."""
    head = (draft.what_it_is.strip(), draft.what_was_decided.strip(), draft.what_happens_next.strip())
    there = summary_of(draft.entry, draft.language)
    if not any(head) or (there and head == (there.what_it_is, there.what_was_decided, there.what_happens_next)):
        return
    write_key_summary(
        entry=draft.entry,
        what_it_is=head[0],
        what_was_decided=head[1],
        what_happens_next=head[2],
        language=draft.language,
        by=by,
        now=now,
    )
