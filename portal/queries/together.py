"""Brothers and sisters to write about together, and what will stand in each child's file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from official_file.together import Together, named_beside
from people.families import brothers_and_sisters_of
from people.models import Child, User


@dataclass(frozen=True, slots=True)
class Choice:
    """A child who may be written about as well."""

    child: Child
    family: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What will stand in one child's file, and which of the other children it names."""

    child: Child
    text: str
    names: list[Child]


def choices(child: Child, user: User, at: datetime) -> list[Choice]:
    """The children this worker decides for, those of the same family first."""
    family = brothers_and_sisters_of(child)
    others = Child.objects.worked_with_by(user, at).exclude(pk=child.pk).order_by("known_as", "pk").distinct()
    return sorted((Choice(other, other.pk in family) for other in others), key=lambda one: not one.family)


def chosen(child: Child, ids: Sequence[str], user: User, at: datetime) -> list[Child]:
    """The children of these ids whom this worker decides for, this child first. Ids that are none of theirs are passed over."""
    wanted = {UUID(one) for one in ids if _is_id(one)}
    return [child, *(one.child for one in choices(child, user, at) if one.child.pk in wanted)]


def parts(children: list[Child], said: Together) -> list[Part]:
    """Each child's view."""
    return [Part(child, said.text_for(child), named_beside(said, child, children)) for child in children]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
