"""The people of case notes: who the young person is, the names they have had, and who is mentioned in what was written.

Nobody is named as family until a worker confirms that the young person knows of them; whoever changes needs confirming again.
"""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from law.working_time import london_day
from official_file.importers.network import SaidConnection, bring_connections
from official_file.importers.notes.entries import SYSTEM
from people.child_names import SaidName, bring_known_as, bring_names
from people.models import Child, Identifier

NUMBERS = "ssda903"  # the return and the notes know a young person by the same number


def children_by_number(numbers: set[str]) -> dict[str, Child]:
    """The young people with these numbers, as far as the portal knows them."""
    found = Identifier.objects.filter(source=NUMBERS, key__in=numbers).select_related("child")
    return {identifier.key: identifier.child for identifier in found}


def add_child(number: str) -> Child:
    """A young person whom no return has brought in: a care leaver from before there were any, most often."""
    child = Child.objects.create(id=uuid4())
    Identifier.objects.create(child=child, source=NUMBERS, key=number)
    return child


def bring_up_to_date(child: Child, said: dict[str, Any], *, now: datetime) -> bool:
    """Set what a person's line says: names, day of birth, words about them, connections. True when something changed.

    What the line leaves empty stays as it is: nobody was asked.
    """
    given = {
        "date_of_birth": date.fromisoformat(said["date_of_birth"]),
        "pronouns": said.get("pronouns", ""),
        "first_language": said.get("first_language", ""),
        "stage": said["stage"],
    }
    changed = [name for name, value in given.items() if value and getattr(child, name) != value]
    for name in changed:
        setattr(child, name, given[name])
    if changed:
        child.save(update_fields=changed)
    called = bring_known_as(child=child, known_as=said["known_as"], as_of=london_day(now), now=now)
    names = bring_names(child=child, said=_names(said["names"]))
    connections = bring_connections(child=child, source=SYSTEM, said=_said(said.get("connections", [])), as_of=london_day(now))
    return bool(changed) or called or names or connections


def _names(given: list[dict[str, Any]]) -> list[SaidName]:
    return [SaidName(one["name"], one["kind"], _day(one.get("from")), _day(one.get("to"))) for one in given]


def _said(given: list[dict[str, Any]]) -> list[SaidConnection]:
    return [SaidConnection(one["key"], tuple(one["names"]), one["relation"], one["professional"]) for one in given]


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
