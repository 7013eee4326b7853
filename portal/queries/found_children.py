"""A search among children in reach: by their own names and numbers, and by the people of their family."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from official_file.models import Connection
from people.finding import children_found, fit
from people.models import Child, FamilyMember, User
from people.written_names import folded


@dataclass(frozen=True, slots=True)
class FoundChild:
    """One child of the list. `found_by`: the name that was found when it is not what they are called; `family`: others in reach."""

    child: Child
    found_by: str
    family: list[Child]


def found_children(user: User, words: str, at: datetime, *, most: int) -> list[FoundChild]:
    """The first `most` children in reach, best first, each with those of their family whom this member of staff may see as well."""
    relatives = _relatives(user, at) if words.strip() else {}
    children = children_found(user, words, at, also=relatives)[:most]
    families = _families(children, user, at)
    wanted = folded(words).split()
    named = _named([child.pk for child in children], relatives) if wanted else {}
    return [FoundChild(child, _found_by(wanted, child, named.get(child.pk, [])), families.get(child.pk, [])) for child in children]


def _relatives(user: User, at: datetime) -> dict[UUID, list[str]]:
    """The names of the people in private life of each child in reach."""
    mine = Child.objects.visible_to(user, at).order_by().values("pk")
    found: dict[UUID, list[str]] = defaultdict(list)
    for child, names in Connection.objects.filter(child__in=mine, professional=False).values_list("child_id", "names"):
        found[child] += [str(name) for name in names]
    return found


def _families(children: list[Child], user: User, at: datetime) -> dict[UUID, list[Child]]:
    """For each child, the others of their families who are in this user's reach. Nobody else is hinted at."""
    now = FamilyMember.objects.filter(left_on__isnull=True)
    theirs = now.filter(child__in=[child.pk for child in children]).values("family")
    pairs = list(now.filter(family__in=theirs).values_list("family_id", "child_id"))
    mine = {child.pk: child for child in Child.objects.visible_to(user, at).filter(pk__in={child for _family, child in pairs})}
    members: dict[UUID, list[UUID]] = defaultdict(list)
    for family, child in pairs:
        if child in mine:
            members[family].append(child)
    found: dict[UUID, dict[UUID, Child]] = defaultdict(dict)
    for together in members.values():
        for child in together:
            found[child] |= {other: mine[other] for other in together if other != child}
    return {child: sorted(others.values(), key=str) for child, others in found.items()}


def _named(children: list[UUID], relatives: dict[UUID, list[str]]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = Child.objects.filter(pk__in=children, names__isnull=False).values_list("pk", "names__name").order_by("names__starts")
    for child, name in rows:
        found[child].append(name)
    for child in children:
        found[child] += relatives.get(child, [])
    return found


def _found_by(wanted: list[str], child: Child, names: list[str]) -> str:
    """The name that fits best, when what they are called does not fit as well; "" for no words."""
    best = max(names, key=lambda name: fit(wanted, [folded(name)]), default="")
    if not wanted or not best or fit(wanted, [folded(best)]) <= fit(wanted, [folded(child.known_as)]):
        return ""
    return best
