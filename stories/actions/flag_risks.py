"""Looking, as something is sent, for what asks a human to look soon: its author's own word, and words that may mean danger."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL
from cms.queries import risk_words
from people.models import User
from stories.flags import all_words_of
from stories.models import Contribution, RiskFlag
from stories.queries import ABOUT
from stories.risk_words import RiskTerm, find

Source = RiskFlag.Source


@transaction.atomic
def flag_risks(*, sent: Contribution, by: User, now: datetime) -> RiskFlag | None:
    """Flag what was just sent; None when nothing asks for it. A prompt to a human, never a verdict. Run again it adds nothing.

    Both are looked for, whether or not the other was found: so that it is known how often words miss what people say themselves.
    """
    own = _flag(sent, Source.OWN, [], now) if sent.urgent else None
    return flag_words(contribution=sent, text=all_words_of(sent), by=by, now=now) or own


@transaction.atomic
def flag_words(*, contribution: Contribution, text: str, by: User, now: datetime) -> RiskFlag | None:
    """Flag it when risk words stand in this text of it. Only their groups are kept, never which word it was. `by` wrote the text."""
    groups = find(text, [RiskTerm(one.term, one.language, one.group) for one in risk_words()])
    return _flag(contribution, Source.WORDS, groups, now) if groups else None


def _flag(contribution: Contribution, source: Source, groups: list[str], now: datetime) -> RiskFlag:
    flag, new = RiskFlag.objects.get_or_create(contribution=contribution, source=source, defaults={"groups": groups, "at": now})
    if new and source is not Source.OWN:  # what they said themselves has a line of its own
        about: dict[str, Any] = {"about_type": ABOUT, "about_id": contribution.pk, "facts": {"source": str(source)}}
        record(Event.CONTRIBUTION_FLAGGED, child=contribution.child_id, by=THE_PORTAL, at=now, **about)
    return flag
