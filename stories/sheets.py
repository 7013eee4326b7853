"""A young person's preparation sheet for one meeting: its questions, what they wrote to each, and what they sent."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from law.working_time import london_day
from official_file.meetings import can_prepare, known_to
from official_file.models import Meeting
from people.models import Child, User
from stories.boards import ShownBoard, said_by_taps
from stories.lifecycle import Status
from stories.media import WITH_MEDIA, ShownMedia, own_address, shown_media
from stories.models import Contribution
from stories.prompts import BY_SLUG, PROMPTS, Prompt, draft_id
from stories.queries import has_something


@dataclass(frozen=True, slots=True)
class Answering:
    """One question of one meeting, as it is being answered."""

    meeting: Meeting
    prompt: Prompt

    @property
    def question(self) -> str:
        """The question, in the reader's language."""
        return gettext(self.prompt.question)

    @property
    def help(self) -> str:
        """What it may be about."""
        return gettext(self.prompt.help)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one contribution says, for its author: words, taps, photos and recordings."""

    words: str
    board: list[ShownBoard]
    media: list[ShownMedia]

    @classmethod
    def of(cls, contribution: Contribution) -> "Answer":
        """Everything in it."""
        board = said_by_taps(contribution.board, translate=gettext)
        return cls(contribution.words, board, shown_media(contribution, address=own_address))


@dataclass(slots=True)
class Question:
    """One question with what was written and sent to it. `draft`: not sent yet."""

    prompt: Prompt
    draft: Contribution | None = None
    sent: list[Contribution] = field(default_factory=list)

    @property
    def question(self) -> str:
        """The question, in the reader's language."""
        return gettext(self.prompt.question)

    @property
    def help(self) -> str:
        """What it may be about."""
        return gettext(self.prompt.help)

    @property
    def not_sent(self) -> Answer | None:
        """What is in the draft; None while there is nothing in it."""
        return Answer.of(self.draft) if self.draft and has_something(self.draft) else None

    @property
    def answers(self) -> list[Answer]:
        """What was sent."""
        return [Answer.of(one) for one in self.sent]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet. `is_open`: something may still be written for this meeting."""

    meeting: Meeting
    questions: list[Question]
    is_open: bool

    @property
    def drafts(self) -> list[Question]:
        """The questions to which something is written that was not sent."""
        return [one for one in self.questions if one.not_sent]

    @property
    def has_sent(self) -> bool:
        """Whether anything was sent."""
        return any(one.sent for one in self.questions)


def meeting_of(user: User, child: Child, meeting_id: UUID, at: datetime) -> Meeting | None:
    """A meeting that its young person knows of; None for any other, as for none."""
    return known_to(user, child, at).filter(pk=meeting_id).first()


def next_to_prepare(user: User, child: Child, at: datetime) -> Meeting | None:
    """The next meeting they can get ready for and have sent nothing for; None when there is none."""
    today = london_day(at)
    coming = known_to(user, child, at).filter(on__gte=today, cancelled_at__isnull=True).exclude(contributions__sent_at__isnull=False)
    return next((one for one in coming if can_prepare(one, today)), None)


def sheet_for(user: User, meeting: Meeting, at: datetime) -> Sheet:
    """What stands on the sheet now."""
    questions = {prompt.slug: Question(prompt) for prompt in PROMPTS}
    rows = Contribution.objects.filter(author=user, meeting=meeting, prompt__in=questions).exclude(status=Status.WITHDRAWN)
    for row in rows.order_by("started_at").prefetch_related(*WITH_MEDIA):
        if row.sent_at is None:
            questions[row.prompt].draft = row
        elif not row.hidden_by_author:
            questions[row.prompt].sent.append(row)
    return Sheet(meeting, list(questions.values()), can_prepare(meeting, london_day(at)))


def sheet_of(user: User, child: Child, meeting_id: object, slug: object, at: datetime) -> Answering | None:
    """The question that a page of writing is about; None when it is about none, or the meeting is not theirs to know."""
    if not meeting_id or str(slug) not in BY_SLUG:
        return None
    try:
        meeting = meeting_of(user, child, UUID(str(meeting_id)), at)
    except ValueError:
        return None
    return Answering(meeting, BY_SLUG[str(slug)]) if meeting else None


def next_draft_id(user: User, meeting: Meeting, slug: str) -> UUID:
    """The id for what is written next to this question."""
    before = Contribution.objects.filter(author=user, meeting=meeting, prompt=slug).exclude(status=Status.DRAFT)
    return draft_id(meeting.pk, slug, before.count())
