"""Finding children by what staff know of them: any name they ever had, or a number of one of the council's systems.

Capitals, accents, apostrophes and forms of a letter do not matter, and a slip of the keyboard is forgiven: what is exactly so
comes first, then what is nearly so. Whoever is searched for is in reach already; nobody else is compared.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from rapidfuzz.distance import OSA

from people.models import Child, ChildName, Identifier, User
from people.written_names import folded

Fits = dict[tuple[str, str], int]  # (word, part of a name): how well it fits

EXACT, BEGINS, INSIDE, NEARLY = 4, 3, 2, 1  # how well one word fits
SLIPS = ((8, 2), (4, 1))  # (letters from which on, how many slips are forgiven); numbers are never nearly right


def children_found(user: User, words: str, at: datetime, *, also: dict[UUID, list[str]] | None = None) -> list[Child]:
    """Children in reach by any name they ever had, or by a number, best first; all of them for no words.

    `also`: further names to find a child by, as those of their family.
    """
    rows = Child.objects.visible_to(user, at).order_by("known_as", "made_at")
    wanted = folded(words).split()
    if not wanted:
        return [] if words.strip() else list(rows)
    children = list(rows)
    names = _names_of(rows)
    for child, more in (also or {}).items():
        names[child] += [folded(name) for name in more]
    seen: Fits = {}
    fits = {child.pk: fit(wanted, [*names[child.pk], folded(child.known_as)], seen) for child in children}
    return sorted((child for child in children if fits[child.pk]), key=lambda child: -fits[child.pk])


def fit(wanted: list[str], names: Iterable[str], seen: Fits | None = None) -> int:
    """How well the words fit these names (all folded): 0 when a word is in none of them, more for what is more alike.

    `seen` remembers what was compared, for a search among many.
    """
    seen = {} if seen is None else seen
    told = {part for name in names for part in name.split()}
    for pair in ((word, part) for word in wanted for part in told):
        if pair not in seen:
            seen[pair] = _fits(*pair)
    found = [max((seen[word, part] for part in told), default=0) for word in wanted]
    return sum(found) if found and all(found) else 0


def children_exactly(words: str) -> QuerySet[Child]:
    """Children anywhere, by a whole number or a whole name they have or had. Parts of names find nothing."""
    words = " ".join(words.split())
    if not words:
        return Child.objects.none()
    found: QuerySet[Child] = Child.objects.filter(pk__in=Child.objects.filter(_named(words)).values("pk"))
    return found if found.exists() else Child.objects.filter(pk__in=_spelt_otherwise(folded(words)))


def _spelt_otherwise(whole: str) -> set[UUID]:
    """Children anywhere with this whole name in another spelling of accents and signs; asked only when nobody has it as typed."""
    called = Child.objects.order_by().values_list("pk", "known_as")
    named = ChildName.objects.order_by().values_list("child_id", "name")
    return {child for rows in (called, named) for child, name in rows.iterator() if whole and folded(name) == whole}


def _names_of(rows: QuerySet[Any]) -> defaultdict[UUID, list[str]]:
    """Every name and number of these children, folded; also names that were never theirs, by which somebody may look."""
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    ids = rows.order_by().values("pk")
    for child, name in ChildName.objects.filter(child__in=ids).values_list("child_id", "name").order_by():
        found[child].append(folded(name))
    for child, key in Identifier.objects.filter(child__in=ids).values_list("child_id", "key").order_by():
        found[child].append(folded(key))
    return found


def _fits(word: str, part: str) -> int:
    if word == part:
        return EXACT
    if not word.isdigit():
        if part.startswith(word):
            return BEGINS
        if word in part:
            return INSIDE
        slips = next((slips for letters, slips in SLIPS if len(word) >= letters), 0)
        if slips and OSA.distance(word, part, score_cutoff=slips) <= slips:
            return NEARLY
    return 0


def _named(words: str) -> Q:
    return Q(known_as__iexact=words) | Q(names__name__iexact=words) | Q(identifiers__key__iexact=words)


def child_by_reference(ref: str) -> Child | None:
    """The child with this number in any of the council's systems, or this id of ours; for commands. None when there is none, or two."""
    found = list(Child.objects.filter(identifiers__key=ref).distinct()[:2])
    if not found and len(ref.replace("-", "")) == 32:
        try:
            found = list(Child.objects.filter(pk=UUID(ref)))
        except ValueError:
            return None
    return found[0] if len(found) == 1 else None
