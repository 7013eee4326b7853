"""Sending: the words are sealed as they are, somebody owes an answer, and the clock starts. Never twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL
from cms.queries import risk_words
from official_file.actions.say_this_is_wrong import say_this_is_wrong
from official_file.models import Entry
from people.actions.make_task import make_task
from people.models import TaskKind, User
from stories.actions.ask_to_look_soon import ask_to_look_soon
from stories.actions.find_interpreter import find_interpreter
from stories.actions.flag_risks import flag_risks
from stories.actions.seal_attachments import seal_attachments
from stories.languages import is_in_other_letters, is_looked_through
from stories.lifecycle import Status
from stories.meanings import THE_WORDS, parts_said
from stories.models import Contribution
from stories.permissions import check_can_choose, check_can_send, check_can_write
from stories.queries import ABOUT, first_reader
from stories.subjects import be_about
from stories.verbatim import digest_of

SEALED_AT_SENDING = (
    "kind",
    "about",
    "about_person",
    "about_person_words",
    "meeting",
    "language",
    "helped_by",
    "about_my_worker",
    "chosen_reader",
    "hidden_by_author",
    "urgent",
    "digest",
    "sent_at",
    "status",
    "moved_at",
    "moved_by_name",
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the young person said about their words as they sent them. `version`: of the words they were shown, when they were;
    `attached`: of the photos and recordings (stories.media.fingerprint).

    `subject`: what it is about (stories/subjects.py); None leaves it as the draft has it.
    """

    kind: str = Contribution.Kind.OTHER
    subject: str | None = None
    language: str = ""
    helped_by: str = ""
    about_my_worker: bool = False
    chosen_reader: UUID | None = None
    hide: bool = False
    urgent: bool = False
    version: int | None = None
    attached: str = ""


@transaction.atomic
def send(*, draft: Contribution, choices: Choices, by: User, now: datetime) -> Contribution:
    """Send the draft. Sent a second time it is the same contribution, unchanged.

    Raises NotAllowed when there is nothing in it, when it is too long for one sending, when the words changed since they were
    shown, when the chosen reader cannot read for this child, or when what it is about is not theirs to choose.
    """
    draft = Contribution.objects.select_for_update().get(pk=draft.pk)
    if draft.sent_at is not None and draft.child.user_id == by.pk:
        return draft
    check_can_write(by, draft)
    check_can_send(draft, choices.version, choices.attached)
    check_can_choose(draft, choices.chosen_reader, now)
    if choices.subject is not None:
        be_about(draft, choices.subject, by, now)
    draft.language = choices.language.strip()
    draft.kind, draft.helped_by, draft.about_my_worker = choices.kind, choices.helped_by, choices.about_my_worker
    draft.chosen_reader_id, draft.hidden_by_author, draft.urgent = choices.chosen_reader, choices.hide, choices.urgent
    seal_attachments(draft=draft, by=by, now=now)
    draft.digest, draft.sent_at = digest_of(draft.words), now
    draft.move_to(Status.SENT, by=by.who(now), now=now)
    draft.save(update_fields=SEALED_AT_SENDING)
    facts = {"urgent": draft.urgent}
    record(Event.CONTRIBUTION_SENT, child=draft.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=draft.pk, facts=facts)
    if draft.urgent:
        record(Event.CONTRIBUTION_URGENT, child=draft.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=draft.pk)
    flag = flag_risks(sent=draft, by=by, now=now)
    _start_clocks(draft, by, now, soon=flag is not None)
    for part in _not_looked_through(draft):  # no list of words could ask for a look: so somebody has to understand it soon
        find_interpreter(contribution=draft, part=part, by=THE_PORTAL, now=now)
    return draft


def _start_clocks(sent: Contribution, by: User, now: datetime, *, soon: bool) -> None:
    reader = first_reader(sent, now)
    if soon:
        ask_to_look_soon(contribution=sent, by=by, now=now)
    else:
        make_task(kind=TaskKind.READ_CONTRIBUTION, child=sent.child, about_type=ABOUT, about_id=sent.pk, now=now, for_user=reader)
    if sent.attachments.exists():
        make_task(kind=TaskKind.OPEN_MEDIA, child=sent.child, about_type=ABOUT, about_id=sent.pk, now=now, for_user=reader)
    about: Entry | None = sent.about
    if about and sent.kind == Contribution.Kind.WRONG:
        # UK GDPR Art 16 and 12A: one month to put it right or say why not; the clock is law.clock.rectification_due.
        say_this_is_wrong(child=sent.child, entry=about, by=by, now=now)


def _not_looked_through(sent: Contribution) -> list[str]:
    """The parts in a language, or in letters, that no list of risk words is written in."""
    if not is_looked_through(sent.language, {word.language for word in risk_words()}):
        return parts_said(sent)
    return [THE_WORDS] if is_in_other_letters(sent.words) else []
