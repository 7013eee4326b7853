"""A return of any size, made up and the same at every run: plausible lives, codes that exist, no names."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
)  # fmt: skip
REVIEWS = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")
OC2 = (
    "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT",
    "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
)  # fmt: skip
YEAR = (date(2025, 4, 1), date(2026, 3, 31))
PLACES = ("U1", "U3", "U4", "U6", "K2", "P1")

Rows = list[tuple[str, ...]]


@dataclass
class GeneratedReturn:
    """The tables of one return. `years_ago` makes the same lives as an earlier return told them."""

    header: Rows = field(default_factory=list)
    episodes: Rows = field(default_factory=list)
    reviews: Rows = field(default_factory=list)
    oc2: Rows = field(default_factory=list)

    def write(self, folder: Path) -> Path:
        """Write the tables as CSV into `folder` and return it."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, columns, rows in self.tables():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(columns)
                writer.writerows(rows)
        return folder

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
        """File name, columns and rows of each table."""
        yield "header", HEADER, self.header
        yield "episodes", EPISODES, self.episodes
        yield "reviews", REVIEWS, self.reviews
        yield "oc2", OC2, self.oc2


def generate(children: int, *, episodes_each: int = 2, reviews_each: int = 2, seed: int = 903) -> GeneratedReturn:
    """`children` lives with as many episodes and reviews each; six rows a child unless told otherwise."""
    chance = random.Random(seed)
    made = GeneratedReturn()
    for number in range(children):
        child = str(1_000_000 + number)
        born = date(2008, 4, 1) + timedelta(days=chance.randrange(5000))
        made.header.append((child, chance.choice("MF"), _day(born), chance.choice(("WBRI", "BAFR", "MWBC", "APKN")), "", "0", ""))
        made.episodes += _episodes(child, born, episodes_each, chance)
        for meeting in range(reviews_each):
            day = YEAR[0] + timedelta(days=150 * meeting + chance.randrange(60))
            made.reviews.append((child, _day(born), _day(day), chance.choice(("PN1", "PN3", "PN5", "PN7"))))
        answers = tuple(str(chance.randrange(2)) for _ in range(6))
        made.oc2.append((child, _day(born), str(chance.randrange(30)), "", *answers, "", ""))
    return made


def _episodes(child: str, born: date, number: int, chance: random.Random) -> Iterator[tuple[str, ...]]:
    start = max(born, YEAR[0] - timedelta(days=chance.randrange(1, 1500)))
    status, need = chance.choice(("C1", "C2", "V2")), chance.choice(("N1", "N3", "N4", "N5", "N8"))
    for at in range(number):
        is_last = at == number - 1
        end = None if is_last and chance.random() < 0.8 else start + timedelta(days=chance.randrange(1, 400))
        ending = "" if end is None else chance.choice(("E4A", "E13", "E5")) if is_last else "X1"
        moved = "" if is_last else chance.choice(("CARPL", "CREQO", "OTHER", ""))
        new = "S" if at == 0 else chance.choice(("P", "L", "B"))
        yield (
            child, _day(start), new, status, need, chance.choice(PLACES), chance.choice(("PR1", "PR4", "PR5")), _day(end), ending, moved,
            "QX1 2AB", "QX3 4CD", "XXXXXXX",
        )  # fmt: skip
        start, status = end or start, chance.choice((status, "C2")) if new in "LB" else status


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
