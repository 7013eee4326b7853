"""When somebody wants to be told: their quiet hours, and whether they are reminded once."""

from datetime import datetime, time

from people.models import NoticePreference, User


def choose_when_told(*, quiet_from: time, quiet_until: time, remind: bool, by: User, now: datetime) -> NoticePreference:
    """Keep what they chose. `now` changes nothing; nothing goes into the audit."""
    chosen = {"quiet_from": quiet_from, "quiet_until": quiet_until, "remind": remind}
    kept, _made = NoticePreference.objects.update_or_create(user=by, defaults=chosen)
    return kept
