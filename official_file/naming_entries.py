"""Which entries name somebody: for a worker who decides whether the young person knows of them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from official_file.models import Connection, EntryNow
from people.written_names import has_person, without_accents


def entries_naming(rows: Iterable[EntryNow], people: Sequence[Connection]) -> dict[UUID, list[EntryNow]]:
    """For each person, those of these entries that name them, in their order. Each text is read once."""
    found: dict[UUID, list[EntryNow]] = {person.pk: [] for person in people}
    names = {person.pk: [without_accents(str(name)).split() for name in person.names] for person in people}
    for row in rows:
        body = row.entry.body
        if not body:
            continue
        text = without_accents(_words(body, row))
        for person in people if text.strip() else ():
            if any(has_person(text, name) for name in names[person.pk]):
                found[person.pk].append(row)
    return found


def _words(body: dict[str, object], row: EntryNow) -> str:
    facts = body.get("facts")
    told = [facts.get("title"), facts.get("summary")] if isinstance(facts, dict) else []
    versions = [version.text for version in row.entry.plain_versions.all()]
    return " ".join(str(one) for one in (body.get("text"), *told, *versions) if one)
