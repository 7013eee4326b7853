"""Rows as templates show them: people who read, and one's own words with their state and answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.presentation import show
from official_file.voices import Voice, say_voice
from people.models import Task, User
from people.reach import Reader
from people.roles import display_name
from stories.boards import ShownBoard, said_by_taps
from stories.lifecycle import Status
from stories.media import ShownMedia, own_address, shown_media
from stories.models import Contribution, Note, Reply
from stories.prompts import question_of
from stories.put_right import Answered, answered_as_wrong
from stories.queries import ReadersOf, entries_written_about, open_clocks, why_in_words
from stories.states import State, saved_on, state_of
from stories.subjects import in_words

EXCERPT = 280


@dataclass(frozen=True, slots=True)
class ShownReader:
    """Somebody who can read it: name, role, and why."""

    name: str
    role: str
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a worker wrote: an answer or a note, with who and when in one line."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Mine:
    """One contribution as its author sees it in a list or on its own page. `about`: the heading of what it is about, or ""."""

    contribution: Contribution
    about: str
    state: State
    when: str
    excerpt: str
    is_whole: bool
    replies: list[Said]
    notes: list[Said]
    put_right: list[Answered]
    can_ask_again: bool
    media: list[ShownMedia]
    board: list[ShownBoard]
    voice: str
    follows: str

    @property
    def question(self) -> str:
        """The question of a preparation sheet that it answers, or ""."""
        return question_of(self.contribution.prompt)


def shown_readers(readers: Iterable[Reader], *, first: User | None = None) -> list[ShownReader]:
    """Each reader in words. `first`: who is expected to read it, named before the others."""
    ordered = sorted(readers, key=lambda reader: reader.user != first)
    return [ShownReader(str(reader.user), reader.role, why_in_words(reader)) for reader in ordered]


def mine_in_words(contributions: Sequence[Contribution], now: datetime) -> list[Mine]:
    """One author's contributions with their states and answers; clocks and readers are asked for once."""
    if not contributions:
        return []
    clocks, readers = open_clocks(list(contributions)), ReadersOf(contributions[0].child, now)
    headings = _headings(contributions, readers)
    answered = answered_as_wrong(contributions, now)
    return [_mine(one, clocks.get(one.pk), readers, headings, answered.get(one.pk, [])) for one in contributions]


def _headings(contributions: Sequence[Contribution], readers: ReadersOf) -> dict[UUID, str]:
    """What each entry that is written about is called, by its id: those that are open to the author."""
    author, today = readers.child.user, london_day(readers.at)
    rows = entries_written_about(author, contributions, readers.at) if author else []
    return {row.pk: shown.heading for row in rows if (shown := show(row, child=readers.child, today=today))}


def _state(contribution: Contribution, clock: Task | None, readers: ReadersOf) -> State:
    if contribution.sent_at is None:
        return State(saved_on(contribution.saved_at, readers.at), "plain")
    reader = readers.expected(contribution, clock) if clock else None
    return state_of(contribution, clock=clock, reader=str(reader or ""), now=readers.at)


def _mine(contribution: Contribution, clock: Task | None, readers: ReadersOf, headings: dict[UUID, str], put_right: list[Answered]) -> Mine:
    words = contribution.words
    return Mine(
        contribution=contribution,
        about=(headings.get(contribution.about_id, "") if contribution.about_id else "") or in_words(contribution, readers.at),
        state=_state(contribution, clock, readers),
        when=_when(contribution),
        excerpt=words if len(words) <= EXCERPT else words[:EXCERPT],
        is_whole=len(words) <= EXCERPT,
        replies=[_said(reply) for reply in contribution.replies.all()],
        notes=[_said(note) for note in contribution.notes.all()],
        put_right=put_right,
        can_ask_again=contribution.standing is Status.NOT_ADDED,
        media=shown_media(contribution, address=own_address),
        board=said_by_taps(contribution.board, translate=gettext),
        voice=voice_of_own(contribution),
        follows=follows_in_words(contribution),
    )


def _when(contribution: Contribution) -> str:
    if contribution.sent_at is None:
        return ""
    return _("You sent this on %(day)s.") % {"day": say_date(london_day(contribution.sent_at), gettext)}


def voice_of_own(contribution: Contribution, *, to_them: bool = True) -> str:
    """Whose voice it is: their own, or their own with help (R34, R45)."""
    voice = Voice.OWN_HELPED if contribution.helped_by else Voice.OWN
    return say_voice(voice, to_them=to_them, translate=gettext, helped_by=contribution.helped_by)


def follows_in_words(contribution: Contribution) -> str:
    """That it adds to what was sent before, or changes it; "" for words of their own."""
    earlier = contribution.follows
    if earlier is None or earlier.sent_at is None:
        return ""
    changed = contribution.kind == Contribution.Kind.CHANGED_MIND
    said = _("You changed your mind about what you sent on %(day)s.") if changed else _("You added this to what you sent on %(day)s.")
    return said % {"day": say_date(london_day(earlier.sent_at), gettext)}


def _said(row: Reply | Note) -> Said:
    day = say_date(london_day(row.at), gettext)
    who = _("%(who)s, %(role)s, on %(day)s.") % {"who": row.by_name, "role": display_name(row.by_role), "day": day}
    return Said(row.text, who)
