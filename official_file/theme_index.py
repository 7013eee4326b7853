"""The themes of entries as they stand, kept beside EntryNow so that queries can ask for them: by rule, and as workers said."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from audit.insert import insert_rows
from official_file.models import Entry, EntryThemes, NowTheme
from official_file.themes import Known, by_rule, in_order

Rows = list[tuple[UUID, str]]


def known_of(body: dict[str, object]) -> Known:
    """What is known by rule of an entry with this body. A destroyed one carries nothing, and nobody is sure of it."""
    if not body:
        return Known(frozenset(), sure=False)
    facts = body["facts"] if isinstance(body["facts"], dict) else {}
    return by_rule(str(body["kind"]), facts, str(body["text"]), str(body["restricted"]))


def said_of(entries: Sequence[Entry]) -> dict[UUID, list[str]]:
    """What a worker said last of each of these entries that anybody said something of."""
    rows = EntryThemes.objects.filter(entry__in=entries).order_by("at").values_list("entry_id", "themes")
    return {entry_id: in_order(themes) for entry_id, themes in rows}


def themes_of(entry: Entry, said: dict[UUID, list[str]]) -> list[str]:
    """Its themes by rule and as a worker said, in the order of the table."""
    return in_order(known_of(entry.body).themes | set(said.get(entry.pk, ())))


def keep_themes(entries: Sequence[Entry], said: dict[UUID, list[str]]) -> None:
    """Make the rows of these entries again, writing only where they differ. Call inside a transaction."""
    stands = NowTheme.objects.filter(entry_now__in=[entry.pk for entry in entries])
    there = {(entry, theme): pk for pk, entry, theme in stands.values_list("pk", "entry_now_id", "theme")}
    wanted = {(entry.pk, theme) for entry in entries for theme in themes_of(entry, said)}
    if gone := [pk for row, pk in there.items() if row not in wanted]:
        NowTheme.objects.filter(pk__in=gone).delete()
    store_themes(row for row in sorted(wanted) if row not in there)


def store_themes(rows: Iterable[tuple[UUID, str]]) -> None:
    """Add rows of the index, few statements however many there are."""
    insert_rows(NowTheme, ("entry_now_id", "theme"), rows)
