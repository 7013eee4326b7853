"""What was decided about the entry that somebody said is wrong, so that it stands beside what they sent too (UK GDPR Art 16).

The words they sent are read and filed on a clock of their own; without this they would still say that nobody has read them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.models import EntryNow, Rectification
from people.roles import display_name
from stories.models import Contribution

OUTCOMES = {
    Rectification.Outcome.CORRECTED: gettext_noop("We put it right."),
    Rectification.Outcome.PARTLY: gettext_noop("We put a part of it right."),
    Rectification.Outcome.BESIDE: gettext_noop("We left it as it was. What you said stays beside it."),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: what was decided, why, by whom and when; `entry_id`: what it says now, where that is open to its author."""

    outcome: str
    text: str
    who: str
    entry_id: UUID | None


def answered_as_wrong(contributions: Iterable[Contribution], at: datetime) -> dict[UUID, list[Answered]]:
    """The answer to each that said something is wrong, by the contribution's id. Two queries at most."""
    wrong = [one for one in contributions if one.sent_at and one.about_id and one.kind == Contribution.Kind.WRONG]
    if not wrong:
        return {}
    decided = Rectification.objects.filter(
        entry__in=[one.about_id for one in wrong], kind=Rectification.Kind.WRONG, decided_at__isnull=False
    )
    rows = list(decided.order_by("decided_at"))
    now_says = [row.correction_id for row in rows if row.correction_id]
    there = set(EntryNow.objects.visible_to(wrong[0].author, at).filter(pk__in=now_says).values_list("pk", flat=True))
    return {one.pk: [_answered(row, there) for row in _first_after(one, rows)] for one in wrong}


def _first_after(sent: Contribution, rows: list[Rectification]) -> list[Rectification]:
    """The first answer given after it was sent: what was said before it was answered together with it."""
    later = [row for row in rows if row.entry_id == sent.about_id and row.decided_at and sent.sent_at and row.decided_at >= sent.sent_at]
    return later[:1]


def _answered(row: Rectification, there: set[UUID]) -> Answered:
    day = say_date(london_day(row.decided_at), _) if row.decided_at else ""
    who = _("%(who)s, %(role)s, on %(day)s.") % {"who": row.decided_by_name, "role": display_name(row.decided_by_role), "day": day}
    entry_id = row.correction_id if row.correction_id in there else None
    return Answered(_(OUTCOMES[Rectification.Outcome(row.outcome)]), row.explanation, who, entry_id)
