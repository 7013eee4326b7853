"""The people of case notes: who the young person is, the names they have had, and who is mentioned in what was written.

Nobody is named as family until a worker confirms that the young person knows of them; whoever changes needs confirming again.
"""

from datetime import date
from typing import Any
from uuid import uuid4

from official_file.importers.network import SaidConnection, bring_connections
from official_file.importers.notes.entries import SYSTEM
from people.models import Child, ChildName, Identifier

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


def bring_up_to_date(child: Child, said: dict[str, Any], *, as_of: date) -> bool:
    """Set what a person's line says: names, day of birth, words about them, connections. True when something changed.

    What the line leaves empty stays as it is: nobody was asked.
    """
    given = {
        "known_as": said["known_as"],
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
    names = _set_names(child, said["names"])
    connections = bring_connections(child=child, source=SYSTEM, said=_said(said.get("connections", [])), as_of=as_of)
    return bool(changed) or names or connections


def _set_names(child: Child, given: list[dict[str, Any]]) -> bool:
    """Add and correct names. A name that now has another kind (a legal name that became a former one) moves; none is deleted."""
    stored = {(one.name, one.kind): one for one in ChildName.objects.filter(child=child)}
    wanted = {(one["name"], one["kind"]) for one in given}
    changed = False
    for one in given:
        known = stored.pop((one["name"], one["kind"]), None)
        moved = next((pair for pair in stored if pair[0] == one["name"] and pair not in wanted), None)
        name = known or (stored.pop(moved) if moved else ChildName(child=child))
        fresh = (one["name"], one["kind"], _day(one.get("from")), _day(one.get("to")))
        if (name.name, name.kind, name.starts, name.ends) != fresh or name._state.adding:
            name.name, name.kind, name.starts, name.ends = fresh
            name.save()
            changed = True
    return changed


def _said(given: list[dict[str, Any]]) -> list[SaidConnection]:
    return [SaidConnection(one["key"], tuple(one["names"]), one["relation"], one["professional"]) for one in given]


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
