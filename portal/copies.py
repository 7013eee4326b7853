"""What a printed copy can be of, and how one is asked for: which view, at which level, in which size and language. Pure.

    Copy("section", "homes", "plain", 18, "cy").key   ->   "copy/p18/cy/section/homes"

The key stands in the task that a worker gets, beside the id of the entry (or of the child for any other view): so one page can
be asked for in two sizes, and asked for twice it is one task. It names no one and holds no word of a record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

BEGINS = "copy/"
LEVELS = {"e": "easy", "p": "plain", "o": "original"}
LETTER = {level: letter for letter, level in LEVELS.items()}
POINTS = (12, 14, 16, 18)
WHOLE = frozenset({"home", "story", "why", "people", "papers"})  # views of which there is one
OF_WHICH = frozenset({"section", "year", "entry"})
VIEWS: Mapping[str, str] = {
    "portal:home": "home",
    "portal:why": "why",
    "portal:my_people": "people",
    "portal:my_papers": "papers",
    "portal:entry": "entry",
    "portal:paper": "entry",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """One printed copy. `which`: the section's slug, the year, or "" where there is only one; an entry's id is not in it."""

    what: str
    which: str
    level: str
    points: int
    language: str

    @property
    def key(self) -> str:
        """What the task keeps; at most 40 letters."""
        return f"{BEGINS}{LETTER[self.level]}{self.points}/{self.language}/{self.what}/{self.which}".rstrip("/")

    @classmethod
    def from_key(cls, key: str) -> Self:
        """Read what a task keeps. Raises ValueError for anything else."""
        begins, size, language, what, which = (*key.split("/"), "")[:5]
        if f"{begins}/" != BEGINS or size[:1] not in LEVELS or what not in WHOLE | OF_WHICH:
            raise ValueError(f"{key} asks for no copy")
        return cls(what, which, LEVELS[size[0]], int(size[1:]), language)


def view_of(view: str, asked: Mapping[str, str], entry_id: object = None) -> tuple[str, str] | None:
    """What a page is a view of, and which one: ("section", "homes"); None for a page of which nobody prints a copy for them."""
    if view == "portal:my_story":
        if asked.get("by") == "section" and asked.get("in"):
            return "section", asked["in"]
        if asked.get("by") == "year" and asked.get("year"):
            return "year", asked["year"]
        return "story", ""
    what = VIEWS.get(view)
    return (what, str(entry_id) if what == "entry" else "") if what else None
