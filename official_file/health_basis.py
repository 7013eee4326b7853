"""May data about somebody's health be shown to them? Only on one of two grounds (DPA 2018 Sch 3 para 6). Pure.

check_basis("She was there.", None, date(2026, 11, 18))            ->   ALREADY_KNOWS
check_basis("", Opinion("Dr Ada Lum", date(2026, 9, 1)), today)    ->   OPINION
"""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

ALREADY_KNOWS, OPINION = "already_knows", "opinion"
LASTS_MONTHS = 6  # DPA 2018 Sch 3 para 6(2): the six months that end with the day it is relied on


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a health professional said: that serious harm is not likely. `by`: name and profession; `on`: the day they said it."""

    by: str
    on: date | None


class NoBasisError(Exception):
    """It may not be shown yet. `code` says what is missing."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_basis(because: str, opinion: Opinion | None, today: date) -> str:
    """The basis on which it may be shown: they have seen it or know it (`because` says how), or an opinion that is not too old.

    Raises NoBasisError: say_how_they_know, who_gave_opinion, opinion_day, opinion_too_old.
    """
    if opinion is None:
        if not because.strip():
            raise NoBasisError("say_how_they_know")
        return ALREADY_KNOWS
    if not opinion.by.strip():
        raise NoBasisError("who_gave_opinion")
    if opinion.on is None or opinion.on > today:
        raise NoBasisError("opinion_day")
    if opinion.on <= today - relativedelta(months=LASTS_MONTHS):
        raise NoBasisError("opinion_too_old")
    return OPINION
