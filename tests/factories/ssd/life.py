"""One made-up life: when somebody was born, came into care, moved, and left. Everything else hangs on these days."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

FORENAMES = (
    "Amara", "Noor", "Idris", "Bela", "Carys", "Dilan", "Elif", "Finn", "Greta", "Haroon", "Ines", "Jonah", "Keira", "Luca", "Maja",
    "Nia", "Oskar", "Priya", "Quinn", "Rosa", "Samir", "Tilda", "Umar", "Vera", "Wren", "Xenia", "Yusuf", "Zofia", "Zoë", "Seán",
)  # fmt: skip
SURNAMES = (
    "Okafor", "Hughes", "Shah", "Kowalska", "O'Brien", "Ahmed", "Nowak", "Price", "Begum", "Walker", "Silva", "Jones-Addo", "Mac an Rí",
    "Demir", "Ward", "Khan", "Thomas", "Petrov", "Mensah", "Clarke",
)  # fmt: skip
PLACES = ("U1", "U3", "U4", "U6", "K2", "P1", "R1", "H5")
STATUSES = ("C1", "C2", "V2")
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time between two days; `end` None while it goes on. `code` is what was true then."""

    start: date
    end: date | None
    code: str


@dataclass
class Life:
    """Child `number` of an export. `chance` is this child's own, so that each life is the same however many are made."""

    number: int
    family: int
    place_in_family: int
    chance: random.Random
    today: date
    born: date = field(init=False)
    entered: date | None = field(init=False)
    left: date | None = field(init=False)

    def __post_init__(self) -> None:
        """Draw the days on which everything hangs."""
        chance = self.chance
        self.born = self.today - timedelta(days=chance.randrange(200, 24 * 365))
        oldest = min(self.days_old, 18 * 365)
        self.entered = self.left = None
        if chance.random() < 0.8:
            self.entered = self.born + timedelta(days=chance.randrange(1, max(2, oldest - 30)))
            eighteen = self.at_age(18)
            back = self.entered + timedelta(days=chance.randrange(20, 3_000))
            ends = min(eighteen, back) if chance.random() < 0.35 else eighteen
            self.left = ends if ends <= self.today - ONE else None

    @property
    def person(self) -> str:
        """The key of this person."""
        return f"P{100_000 + self.number}"

    @property
    def days_old(self) -> int:
        """Age in days."""
        return (self.today - self.born).days

    @property
    def until(self) -> date:
        """The last day in care that is known: the day of leaving, or today."""
        return self.left or self.today

    def at_age(self, years: int) -> date:
        """The birthday."""
        try:
            return self.born.replace(year=self.born.year + years)
        except ValueError:
            return self.born.replace(year=self.born.year + years, day=28)

    def is_about(self, share: float) -> bool:
        """Whether something happened that happens to this share of people."""
        return self.chance.random() < share

    @cached_property
    def homes(self) -> list[Stretch]:
        """Where they lived in care, one after the other."""
        return self._stretches(self.chance.randint(1, 5), PLACES)

    @cached_property
    def statuses(self) -> list[Stretch]:
        """The legal statuses, one after the other."""
        return self._stretches(self.chance.randint(1, 3), STATUSES)

    def _stretches(self, most: int, codes: tuple[str, ...]) -> list[Stretch]:
        if self.entered is None:
            return []
        length = (self.until - self.entered).days
        cuts = sorted({self.entered + timedelta(days=self.chance.randrange(1, length)) for _ in range(most - 1)}) if length > most else []
        days = [self.entered, *cuts, self.until]
        found = [Stretch(start, end, self.chance.choice(codes)) for start, end in pairwise(days)]
        if self.left is None:
            found[-1] = Stretch(found[-1].start, None, found[-1].code)
        return found

    def every(self, days: int, start: date, end: date, wobble: int = 0) -> list[date]:
        """Days in a rhythm, each up to `wobble` days late, in order."""
        found, day = [], start
        while day <= end:
            late = day + timedelta(days=self.chance.randrange(wobble + 1))
            if late <= end:
                found.append(late)
            day += timedelta(days=days)
        return found
