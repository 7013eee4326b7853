"""How a due date was reckoned, step by step: each a sentence for the person who asked, with the law that says so.

    reasons(clock)[-1]   ->   Reason("We must reply by 1 October 2026.", "UK GDPR Art 12(3)")

`law.clock.explain` says the same in short. A place in law is named in English, whatever the language of the sentence.
"""

from dataclasses import dataclass
from datetime import date

from law.calendar_words import say_date
from law.clock import (
    DAYS_OUT,
    IF_TODAY,
    IS_EXTENDED,
    IS_PAUSED,
    LATE_NOTICE,
    MONTHS,
    MONTHS_EXTENDED,
    MUST_REPLY,
    ONE_DAY_OUT,
    STARTED_LATER,
    WAITING_FOR_FEE,
    WAITING_FOR_IDENTITY,
    WE_GOT_IT,
    About,
    Clock,
    Right,
    State,
)
from law.wording import Translate, fill, gettext_noop, identity

ONE_MONTH = gettext_noop("The law gives us one month from then.")
NO_SUCH_DAY = gettext_noop("That month has no such day, so its last day counts.")
QUESTION_STOPS_NOTHING = gettext_noop("We asked you something else on {day}. That does not stop the time.")
QUESTION_STOPS_NO_CORRECTION = gettext_noop("We asked you something on {day}. That does not stop the time to put something right.")
NOBODY_WORKS = gettext_noop("{day} is a weekend day or a bank holiday, so the next working day counts.")
WE_WORK_TO = gettext_noop("We work to {day}. The law can be read in two ways, and this is the sooner one.")

ART_12_3 = "UK GDPR Art 12(3)"
RELEVANT_TIME = "UK GDPR Art 12A(2)"
IDENTITY = "UK GDPR Art 12(6) and 12A(2)"
FEE = "UK GDPR Art 12(5) and 12A(2)"
PERIOD = "UK GDPR Art 12A(1)"
EXTENSION = "UK GDPR Art 12A(3) and (4)"
CLARIFICATION = "UK GDPR Art 12A(5) and (6)"
LAST_DAY = "UK GDPR Art 4A; Regulation 1182/71 Art 3(2)"
WORKING_DAY = "UK GDPR Art 4A; Regulation 1182/71 Art 3(4)"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: the sentence, and its place in law ("" for a step that is our own choice)."""

    sentence: str
    law: str = ""

    def __str__(self) -> str:
        return f"{self.sentence} ({self.law})" if self.law else self.sentence


def reasons(clock: Clock, translate: Translate = identity) -> tuple[Reason, ...]:
    """Every step that led to the due date, in the order things happened."""
    return (*_start(clock, translate), *(_counting(clock, translate) if clock.due else ()))


def _start(clock: Clock, translate: Translate) -> list[Reason]:
    said = [Reason(fill(WE_GOT_IT, translate, day=_say(clock.facts.received, translate)), RELEVANT_TIME)]
    if clock.state is State.AWAITING_IDENTITY:
        said.append(Reason(translate(WAITING_FOR_IDENTITY), IDENTITY))
    elif clock.state is State.AWAITING_FEE:
        said.append(Reason(translate(WAITING_FOR_FEE), FEE))
    elif clock.starts and clock.starts > clock.facts.received:
        said.append(Reason(fill(STARTED_LATER, translate, day=_say(clock.starts, translate)), RELEVANT_TIME))
    return said


def _counting(clock: Clock, translate: Translate) -> list[Reason]:
    said = [Reason(translate(ONE_MONTH), PERIOD), *_extension(clock, translate), *_last_of_month(clock, translate)]
    said += _questions(clock, translate)
    if clock.counted_to and clock.due and clock.counted_to != clock.due:
        said.append(Reason(fill(NOBODY_WORKS, translate, day=_say(clock.counted_to, translate)), WORKING_DAY))
    paused = clock.state is State.PAUSED
    said.append(Reason(fill(IF_TODAY if paused else MUST_REPLY, translate, day=_say(clock.due, translate)), ART_12_3))
    if clock.due_cautious != clock.due:
        said.append(Reason(fill(WE_WORK_TO, translate, day=_say(clock.due_cautious, translate))))
    return said


def _extension(clock: Clock, translate: Translate) -> list[Reason]:
    if clock.facts.extension is None:
        return []
    return [Reason(translate(IS_EXTENDED if clock.extended else LATE_NOTICE), EXTENSION)]


def _last_of_month(clock: Clock, translate: Translate) -> list[Reason]:
    """A month from 31 January ends on the last day of February."""
    if clock.starts is None:
        return []
    months = MONTHS_EXTENDED if clock.extended else MONTHS
    last = (clock.starts.month - 1 + months) % 12 + 1
    year = clock.starts.year + (clock.starts.month - 1 + months) // 12
    return [Reason(translate(NO_SUCH_DAY), LAST_DAY)] if clock.starts.day > _days_in(year, last) else []


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def _questions(clock: Clock, translate: Translate) -> list[Reason]:
    said = []
    if clock.days_not_counted:
        message = ONE_DAY_OUT if clock.days_not_counted == 1 else DAYS_OUT
        said.append(Reason(fill(message, translate, days=clock.days_not_counted), CLARIFICATION))
    other = QUESTION_STOPS_NO_CORRECTION if clock.facts.right is Right.RECTIFICATION else QUESTION_STOPS_NOTHING
    for pause in clock.facts.pauses:
        if clock.facts.right is Right.RECTIFICATION or pause.about is not About.SCOPE:
            said.append(Reason(fill(other, translate, day=_say(pause.asked, translate)), CLARIFICATION))
    if clock.state is State.PAUSED:
        said.append(Reason(translate(IS_PAUSED), CLARIFICATION))
    return said


def _say(day: date | None, translate: Translate) -> str:
    return say_date(day, translate) if day else ""
