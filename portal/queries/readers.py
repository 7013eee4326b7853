"""Who can see this record today, as names, roles and reasons."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from people.models import Child
from people.reach import readers_of

WHY = {
    "allocated": gettext_noop("Works with you."),
    "manager": gettext_noop("Manages your worker."),
    "cover": gettext_noop("Stands in while your worker is away."),
    "access_team": gettext_noop("Helps people who have no worker just now."),
    "asked": gettext_noop("Is looking after something that was asked about your file."),
    "emergency": gettext_noop("Had to look in an emergency."),
}


@dataclass(frozen=True, slots=True)
class ShownReader:
    """One person who can see the record, in words."""

    name: str
    role: str
    why: str


def readers_in_words(child: Child, at: datetime) -> list[ShownReader]:
    """Everybody in staff who can see this record at that moment: the rule that is enforced, said aloud."""
    return [ShownReader(str(reader.user), reader.role, gettext(WHY.get(reader.why, ""))) for reader in readers_of(child, at)]
