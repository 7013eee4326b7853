"""Contributions in a wanted state, reached by living through it: the real actions, never an assigned status."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from audit.who import THE_PORTAL
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.talk_first import talk_first
from moderation.models import Decision, Reading
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry
from official_file.plain_language.when import When
from people.models import Child, User
from stories.actions.ask_again import ask_again
from stories.actions.save_draft import Start, save_draft
from stories.actions.send import Choices, send
from stories.actions.withdraw import withdraw
from stories.draft_order import Stamp
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import NOW, Cast

WORDS = "I want to see my brother more.\nNobody asked me. 💛"


def an_entry(child: Child, day: date = date(2024, 1, 8)) -> Entry:
    """A home in the child's file, open by rule."""
    draft = EntryDraft(kind="home", when=When(day), source=SourceRef("ssda903", f"episodes/{day}"), facts={"place": "U4"})
    return append_entry(child=child, draft=draft, by=THE_PORTAL, now=NOW)


def a_draft(child: Child, words: str = WORDS, *, now: datetime = NOW, **more: Any) -> Contribution:
    """A draft with these words."""
    assert child.user
    return save_draft(child=child, draft_id=uuid4(), words=words, stamp=Stamp(0, "a tab", 1), start=Start(**more), by=child.user, now=now)


def a_sent(child: Child, words: str = WORDS, *, now: datetime = NOW, about: Any = None, **choices: Any) -> Contribution:
    """Words that were sent."""
    assert child.user
    draft = a_draft(child, words, now=now, about=about)
    return send(draft=draft, choices=Choices(**choices), by=child.user, now=now)


def a_reading(contribution: Contribution, reader: User, now: datetime = NOW) -> Reading:
    """A reading that has begun."""
    return claim(contribution=contribution, by=reader, now=now)


def a_proposal_to_limit(contribution: Contribution, reader: User, now: datetime = NOW) -> Decision:
    """A proposal that fewer people see it."""
    reading = a_reading(contribution, reader, now)
    return propose_limit(reading=reading, reply="Thank you for telling us.", explanation="It names a friend.", by=reader, now=now)


def a_proposal_not_to_add(contribution: Contribution, reader: User, now: datetime = NOW) -> Decision:
    """A proposal not to add it."""
    return propose_not_adding(
        reading=a_reading(contribution, reader, now),
        reason="not_theirs",
        reply="This is a song by somebody else.",
        explanation="Copied from a song.",
        by=reader,
        now=now,
    )


def contribution_at(status: Status, cast: Cast, now: datetime = NOW, **choices: Any) -> Contribution:
    """Amara's words, lived through to this state: the chosen reader or Ben reads, Joan or David confirms."""
    if status is Status.DRAFT:
        return a_draft(cast.amara, now=now)
    sent = a_sent(cast.amara, now=now, **choices)
    reader = sent.chosen_reader or cast.ben
    second = cast.david if reader == cast.joan else cast.joan
    steps = {
        Status.SENT: lambda: None,
        Status.BEING_READ: lambda: a_reading(sent, reader, now),
        Status.LETS_TALK: lambda: talk_first(reading=a_reading(sent, reader, now), reply="Can we talk?", by=reader, now=now),
        Status.FILED: lambda: file_words(reading=a_reading(sent, reader, now), reply="Thank you.", by=reader, now=now),
        Status.FILED_LIMITED: lambda: confirm_proposal(decision=a_proposal_to_limit(sent, reader, now), by=second, now=now),
        Status.NOT_ADDED: lambda: confirm_proposal(decision=a_proposal_not_to_add(sent, reader, now), by=second, now=now),
        Status.ASKED_AGAIN: lambda: _asked_again(sent, reader, second, now),
        Status.WITHDRAWN: lambda: withdraw(contribution=sent, by=sent.author, now=now),
    }
    steps[status]()
    return Contribution.objects.get(pk=sent.pk)


def _asked_again(sent: Contribution, reader: User, second: User, now: datetime) -> None:
    confirm_proposal(decision=a_proposal_not_to_add(sent, reader, now), by=second, now=now)
    ask_again(contribution=sent, by=sent.author, now=now + timedelta(minutes=1))
