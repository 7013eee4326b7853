"""Families as a source speaks of them. A family is a list of whose records hang together; it holds no fact about anybody.

Who leaves one keeps every entry, every person and every word of their record: only the tie ends, and the day is kept.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from people.models import Child, Family, FamilyMember

NO_FAMILY = ""  # the key under which a source names children who are in none


def bring_families(*, source: str, members: Mapping[str, Collection[UUID]], as_of: date) -> set[UUID]:
    """Set which children this source has in which of its families. Returns the ids of the children for whom that changed.

    Only children who are named are looked at: one who is left out of an export stays where they were. A child who is named in
    other families, or under NO_FAMILY, has left those of before on `as_of`. An export older than the one that was read changes
    nothing. Call inside the transaction that writes their facts.
    """
    said: dict[UUID, set[str]] = defaultdict(set)
    for key, children in members.items():
        for child in children:
            said[child] |= {key} - {NO_FAMILY}
    families = _families(source, {key for keys in said.values() for key in keys})
    stored = _stored(source, said)
    changed = set()
    for child, keys in said.items():
        rows = {row.family.key: row for row in stored.get(child, [])}
        newest = max((row.as_of for row in rows.values() if row.as_of), default=None)
        if newest is None or newest <= as_of:
            changed |= {child} if _set(child, keys, rows, families, as_of) else set()
    return changed


def brothers_and_sisters_of(child: Child) -> set[UUID]:
    """Ids of the children who are now in a family of this child. A tie of records: not a word to anybody about who they are."""
    mine = FamilyMember.objects.filter(child=child, left_on__isnull=True).values("family")
    others = FamilyMember.objects.filter(family__in=mine, left_on__isnull=True).exclude(child=child)
    return set(others.values_list("child_id", flat=True))


def _families(source: str, keys: set[str]) -> dict[str, Family]:
    known = {family.key: family for family in Family.objects.filter(source=source, key__in=keys)}
    made = [Family(source=source, key=key) for key in sorted(keys - known.keys())]
    Family.objects.bulk_create(made)
    return known | {family.key: family for family in made}


def _stored(source: str, children: Collection[UUID]) -> dict[UUID, list[FamilyMember]]:
    found: dict[UUID, list[FamilyMember]] = defaultdict(list)
    for row in FamilyMember.objects.filter(family__source=source, child_id__in=list(children)).select_related("family"):
        found[row.child_id].append(row)
    return found


def _set(child: UUID, keys: set[str], rows: Mapping[str, FamilyMember], families: Mapping[str, Family], as_of: date) -> bool:
    """Write the ties of one child. True when one began, ended or began again."""
    changed = False
    for key in sorted(keys | rows.keys()):
        row = rows.get(key) or FamilyMember(family=families[key], child_id=child)
        before = (row._state.adding, row.left_on is not None)
        row.left_on = None if key in keys else row.left_on or as_of
        row.as_of = as_of if key in keys else row.as_of
        row.save()
        changed |= before != (False, row.left_on is not None)
    return changed
