"""The people of the dataset as the portal knows them: found or made, their numbers, names and day of birth; doubts put before a worker."""

from collections.abc import Mapping
from datetime import date, datetime

from official_file.importers.report import Problems
from official_file.importers.ssd.matching import PUPIL_NUMBERS, Match
from official_file.importers.ssd.origin import SYSTEM
from official_file.importers.ssd.person import Said
from people.child_names import SaidName, bring_known_as, bring_names
from people.doubting import doubt_match, drop_doubts
from people.models import Child, ChildName, Identifier
from people.written_names import folded

DOUBT = (
    "this may be somebody we know, and it is not certain ({why}). Nothing of this person was imported. "
    'A worker says who it is on the page "Who is this?".'
)
WHY = {
    "born_differs": "the number is that of a young person with another day of birth",
    "born_unknown": "the number is that of a young person, and one of the two has no day of birth",
    "two_children": "the numbers are those of more than one young person",
    "two_people": "the young person with this number is somebody else in the dataset already",
    "same_name": "a young person of the same name was born on the same day",
}
BORN_DIFFERS = "the day of birth is another one than before. It was taken over; look whether it is right."
NUMBER_TAKEN = "a pupil number of this young person is already that of another one. It was not taken over. Ask which is right."
PERSON = "ssd_person"


def doubt(match: Match, problems: Problems, *, now: datetime) -> None:
    """Ask a worker about somebody who may be a child we know."""
    for child in Child.objects.filter(pk__in=match.doubts):
        doubt_match(source=SYSTEM, key=match.said.person, child=child, why=match.doubts[child.pk], now=now)
    why = WHY[next(iter(match.doubts.values()))]
    problems.add("doubtful_match", DOUBT.format(why=why), table=PERSON, row=match.said.line, column="pers_person_id")


def bring_people(matches: Mapping[str, Match], problems: Problems, *, as_of: date, now: datetime) -> set[str]:
    """Store new children, and what the dataset says of all; returns the persons of whom something changed.

    Call inside the transaction that writes their facts. Every match has a child.
    """
    changed = {person for person, match in matches.items() if match.child and _set(match.child, match.said, problems)}
    Child.objects.bulk_create([match.child for match in matches.values() if match.child and match.is_new])
    fields = ["date_of_birth", "died_on", "stage"]
    stored = [match.child for person, match in matches.items() if match.child and not match.is_new and person in changed]
    Child.objects.bulk_update(stored, fields)
    unlinked = [match for match in matches.values() if match.child and not match.is_linked]
    Identifier.objects.bulk_create([Identifier(child=match.child, source=SYSTEM, key=match.said.person) for match in unlinked])
    changed |= {match.said.person for match in unlinked if not match.is_new}
    drop_doubts(source=SYSTEM, keys=list(matches))
    changed |= _add_pupil_numbers(matches, problems)
    for person, match in matches.items():
        if match.child and _bring_names(match.child, match.said, as_of=as_of, now=now):
            changed.add(person)
    return changed


def _set(child: Child, said: Said, problems: Problems) -> bool:
    before = (child.date_of_birth, child.died_on, child.stage)
    if said.born and child.date_of_birth and said.born != child.date_of_birth:
        problems.add("born_differs", BORN_DIFFERS, table=PERSON, row=said.line, column="pers_dob")
    child.date_of_birth = said.born or child.date_of_birth
    child.died_on = said.died_on or child.died_on
    child.stage = said.stage or child.stage
    return (child.date_of_birth, child.died_on, child.stage) != before


def _add_pupil_numbers(matches: Mapping[str, Match], problems: Problems) -> set[str]:
    wanted = {number: match for match in matches.values() for number in match.said.pupil_numbers}
    taken = dict(Identifier.objects.filter(source=PUPIL_NUMBERS, key__in=list(wanted)).values_list("key", "child_id"))
    fresh = []
    for match in matches.values():
        child = match.child
        for number in match.said.pupil_numbers if child else ():
            owner = wanted[number].child
            if taken.get(number, owner.pk if owner else None) != (child.pk if child else None):
                problems.add("pupil_number_taken", NUMBER_TAKEN, table=PERSON, row=match.said.line, column="pers_person_id")
            elif number not in taken:
                fresh.append((number, match))
    Identifier.objects.bulk_create([Identifier(child=match.child, source=PUPIL_NUMBERS, key=number) for number, match in fresh])
    return {match.said.person for _number, match in fresh}


def _bring_names(child: Child, said: Said, *, as_of: date, now: datetime) -> bool:
    """The legal name, and a name to be called by where there is none. A legal name that changed leaves the one before as a former one."""
    called = bring_known_as(child=child, known_as=said.forename, as_of=as_of, now=now) if not child.known_as else False
    if not said.name:
        return called
    rows = list(ChildName.objects.filter(child=child, mistaken=False))
    if any(_is_like(row.name, said.name) for row in rows if row.kind != ChildName.Kind.KNOWN_AS):
        return called
    before = [row for row in rows if row.kind == ChildName.Kind.LEGAL and not row.ends]
    shared = [row for row in before if set(folded(row.name).split()) & set(folded(said.name).split())]
    if before and not shared:
        return bring_names(child=child, said=[SaidName(said.name, ChildName.Kind.ALIAS)]) or called
    new = SaidName(said.name, ChildName.Kind.LEGAL, starts=as_of if before else None)
    former = [SaidName(row.name, ChildName.Kind.FORMER, starts=row.starts, ends=as_of) for row in shared]
    return bring_names(child=child, said=[*former, new]) or called


def _is_like(known: str, said: str) -> bool:
    """The same name, with or without names in the middle."""
    first, other = folded(known).split(), folded(said).split()
    return first == other or bool(len(first) > 1 and len(other) > 1 and (first[0], first[-1]) == (other[0], other[-1]))
