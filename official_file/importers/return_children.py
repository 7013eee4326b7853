"""The children of a return as the portal knows them: found by the council's number, or made; their day of birth, stage, pupil number.

A return carries no names. A child it brings in has none until the people of the case notes, or a worker, give it one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from official_file.importers.report import Problems
from official_file.importers.returns.person import Person, person
from official_file.importers.returns.rows import Row
from official_file.importers.returns.sources import SYSTEM
from official_file.importers.returns.tables import EPISODES, HEADER
from people.models import Child, Identifier

PUPIL_NUMBERS = "upn"
SET_BY_A_RETURN = ("date_of_birth", "stage", "died_on")


@dataclass(slots=True)
class Found:
    """A child of this batch: made just now, or changed by what the return says."""

    child: Child
    is_new: bool = False
    is_changed: bool = False


def found_or_made(numbers: Iterable[str]) -> dict[str, Found]:
    """The children with these numbers; those nobody knows yet are made, and stored by `bring_up_to_date`."""
    wanted = list(numbers)
    known = Identifier.objects.filter(source=SYSTEM, key__in=wanted).select_related("child")
    found = {identifier.key: Found(identifier.child) for identifier in known}
    return {number: found.get(number) or Found(Child(id=uuid4()), is_new=True) for number in wanted}


def bring_up_to_date(found: Mapping[str, Found], rows: Mapping[str, list[Row]], problems: Problems, *, older: Collection[str] = ()) -> None:
    """Store new children, and what the return says of all. Call inside the transaction that writes their facts.

    `older`: the numbers of children about whom a newer return was read before; this one does not change who they are now.
    """
    said = {number: person(rows[number]) for number in found}
    for number, one in found.items():
        one.is_changed = number not in older and _set(one.child, said[number], rows[number], problems)
    made = {number: one for number, one in found.items() if one.is_new}
    Child.objects.bulk_create([one.child for one in made.values()])
    Identifier.objects.bulk_create([Identifier(child=one.child, source=SYSTEM, key=number) for number, one in made.items()])
    Child.objects.bulk_update([one.child for one in found.values() if one.is_changed and not one.is_new], SET_BY_A_RETURN)
    _add_pupil_numbers(found, said, rows, problems)


def _set(child: Child, said: Person, rows: list[Row], problems: Problems) -> bool:
    before = [getattr(child, name) for name in SET_BY_A_RETURN]
    child.date_of_birth = said.born or child.date_of_birth
    child.stage = said.stage or child.stage
    if said.died_on:
        child.died_on = said.died_on
    elif child.died_on and said.alive_on and said.alive_on >= child.died_on:
        child.died_on = None
        what = "an earlier return said that this young person died, and this one shows them alive. Ask the team."
        row = next(row for row in rows if row.table == EPISODES.name)
        problems.add("life_after_death", what, table=row.table, row=row.line, column="DEC", file=row.file)
    return [getattr(child, name) for name in SET_BY_A_RETURN] != before


def _add_pupil_numbers(found: Mapping[str, Found], said: Mapping[str, Person], rows: Mapping[str, list[Row]], problems: Problems) -> None:
    wanted = {one.pupil_number: number for number, one in said.items() if one.pupil_number}
    taken = {one.key: one.child_id for one in Identifier.objects.filter(source=PUPIL_NUMBERS, key__in=list(wanted))}
    for number, one in said.items():
        child = found[number].child
        owner = taken.get(one.pupil_number, found[wanted[one.pupil_number]].child.pk) if one.pupil_number else child.pk
        if owner != child.pk:
            row = next(row for row in rows[number] if row.text("UPN"))
            what = "this pupil number is already that of another young person. It was not taken over. Ask which is right."
            problems.add("pupil_number_taken", what, table=HEADER.name, row=row.line, column="UPN", file=row.file)
    fresh = {key: number for key, number in wanted.items() if key not in taken}
    Identifier.objects.bulk_create([Identifier(child=found[number].child, source=PUPIL_NUMBERS, key=key) for key, number in fresh.items()])
    for number in fresh.values():
        found[number].is_changed = True
