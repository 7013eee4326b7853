"""Whatever the order in which systems come in, and however often: the file shows the same, and keeps apart what a person took apart."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from official_file.actions.part_source import part_source
from official_file.drafts import EntryDraft
from official_file.models import Entry, EntryNow, EntrySource
from official_file.near_duplicates import propose
from official_file.projection import rebuild
from official_file.queries import entries_for
from official_file.verify import verify
from people.models import Child, User
from tests.cast import NOW, Cast
from tests.factories.joining import BEGAN, NOTES, RETURN, SYSTEM, bring_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SEEDS = range(6)


def a_life(dice: random.Random, system: str) -> Iterator[EntryDraft]:
    """What one system tells of one life: mostly what the others tell too, with ends, codes and words that only some know."""
    for number in range(5):
        start = BEGAN + timedelta(days=200 * number)
        end = dice.choice((None, start + timedelta(days=100)))
        yield told(system, "home", start, end, f"home/{number}", place=dice.choice(("U4", "U6")), provider=dice.choice(("", "PR1")))
        if dice.random() < 0.7:
            yield told(system, "review_held", start + timedelta(days=30), None, f"review/{number}", code=dice.choice(("PN1", "PN3")))
        words = dice.choice(("", "We talked.")) if system != RETURN else ""
        yield told(system, "visit", start + timedelta(days=9), None, f"visit/{number}", text=words, author_name="Ben Hughes")


def shown(child: Child, reader: User) -> list[Any]:
    """What staff read: kind, days, facts, words and who tells it."""
    rows = entries_for(reader, child, NOW)
    said = [
        (row.kind, row.day, row.end_day, row.entry.facts, row.entry.text, row.sections, row.sensitivity, systems_of(row)) for row in rows
    ]
    return sorted(said, key=repr)


def systems_of(row: EntryNow) -> list[str]:
    """The systems that tell an entry."""
    return sorted(row.entry.sources.filter(parted=None).values_list("system", flat=True))


def fresh(cast: Cast) -> Child:
    """Another child whom Ben works with."""
    child = Child.objects.create(known_as="Somebody")
    cast.amara.relationships.model.objects.create(child=child, user=cast.ben, role="social_worker", starts=NOW - timedelta(days=99))
    return child


@pytest.mark.need("M18")
@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_systems_does_not_matter_for_what_is_shown(cast: Cast, seed: int) -> None:
    dice = random.Random(seed)
    says = {system: list(a_life(dice, system)) for system in (RETURN, SYSTEM, NOTES)}
    seen = []
    for order in permutations(says):
        child = fresh(cast)
        for system in order:
            bring_in(child, system, says[system])
        seen.append(shown(child, cast.ben))
        entries = Entry.objects.filter(child=child).count()
        for system in reversed(order):  # and again, without a change
            bring_in(child, system, says[system])
        assert Entry.objects.filter(child=child).count() == entries
        assert verify([child])[1] is None
    assert all(one == seen[0] for one in seen)
    assert len(seen[0]) <= 15


@pytest.mark.parametrize("seed", SEEDS)
def test_joined_then_parted_then_imported_again_stays_parted(cast: Cast, seed: int) -> None:
    """Whichever source is taken out of whichever entry; also when the index is made anew, and when the source goes on to change."""
    dice, child = random.Random(seed), fresh(cast)
    says = {system: list(a_life(dice, system)) for system in (RETURN, SYSTEM, NOTES)}
    for system in says:
        bring_in(child, system, says[system])
    joined = [one for one in EntrySource.objects.filter(entry__now__in=EntryNow.objects.current()) if one.entry.sources.count() > 1]
    source = dice.choice(sorted(joined, key=lambda one: (one.system, one.key)))
    before = len(shown(child, cast.ben))
    part_source(source=source, reason="Two events.", by=cast.ben, now=NOW)
    assert len(shown(child, cast.ben)) == before + 1
    after = shown(child, cast.ben)
    for system in says:
        bring_in(child, system, says[system])
    assert shown(child, cast.ben) == after
    rebuild(Entry.objects.filter(child=child).select_related("payload").order_by("position"))
    assert shown(child, cast.ben) == after
    assert propose(entries=list(Entry.objects.filter(child=child)), now=NOW) >= 0
    assert source.entry.sources.filter(pk=source.pk, parted=None).count() == 0


def test_a_source_that_changes_after_it_was_parted_changes_its_own_entry(cast: Cast) -> None:
    child = fresh(cast)
    for system in (RETURN, SYSTEM):
        bring_in(child, system, [told(system, place="U4")])
    part_source(source=EntrySource.objects.get(system=SYSTEM), reason="Two homes.", by=cast.ben, now=NOW)
    bring_in(child, SYSTEM, [told(SYSTEM, place="U4", end=date(2021, 1, 1))])
    bring_in(child, RETURN, [told(RETURN, place="U4", end=date(2022, 1, 1))])
    assert [(end, systems) for _kind, _day, end, *_rest, systems in shown(child, cast.ben)] == [
        (date(2021, 1, 1), [SYSTEM]),
        (date(2022, 1, 1), [RETURN]),
    ]
