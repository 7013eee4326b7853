"""Which of the 28 categories of the DfE's matrix this council's imports fill: for one young person, and for everybody together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext

from official_file.kinds import KINDS
from official_file.matrix import Category, categories
from official_file.models import Connection, EntryNow
from official_file.models.now import EntryNowQuerySet
from official_file.plain_language.twelve_services import BY_KEY
from official_file.queries import entries_for
from people.models import Child, ChildName, Identifier, User
from portal.queries.sections import BY_SLUG

SERVICE = "service:"


@dataclass(frozen=True, slots=True)
class Held:
    """One category: how many of its items an import can fill, and what there is. `told`: writing in which the rest may be told."""

    name: str
    section: str
    why: str
    items: int
    can_fill: int
    facts: int
    told: int
    by: list[str]
    elsewhere: list[str]

    @property
    def filled(self) -> bool:
        """Whether there is any fact of it."""
        return self.facts > 0

    @property
    def only_told(self) -> bool:
        """Whether there is only writing of its kind."""
        return self.facts == 0 and self.told > 0


def recorded_about(user: User, child: Child, at: datetime) -> list[Held]:
    """What there is about one young person, as far as this member of staff may see it."""
    rows = entries_for(user, child, at).order_by()
    counts = Counter(rows.values_list("kind", flat=True)) + Counter({key: there.count() for key, there in _services(rows)})
    counts.update(
        {
            "names": ChildName.objects.filter(child=child, mistaken=False).count() + bool(child.known_as),
            "date_of_birth": int(child.date_of_birth is not None),
            "first_language": int(bool(child.first_language)),
            "numbers": Identifier.objects.filter(child=child).count(),
            "connections": Connection.objects.filter(child=child).count(),
        }
    )
    return [_held(category, counts) for category in categories()]


def recorded_about_everybody() -> list[Held]:
    """For each category, of how many young people there is anything: numbers only, of the whole installation."""
    current = EntryNow.objects.current().order_by()
    counts = Counter(dict(current.values_list("kind").annotate(children=Count("child", distinct=True))))
    counts.update({key: there.values("child").distinct().count() for key, there in _services(current)})
    people = Child.objects.order_by()
    counts.update(
        {
            "names": people.exclude(known_as="").count(),
            "date_of_birth": people.filter(date_of_birth__isnull=False).count(),
            "first_language": people.exclude(first_language="").count(),
            "numbers": people.filter(identifiers__isnull=False).distinct().count(),
            "connections": people.filter(connections__isnull=False).distinct().count(),
        }
    )
    return [_held(category, counts, most=True) for category in categories()]


def children_in_all() -> int:
    """How many young people there are."""
    return Child.objects.count()


def _services(rows: EntryNowQuerySet) -> Iterator[tuple[str, EntryNowQuerySet]]:
    """For each of the services that fill an item, the entries that record one."""
    for kind in sorted({kind for category in categories() for kind in category.kinds if kind.startswith(SERVICE)}):
        named = f'"service":"{kind.removeprefix(SERVICE)}"'
        there = rows.filter(kind="service", entry__payload__body__contains=named)
        yield kind, there.filter(entry__payload__body__contains='"status":"recorded"')


def _held(category: Category, counts: Mapping[str, int], *, most: bool = False) -> Held:
    """`most`: the counts are of people, of whom those of several kinds overlap: the largest stands for all."""
    together = max if most else sum
    return Held(
        name=category.name,
        section=BY_SLUG[category.section].title,
        why=category.why,
        items=category.count,
        can_fill=len(category.filled),
        facts=together([counts.get(kind, 0) for kind in category.kinds] or [0]),
        told=together([counts.get(kind, 0) for kind in category.told_in] or [0]),
        by=sorted(_words(kind) for kind in category.kinds if counts.get(kind)),
        elsewhere=sorted({BY_SLUG[section].title for section in category.elsewhere.values()}),
    )


def _words(kind: str) -> str:
    if kind.startswith(SERVICE):
        return gettext(BY_KEY[kind.removeprefix(SERVICE)].staff_name)
    return KINDS[kind].name if kind in KINDS else kind.replace("_", " ").capitalize()
