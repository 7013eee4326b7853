"""Looking for somebody: the people a young person knows of, by name, by what they call them, and by any word for who they are.

A worker has confirmed each of them (people_i_know), so nobody is found here who is not on the page of their people already.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from official_file.models import Connection
from official_file.plain_language.relations import same_relation
from official_file.search.asking import Asked
from official_file.search.words import Piece, marked
from people.models import Child
from portal.queries.found import Question
from portal.queries.people_around import known_to_them
from portal.queries.relation_words import added_words, relation_words

SECTIONS = ("", "family")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody who was found: their name and who they are in pieces, and their place among My people."""

    url: str
    name: list[Piece]
    role: list[Piece]


@dataclass(frozen=True, slots=True)
class Searchable:
    """Somebody with every word by which they may be looked for."""

    row: Connection
    role: str
    words: str


def people_to_search(child: Child, question: Question) -> list[Searchable]:
    """Those whom the question may be about: nobody when it asks for some years, or for another part."""
    if question.since or question.until or question.section not in SECTIONS:
        return []
    added = added_words()
    rows = [(row, relation_words(row, added)) for row in known_to_them(child)]
    return [Searchable(row, role, " ".join([*map(str, row.names), role, *same_relation(row.relation)])) for row, role in rows]


def people_found(people: Sequence[Searchable], asked: Asked) -> list[FoundPerson]:
    """Those who are an answer, by name."""
    place = reverse("portal:my_people")
    found = [one for one in people if asked.holds(one.words)]
    return [
        FoundPerson(f"{place}#p-{one.row.pk}", marked(str(one.row.names[0]), asked.wanted), marked(one.role, asked.wanted))
        for one in sorted(found, key=lambda one: str(one.row.names[0]).casefold())
    ]
