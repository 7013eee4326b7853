"""Which child of ours a person of the dataset is: known already, found by numbers and day of birth, new, or for a worker to say.

The rules, in the order they are asked:
 1. The dataset's own number is known: that child, whatever else it says now.
 2. A worker said who it is ("the same person"): that child. They said "somebody else" of everybody it could be: a new child.
 3. One child has one of the person's numbers (the return's, a legacy number, a pupil number) and the same day of birth: that child.
 4. A child has one of the numbers and another day of birth, or none; or several children do; or the child is already somebody else
    of the dataset; or a child without a number of the dataset has the same name and day of birth: a worker says who it is, and
    until then nothing about the person is imported.
 5. Otherwise: a new child.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from official_file.importers.ssd.origin import SYSTEM
from official_file.importers.ssd.person import Said
from people.models import Child, ChildName, DoubtfulMatch, Identifier
from people.written_names import folded

THE_RETURN, PUPIL_NUMBERS = "ssda903", "upn"
BORN_DIFFERS, BORN_UNKNOWN, TWO_CHILDREN, TWO_PEOPLE, SAME_NAME = (
    "born_differs",
    "born_unknown",
    "two_children",
    "two_people",
    "same_name",
)


@dataclass(slots=True)
class Match:
    """What became of one person. `doubts`: children they may be, each with why that is not certain; then `child` is None."""

    said: Said
    child: Child | None = None
    is_new: bool = False
    is_linked: bool = False
    doubts: dict[UUID, str] = field(default_factory=dict)


def matched(people: Mapping[str, Said]) -> dict[str, Match]:
    """A match for each person, by their number in the dataset. Asks the database a few questions, however many people there are."""
    asked = _Asked(people)
    found: dict[str, Match] = {}
    for person, said in people.items():
        match = found[person] = _match(said, asked)
        if match.child and not match.is_new:
            asked.persons_of[match.child.pk].add(person)
    return found


def _match(said: Said, asked: "_Asked") -> Match:
    known = asked.known.get(said.person)
    if known:
        return Match(said, known, is_linked=True)
    answers = asked.answers.get(said.person, {})
    same = next((pk for pk, answer in answers.items() if answer == DoubtfulMatch.Answer.SAME), None)
    if same:
        return Match(said, asked.children[same])
    by_number, by_name = asked.with_number(said), asked.with_name(said)
    doubts = {pk: why for pk, why in _doubts(said, by_number, by_name, asked).items() if answers.get(pk) != DoubtfulMatch.Answer.NEW}
    if doubts:
        return Match(said, doubts=doubts)
    certain = [child for child in by_number if answers.get(child.pk) != DoubtfulMatch.Answer.NEW]
    return Match(said, certain[0]) if certain else Match(said, Child(id=uuid4()), is_new=True)


def _doubts(said: Said, by_number: list[Child], by_name: list[Child], asked: "_Asked") -> dict[UUID, str]:
    if len(by_number) > 1:
        return dict.fromkeys((child.pk for child in by_number), TWO_CHILDREN)
    found = {}
    for child in by_number:
        if asked.persons_of.get(child.pk, set()) - {said.person}:
            found[child.pk] = TWO_PEOPLE
        elif not said.born or not child.date_of_birth:
            found[child.pk] = BORN_UNKNOWN
        elif said.born != child.date_of_birth:
            found[child.pk] = BORN_DIFFERS
    return found or ({} if by_number else dict.fromkeys((child.pk for child in by_name), SAME_NAME))


class _Asked:
    """What the portal knows about everybody these people could be."""

    def __init__(self, people: Mapping[str, Said]) -> None:
        self.known = {one.key: one.child for one in _identifiers(SYSTEM, list(people))}
        rest = [said for person, said in people.items() if person not in self.known]
        self.by_number: dict[tuple[str, str], Child] = {}
        for source, keys in (
            (THE_RETURN, {number for said in rest for number in said.numbers}),
            (PUPIL_NUMBERS, {number for said in rest for number in said.pupil_numbers}),
        ):
            self.by_number |= {(source, one.key): one.child for one in _identifiers(source, list(keys))}
        self.by_birth: dict[object, list[Child]] = defaultdict(list)
        births = {said.born for said in rest if said.born}
        unlinked = Child.objects.filter(date_of_birth__in=births).exclude(identifiers__source=SYSTEM).prefetch_related("names")
        for child in unlinked if births else ():
            self.by_birth[child.date_of_birth].append(child)
        rows = DoubtfulMatch.objects.filter(source=SYSTEM, key__in=[said.person for said in rest]).select_related("child")
        self.answers: dict[str, dict[UUID, str]] = defaultdict(dict)
        self.children: dict[UUID, Child] = {}
        for row in rows:
            self.answers[row.key][row.child_id] = row.answer
            self.children[row.child_id] = row.child
        self.persons_of: dict[UUID, set[str]] = defaultdict(set)
        candidates = {child.pk for child in self.by_number.values()}
        for pk, key in Identifier.objects.filter(source=SYSTEM, child__in=candidates).values_list("child_id", "key"):
            self.persons_of[pk].add(key)

    def with_number(self, said: Said) -> list[Child]:
        """The children who have one of this person's numbers, each once."""
        keys = [*((THE_RETURN, number) for number in said.numbers), *((PUPIL_NUMBERS, number) for number in said.pupil_numbers)]
        found = {child.pk: child for key in keys if (child := self.by_number.get(key))}
        agreeing = [child for child in found.values() if said.born and child.date_of_birth == said.born]
        return agreeing if len(agreeing) == 1 else list(found.values())

    def with_name(self, said: Said) -> list[Child]:
        """The children without a number of the dataset who were born on the same day and have the same name."""
        name = folded(said.name)
        if not name or not said.born:
            return []
        return [child for child in self.by_birth.get(said.born, []) if name in _names_of(child)]


def _identifiers(source: str, keys: list[str]) -> list[Identifier]:
    found: list[Identifier] = []
    for start in range(0, len(keys), 500):
        found += Identifier.objects.filter(source=source, key__in=keys[start : start + 500]).select_related("child")
    return found


def _names_of(child: Child) -> set[str]:
    names = {folded(row.name) for row in child.names.all() if row.kind != ChildName.Kind.KNOWN_AS and not row.mistaken}
    return names | {" ".join(name.split()[:: len(name.split()) - 1]) for name in names if len(name.split()) > 2}
