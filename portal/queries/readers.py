"""Who can see this record today, as names, roles and reasons."""

from dataclasses import dataclass
from datetime import datetime

from people.models import Child
from people.reach import readers_of
from stories.queries import why_in_words


@dataclass(frozen=True, slots=True)
class ShownReader:
    """One person who can see the record, in words."""

    name: str
    role: str
    why: str


def readers_in_words(child: Child, at: datetime) -> list[ShownReader]:
    """Everybody in staff who can see this record at that moment: the rule that is enforced, said aloud."""
    return [ShownReader(str(reader.user), reader.role, why_in_words(reader)) for reader in readers_of(child, at)]
