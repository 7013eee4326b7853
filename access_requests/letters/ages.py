"""How old the person who gets a letter is, for whom to talk to: only from what they said themselves. Plain Python.

age_from_words("4 May 1965", today=...)   ->   61, or 60 before the birthday: a year is enough to choose by
"""

import re
from datetime import date

YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
BETWEEN = range(18, 21)  # a year alone does not say on which side of the 19th birthday they are


def age_from_words(words: str, *, today: date) -> int | None:
    """The age they have this year, from the one year in their words; None where it is not clear or might be a child's or an adult's."""
    years = set(YEAR.findall(words))
    if len(years) != 1:
        return None
    age = today.year - int(years.pop())
    return age if age >= 0 and age not in BETWEEN else None
