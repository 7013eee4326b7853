"""Mothers, families and workers of the dataset -> who is in a child's life. Nobody is shown to anybody by it: a worker confirms first.

The dataset says only who belongs to which family. Two children of one mother are told as brother or sister; of anybody else no more
is said than that they belong to the family. Whom another source names already is not named a second time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from official_file.importers.network import SaidConnection, bring_connections
from official_file.importers.ssd.cells import is_blank
from official_file.importers.ssd.exported import RawRow
from official_file.importers.ssd.origin import SYSTEM, Worker
from official_file.importers.ssd.rows import Row, cell_of
from official_file.importers.ssd.staging import Staged
from official_file.importers.ssd.tables_of_people import FAMILY, MOTHER, PERSON
from official_file.models import Connection
from people.families import NO_FAMILY, bring_families
from people.models import Child, Identifier
from people.written_names import folded

MUM = "your mum"
SIBLINGS = {"M": "your brother", "F": "your sister", "1": "your brother", "2": "your sister"}
BROTHER_OR_SISTER, OWN_CHILD, IN_THE_FAMILY = "your brother or sister", "your child", "somebody in your family"
WORKS_WITH_YOU = "somebody who works with you"
YOUR = {"social worker": "your social worker", "personal adviser": "your personal adviser"}


@dataclass(slots=True)
class Network:
    """Who belongs to whom in the whole dataset: a few short strings for each person."""

    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    families: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    mothers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    children: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def relation(self, person: str, other: str) -> str:
        """What `other` is to `person`, as far as the dataset tells."""
        if other in self.mothers.get(person, ()):
            return MUM
        if other in self.children.get(person, ()):
            return OWN_CHILD
        if self.mothers.get(person, set()) & self.mothers.get(other, set()):
            return SIBLINGS.get(self.names.get(other, ("", ""))[1], BROTHER_OR_SISTER)
        return IN_THE_FAMILY

    def around(self, person: str) -> set[str]:
        """Mother, children, and everybody of the same families."""
        of_families = {other for family in self.families.get(person, ()) for other in self.members[family]}
        return (self.mothers.get(person, set()) | self.children.get(person, set()) | of_families) - {person}


def network_of(staged: Staged) -> Network:
    """Read who belongs to whom."""
    found = Network()
    for person, raw in staged.all_of(PERSON):
        if person:
            found.names[person] = (_name(raw), _plain(raw, "sex")[:1].upper())
    for person, raw in staged.all_of(FAMILY):
        family = cell_of(raw, FAMILY, "family_id")
        if person and family:
            found.families[person].add(family)
            found.members[family].add(person)
    for mother, raw in staged.all_of(MOTHER):
        child = cell_of(raw, MOTHER, "childs_person_id")
        if mother and child and mother != child:
            found.mothers[child].add(mother)
            found.children[mother].add(child)
    return found


def bring_network(
    children: Mapping[str, Child], workers: Mapping[str, Sequence[tuple[Row, Worker]]], network: Network, *, whole: bool, as_of: date
) -> set[UUID]:
    """Set families and connections of these children, by their number in the dataset. Returns the ids of those it changed.

    `whole`: every table that tells of people could be read, so whoever is not named any more has ended.
    """
    changed: set[UUID] = set()
    if whole:
        members: dict[str, set[UUID]] = defaultdict(set)
        for person, child in children.items():
            for family in network.families.get(person) or (NO_FAMILY,):
                members[family].add(child.pk)
        changed |= bring_families(source=SYSTEM, members=members, as_of=as_of)
    others = {other for person in children for other in network.around(person)}
    records, told = _records(others), _told_already(children.values())
    for person, child in children.items():
        said = [*_family(person, network, records), *_workers(workers.get(person, ()))]
        said = [one for one in said if not {folded(name) for name in one.names} & told[child.pk]]
        if bring_connections(child=child, source=SYSTEM, said=said, as_of=as_of, whole=whole):
            changed.add(child.pk)
    return changed


def _told_already(children: Iterable[Child]) -> dict[UUID, set[str]]:
    """Names, folded, of whom another source tells in this child's life: in its own words, which say more than the dataset can."""
    found: dict[UUID, set[str]] = defaultdict(set)
    others = Connection.objects.filter(child__in=list(children)).exclude(source=SYSTEM)
    for child, names in others.values_list("child_id", "names"):
        found[child] |= {folded(name) for name in names}
    return found


def _family(person: str, network: Network, records: Mapping[str, UUID]) -> list[SaidConnection]:
    found = []
    for other in sorted(network.around(person)):
        name = network.names.get(other, ("", ""))[0]
        if name:
            found.append(SaidConnection(f"person/{other}", (name,), network.relation(person, other), other_child=records.get(other)))
    return found


def _workers(worked: Sequence[tuple[Row, Worker]]) -> list[SaidConnection]:
    """Workers by name, once each, from their first day to their last."""
    times: dict[str, list[tuple[date | None, date | None]]] = defaultdict(list)
    who: dict[str, tuple[str, str]] = {}
    for row, worker in worked:
        if worker.name:
            key = row.text("professional_id")
            times[key].append((row.day("involvement_start_date"), row.day("involvement_end_date")))
            who[key] = (worker.name, YOUR.get(worker.role, WORKS_WITH_YOU))
    found = []
    for key, (name, relation) in sorted(who.items()):
        starts, ends = [start for start, _end in times[key]], [end for _start, end in times[key]]
        first = min((start for start in starts if start), default=None)
        last = max(end for end in ends if end) if all(ends) else None
        found.append(SaidConnection(f"professional/{key}", (name,), relation, professional=True, starts=first, ends=last))
    return found


def _records(persons: set[str]) -> dict[str, UUID]:
    wanted, found = sorted(persons), {}
    for start in range(0, len(wanted), 500):
        some = Identifier.objects.filter(source=SYSTEM, key__in=wanted[start : start + 500])
        found.update(dict(some.values_list("key", "child_id")))
    return found


def _name(raw: RawRow) -> str:
    return " ".join(part for part in (_plain(raw, "forename"), _plain(raw, "surname")) if part)


def _plain(raw: RawRow, name: str) -> str:
    cell = raw.cells[PERSON.position(name)]
    return "" if is_blank(cell) else " ".join(cell.split())[:150]
