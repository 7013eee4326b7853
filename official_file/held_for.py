"""What an entry waits for, when it was held until something has happened."""

from official_file.models import EntryNow, Sharing
from official_file.models.now import State


def event_held_for(row: EntryNow) -> str:
    """What has to happen before the entry opens, or "" when it is not held for anything."""
    if row.state != State.HELD:
        return ""
    held = Sharing.objects.filter(entry=row.pk, decision=Sharing.Decision.HELD).order_by("at").last()
    return held.held_event if held else ""
