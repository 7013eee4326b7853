"""What a worker writes once about several children: the words that are the same for all, and each one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from people.models import Child
from people.written_names import is_named


@dataclass(frozen=True, slots=True)
class Together:
    """What was the same for all (`common`), and each child's own part, by child."""

    kind: str
    day: date
    title: str
    common: str
    parts: Mapping[UUID, str]

    def text_for(self, child: Child) -> str:
        """The words as they stand in this child's file."""
        return "\n\n".join(filter(str.strip, (self.common, self.parts.get(child.pk, ""))))


def named_beside(said: Together, child: Child, children: list[Child]) -> list[Child]:
    """The other children of this event whom the words in this child's file name, by any name they ever had."""
    words = f"{said.title}\n{said.text_for(child)}"
    return [other for other in children if other != child and any(is_named(words, name) for name in _names(other))]


def _names(child: Child) -> list[str]:
    return [name for name in (child.known_as, *child.names.values_list("name", flat=True)) if name]
