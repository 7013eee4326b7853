"""What a plan says, item by item, and what changed from one version to the next. Plain Python.

    need -> what the person is good at that helps -> what we will do -> who -> by when -> what happened, and when

Items stand in the plan's facts: {"items": [{"need": "...", "do": "...", "who": "...", "by": "2026-05-01", "by_precision": "month"}]}.
The same words stand in the plan's text too, because that is what is read, searched, and covered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from official_file.plain_language.phrases import say_partial
from official_file.plain_language.when import Precision, last_day

WORDS = ("need", "strength", "do", "who", "happened")
DAYS = ("by", "happened_on")
PRECISION_OF = {"by": "by_precision", "happened_on": "happened_precision"}
MOST_ITEMS = 60


@dataclass(frozen=True, slots=True)
class PartDay:
    """A day, or as much of one as is known: the month, the season, the year. None as a whole: nobody said when."""

    day: date
    precision: Precision = Precision.DAY

    @property
    def last(self) -> date:
        """The last day it can mean: what is due in May is late from 1 June."""
        return last_day(self.day, self.precision)

    def __str__(self) -> str:
        return say_partial(self.day, self.precision)


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One thing a plan is about. `key` stays the same from version to version; "" when the source gives none."""

    need: str = ""
    strength: str = ""
    do: str = ""
    who: str = ""
    by: PartDay | None = None
    happened: str = ""
    happened_on: PartDay | None = None
    key: str = ""

    @property
    def says_something(self) -> bool:
        """Whether any of its boxes has words."""
        return any(getattr(self, name) for name in WORDS)

    def in_other_words(self, told: Callable[[str], str]) -> "PlanItem":
        """The same item with all of its words said otherwise: with labels, or with another name."""
        words: dict[str, Any] = {name: told(getattr(self, name)) for name in WORDS}
        return replace(self, **words)

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and nobody has written what happened (R15)."""
        return self.by is not None and self.by.last < today and not self.happened

    @property
    def is_done(self) -> bool:
        """Whether somebody wrote what happened."""
        return bool(self.happened)

    def as_fact(self) -> dict[str, str]:
        """As it stands in the plan's facts: nothing that is empty."""
        said = {name: getattr(self, name) for name in ("key", *WORDS)}
        for name in DAYS:
            if part := getattr(self, name):
                said |= {name: part.day.isoformat(), PRECISION_OF[name]: str(part.precision)}
        return {name: value for name, value in said.items() if value}


class How(StrEnum):
    """What became of an item from one version to the next."""

    ADDED = "added"
    DONE = "done"
    CHANGED = "changed"
    TAKEN_OUT = "taken_out"


@dataclass(frozen=True, slots=True)
class Change:
    """One item that is not as it was. `was`: before; `fields`: what of it is new."""

    how: How
    item: PlanItem
    was: PlanItem | None = None
    fields: tuple[str, ...] = ()


def items_in(facts: Mapping[str, Any]) -> tuple[PlanItem, ...]:
    """The items of a plan's facts, in their order; what cannot be read as an item is left out."""
    given = facts.get("items") or ()
    return tuple(_item(one) for one in given if isinstance(one, Mapping) and any(one.get(name) for name in WORDS))


def _item(said: Mapping[str, Any]) -> PlanItem:
    words = {name: str(said.get(name) or "") for name in ("key", *WORDS)}
    return PlanItem(**words, by=_part_day(said, "by"), happened_on=_part_day(said, "happened_on"))


def _part_day(said: Mapping[str, Any], name: str) -> PartDay | None:
    return PartDay(date.fromisoformat(said[name]), Precision(said.get(PRECISION_OF[name]) or "day")) if said.get(name) else None


def late(items: Iterable[PlanItem], today: date) -> list[PlanItem]:
    """The items whose day has passed without a word about what happened."""
    return [item for item in items if item.is_late(today)]


def in_writing(items: Sequence[PlanItem], strengths: str = "") -> str:
    """The items as text: what is read, searched and covered word for word."""
    head = [f"Good at: {strengths}"] if strengths else []
    return "\n\n".join([*head, *("\n".join(_lines(item)) for item in items)])


def _lines(item: PlanItem) -> list[str]:
    happened = f"{item.happened} ({item.happened_on})" if item.happened and item.happened_on else item.happened
    named = (
        ("Need", item.need),
        ("Good at", item.strength),
        ("What we will do", item.do),
        ("Who", item.who),
        ("By when", str(item.by or "")),
        ("What happened", happened),
    )
    return [f"{name}: {words}" for name, words in named if words]


def changes(before: Sequence[PlanItem], after: Sequence[PlanItem]) -> list[Change]:
    """What is new in `after`, in its order, then what was taken out. What stayed as it was is not repeated (R12)."""
    left, found = list(before), []
    for item in after:
        was = _same(item, left)
        if was is None:
            found.append(Change(How.ADDED, item))
            continue
        left.remove(was)
        if fields := tuple(name for name in (*WORDS, *DAYS) if getattr(was, name) != getattr(item, name)):
            found.append(Change(How.DONE if item.is_done and not was.is_done else How.CHANGED, item, was, fields))
    return [*found, *(Change(How.TAKEN_OUT, item) for item in left)]


def _same(item: PlanItem, among: Sequence[PlanItem]) -> PlanItem | None:
    """The same item before: by its key, else by its need, else by what we will do."""
    for name in ("key", "need", "do"):
        told = getattr(item, name).strip().casefold()
        if found := next((one for one in among if told and getattr(one, name).strip().casefold() == told), None):
            return found
    return None
