"""Whatever is said to be one or two events, in whatever order with holding, withholding, opening and imports: nothing opens by it."""

import contextlib
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from official_file.actions.hold_entry import hold_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.part_source import part_source
from official_file.actions.say_one_event import say_one_event
from official_file.actions.say_two_events import say_two_events
from official_file.actions.withhold_entry import withhold_entry
from official_file.models import Entry, EntryNow, EntrySource, PossibleDuplicate
from official_file.projection import rebuild
from official_file.queries import entries_for
from official_file.verify import verify
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.joining import BEGAN, NOTES, SYSTEM, bring_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SOON = date(2026, 12, 1)
STEPS = 14
SHOWN = ("part_of_id", "state", "opens_at", "closes_at", "superseded_by_id", "no_trace", "limited")


class Walk:
    """One walk through the file of one child: three visits that are never open by a rule, and two people's decisions about them."""

    def __init__(self, cast: Cast, seed: int) -> None:
        self.cast, self.dice, self.opened = cast, random.Random(seed), set[UUID]()
        self.now = NOW
        for number in (1, 2, 3):
            self.day = BEGAN + timedelta(days=number)
            bring_in(cast.amara, SYSTEM, [told(SYSTEM, "visit", self.day, author_name="Ben Hughes", key=str(number))])
            bring_in(cast.amara, NOTES, [self.note(number, "We talked.")])
        first, second, third = (row.entry for row in EntryNow.objects.current().order_by("day"))
        for one, other in ((first, second), (third, second), (first, third)):
            PossibleDuplicate.objects.create(child=cast.amara, first=one, second=other, rule="A", found_at=NOW)

    def note(self, number: int, words: str) -> Any:
        """What the case notes say of one visit."""
        return told(NOTES, "visit", BEGAN + timedelta(days=number), text=words, author_name="Ben Hughes", key=str(number))

    def step(self) -> None:
        """Do one thing that somebody may do, or be refused."""
        verbs: list[Callable[[], Any]] = [
            self.same,
            self.same,
            self.different,
            self.hold,
            self.withhold,
            self.open,
            self.imports,
            self.part,
        ]
        self.now += timedelta(minutes=5)
        with contextlib.suppress(NotAllowed):
            self.dice.choice(verbs)()

    def an_entry(self) -> Entry:
        """Any entry that stands, told or behind another."""
        return self.dice.choice(list(EntryNow.objects.filter(superseded_by=None).order_by("day", "recorded_at"))).entry

    def same(self) -> None:
        """One event."""
        say_one_event(duplicate=self.dice.choice(list(PossibleDuplicate.objects.order_by("pk"))), by=self.cast.ben, now=self.now)

    def different(self) -> None:
        """Two events."""
        say_two_events(duplicate=self.dice.choice(list(PossibleDuplicate.objects.order_by("pk"))), by=self.cast.joan, now=self.now)

    def hold(self) -> None:
        """Not yet."""
        hold_entry(entry=self.an_entry(), until=SOON, reason="Court first.", by=self.cast.ben, now=self.now)

    def withhold(self) -> None:
        """On a ground."""
        given: dict[str, Any] = {"ground": "SH_SELF", "review_on": SOON, "reason": "It would harm."}
        withhold_entry(entry=self.an_entry(), by=self.cast.ben, now=self.now, **given)

    def open(self) -> None:
        """Read and opened."""
        entry = self.an_entry()
        open_entry(entry=entry, with_them=True, by=self.cast.ben, now=self.now)
        self.opened.add(entry.pk)

    def imports(self) -> None:
        """Both systems again; the notes may say something new."""
        number = self.dice.choice((1, 2, 3))
        bring_in(self.cast.amara, NOTES, [self.note(number, f"We talked. {self.dice.choice('abc')}")])
        bring_in(
            self.cast.amara, SYSTEM, [told(SYSTEM, "visit", BEGAN + timedelta(days=number), author_name="Ben Hughes", key=str(number))]
        )

    def part(self) -> None:
        """One source is about something else."""
        sources = EntrySource.objects.filter(entry__now__superseded_by=None, parted=None).order_by("system", "key")
        part_source(source=self.dice.choice(list(sources)), reason="Two visits.", by=self.cast.ben, now=self.now)

    def standings(self) -> dict[UUID, tuple[Any, ...]]:
        """The whole index."""
        return {row.pk: tuple(getattr(row, name) for name in SHOWN) for row in EntryNow.objects.all()}


@pytest.mark.need("M18")
@pytest.mark.parametrize("seed", range(12))
def test_nothing_opens_but_what_was_read_and_opened_and_the_index_can_always_be_made_again(cast: Cast, seed: int) -> None:
    walk = Walk(cast, seed)
    assert cast.amara.user
    for _number in range(STEPS):
        walk.step()
        seen = set(entries_for(cast.amara.user, cast.amara, walk.now + timedelta(days=400)).values_list("pk", flat=True))
        assert seen <= walk.opened
        before = walk.standings()
        rebuild(Entry.objects.filter(child=cast.amara).select_related("payload").order_by("position"))
        assert walk.standings() == before
    assert verify([cast.amara])[1] is None
