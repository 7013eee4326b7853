"""What stands together: whose voice it is, whom or which meeting it is about, what they said before it and after it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.voices import Voice, say_voice
from people.models import User
from stories.boards import ShownBoard, said_by_taps
from stories.models import Contribution
from stories.queries import following


@dataclass(frozen=True, slots=True)
class Linked:
    """One that goes with it, whole: what was said first stays beside what was said later."""

    id: UUID
    heading: str
    words: str
    boards: list[ShownBoard]


def linked(contribution: Contribution, user: User, now: datetime) -> dict[str, Any]:
    """For the reading page. Only what this reader may see: the same people do not always read both."""
    before = Contribution.objects.filter(followed_by=contribution).visible_to(user, now)
    return {
        "voice": voice_for_staff(contribution),
        "subject": _subject(contribution),
        "said_before": [_linked(one, _("What they said before, on %(day)s")) for one in before],
        "said_later": [_linked(one, _later(one)) for one in following(contribution).visible_to(user, now)],
    }


def voice_for_staff(contribution: Contribution) -> str:
    """Their own words, or with whose help (R34, R45)."""
    voice = Voice.OWN_HELPED if contribution.helped_by else Voice.OWN
    return say_voice(voice, to_them=False, translate=_, helped_by=contribution.helped_by)


def _later(one: Contribution) -> str:
    return _("They changed their mind, on %(day)s") if one.kind == Contribution.Kind.CHANGED_MIND else _("They added this, on %(day)s")


def _linked(one: Contribution, heading: str) -> Linked:
    day = say_date(london_day(one.sent_at), _) if one.sent_at else ""
    return Linked(one.pk, heading % {"day": day}, one.words, said_by_taps(one.board, translate=_))


def _subject(contribution: Contribution) -> str:
    if contribution.about_person_words:
        return contribution.about_person_words
    meeting = contribution.meeting
    return f"{meeting.get_kind_display()}, {say_date(meeting.on, _)}" if meeting else ""
