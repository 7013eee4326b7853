"""A question before sharing, and the list of who was asked what, in words for the young person and for staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_by, say_date
from law.working_time import london_day
from official_file.models import AskedBefore
from official_file.plain_language.paper_lines import TOPICS
from official_file.sharing_questions import Consent

YOUR_ANSWER = {
    AskedBefore.Answer.OPEN: gettext_noop("You have not answered yet."),
    AskedBefore.Answer.YES: gettext_noop("You said yes."),
    AskedBefore.Answer.NO: gettext_noop("You said no."),
    AskedBefore.Answer.TALK: gettext_noop("You said: talk to me first."),
}
THEIR_ANSWER = {
    AskedBefore.Answer.OPEN: gettext_noop("They have not answered yet"),
    AskedBefore.Answer.YES: gettext_noop("They said yes"),
    AskedBefore.Answer.NO: gettext_noop("They said no"),
    AskedBefore.Answer.TALK: gettext_noop("They said: talk to me first"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One question, ready to be read. `waits`: it is theirs to answer; `open`: they may still change their mind."""

    id: UUID
    asked: AskedBefore
    title: str
    by: str
    state: str
    staff_state: str
    waits: bool
    open: bool
    by_when: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic with its lines; none means that nobody was asked."""

    name: str
    lines: list[tuple[str, str, str]]


def told(asked: AskedBefore, today: date) -> Told:
    """The question as a line and as a page."""
    is_open = asked.withdrawn_at is None and asked.outcome_at is None
    answer = AskedBefore.Answer(asked.answer)
    return Told(
        id=asked.pk,
        asked=asked,
        title=may_we(asked),
        by=gettext("%(name)s asked on %(day)s.") % {"name": asked.asked_by_name, "day": _day(asked.asked_at)},
        state=gettext("The question was taken back.") if asked.withdrawn_at else gettext(YOUR_ANSWER[answer]),
        staff_state=gettext("Taken back") if asked.withdrawn_at else gettext(THEIR_ANSWER[answer]),
        waits=is_open and answer == AskedBefore.Answer.OPEN,
        open=is_open,
        by_when=_by_when(asked, today) if is_open else "",
    )


def may_we(asked: AskedBefore) -> str:
    """The question in one line, without what it is about: it may stand on a first page that somebody else sees."""
    return gettext("%(name)s asks: may we tell %(whom)s something about you?") % {
        "name": asked.asked_by_name,
        "whom": asked.with_whom[:1].lower() + asked.with_whom[1:] if asked.with_whom.startswith(("Your ", "The ")) else asked.with_whom,
    }


def in_topics(consents: Iterable[Consent]) -> list[Topic]:
    """The list by topic: who was asked, when, and the answer."""
    found: dict[str, list[tuple[str, str, str]]] = {topic: [] for topic in TOPICS}
    for one in consents:
        if one.asked:
            found[one.topic].append((one.who, say_date(one.day, gettext) if one.day else gettext("We do not know when"), one.answer))
    return [Topic(gettext(TOPICS[topic]), lines) for topic, lines in found.items()]


def _by_when(asked: AskedBefore, today: date) -> str:
    if asked.answer_by is None:
        return ""
    if asked.answer_by < today:
        return gettext("We hoped for an answer by %(day)s. You can still answer.") % {"day": say_date(asked.answer_by, gettext)}
    return gettext("Please answer %(by)s.") % {"by": say_by(asked.answer_by, today=today, translate=gettext)}


def _day(at: datetime) -> str:
    return say_date(london_day(at), gettext)
