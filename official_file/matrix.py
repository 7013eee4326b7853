"""Everything a council may hold on a looked-after child, by the DfE's matrix of 28 categories, and where it stands here. Pure.

    section_of(1444)                     ->   "helpers": the date of a visit
    category_of(1444).filled_by(1444)    ->   {"visit_held"}

matrix.json is our own copy: each category with its items (by their numbers), the section it stands in and why, the items that
belong elsewhere, those that the imports fill as facts, and the kinds of writing in which the rest is told. A test holds it
against the published list. "names", "connections" and the like are what is kept about a person and makes no entry;
"service:gp" is one service of those around them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("matrix.json")
OF_THE_PERSON = frozenset({"names", "date_of_birth", "first_language", "numbers", "connections"})


@dataclass(frozen=True, slots=True)
class Category:
    """One of the 28. `told_in`: kinds whose text tells what no fact holds."""

    name: str
    first: int
    last: int
    count: int
    section: str
    why: str
    elsewhere: Mapping[int, str]
    filled: Mapping[int, frozenset[str]]
    told_in: tuple[str, ...]

    def section_of(self, item: int) -> str:
        """The section in which one of its items stands."""
        return self.elsewhere.get(item, self.section)

    def filled_by(self, item: int) -> frozenset[str]:
        """The kinds (or what is kept about a person) by which imports fill this item; none for most."""
        return self.filled.get(item, frozenset())

    @property
    def kinds(self) -> frozenset[str]:
        """Everything that fills an item of it."""
        return frozenset(kind for kinds in self.filled.values() for kind in kinds)


@cache
def categories() -> tuple[Category, ...]:
    """All of them, in the order of the list."""
    return tuple(_category(row) for row in json.loads(DATA.read_text(encoding="utf-8")))


def category_of(item: int) -> Category:
    """The category of an item. Raises KeyError for a number that is none."""
    for category in categories():
        if category.first <= item <= category.last:
            return category
    raise KeyError(item)


def section_of(item: int) -> str:
    """The section in which an item of the matrix stands. Raises KeyError."""
    return category_of(item).section_of(item)


def _category(row: Mapping[str, Any]) -> Category:
    first, last = (int(number) for number in row["items"].split("-"))
    by_item: dict[int, set[str]] = {}
    for kind, items in row["filled"].items():
        for item in _numbers(items):
            by_item.setdefault(item, set()).add(kind)
    return Category(
        name=row["category"],
        first=first,
        last=last,
        count=row["count"],
        section=row["section"],
        why=row["why"],
        elsewhere={item: section for section, items in row["elsewhere"].items() for item in _numbers(items)},
        filled={item: frozenset(kinds) for item, kinds in by_item.items()},
        told_in=tuple(row["told_in"]),
    )


def _numbers(items: str) -> Iterator[int]:
    for part in items.split(","):
        first, _dash, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)
