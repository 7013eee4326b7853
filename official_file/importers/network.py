"""The people in a child's life as a source names them: brought in here by every importer, and shown to nobody by it.

What a worker confirmed ("they know of this person") holds for the person they confirmed: when the source gives another name or
another relation, they are asked again. A new date, or the day on which the source last said the same, asks nobody anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from official_file.models import Connection
from people.models import Child
from people.written_names import folded


@dataclass(frozen=True, slots=True)
class SaidConnection:
    """What a source says about one person. `key` is the source's own; `relation` its words; `other_child` their own record here."""

    key: str
    names: tuple[str, ...]
    relation: str = ""
    professional: bool = False
    other_child: UUID | None = None
    starts: date | None = None
    ends: date | None = None


def bring_connections(*, child: Child, source: str, said: Sequence[SaidConnection], as_of: date, whole: bool = False) -> bool:
    """Add and correct who a source says is in this child's life. True when something changed but the day it was said.

    `whole`: `said` is everybody this source knows of; whoever it no longer names has ended on `as_of`, and stays. An export
    older than the one that was read changes nothing. Call inside the transaction that writes the child's facts.
    """
    stored = {one.key: one for one in Connection.objects.filter(child=child, source=source)}
    changed = False
    for one in said:
        connection = stored.pop(one.key, None) or Connection(child=child, source=source, key=one.key)
        if connection.as_of and connection.as_of > as_of:
            continue
        changed |= _set(connection, one, as_of)
    for gone in stored.values() if whole else ():
        if gone.ends is None and (gone.as_of is None or gone.as_of <= as_of):
            gone.ends = as_of
            gone.save(update_fields=["ends"])
            changed = True
    return changed


def is_somebody_else(connection: Connection, said: SaidConnection) -> bool:
    """Whether what a worker confirmed no longer holds: another name, relation or record, or no longer only in their job.

    Another spelling of capitals or accents, fewer names, a relation that the source stopped giving, and that they now have a
    record here as well, are no news to anybody.
    """
    known = {folded(name) for name in connection.names}
    return bool(
        {folded(name) for name in said.names} - known
        or (said.relation and folded(said.relation) != folded(connection.relation))
        or (said.other_child and connection.other_child_id and said.other_child != connection.other_child_id)
        or (connection.professional and not said.professional)
    )


def _set(connection: Connection, said: SaidConnection, as_of: date) -> bool:
    is_new = connection._state.adding
    before = _facts(connection)
    if not is_new and is_somebody_else(connection, said):
        connection.known_confirmed_by = connection.known_confirmed_at = None
    connection.names, connection.relation, connection.professional = list(said.names), said.relation, said.professional
    connection.other_child_id = said.other_child if said.other_child != connection.child_id else None
    connection.starts, connection.ends = said.starts, said.ends
    changed = is_new or _facts(connection) != before
    if changed or connection.as_of != as_of:
        connection.as_of = as_of
        connection.save()
    return changed


def _facts(connection: Connection) -> tuple[Any, ...]:
    one = connection
    return (list(one.names), one.relation, one.professional, one.other_child_id, one.starts, one.ends)
