"""Ages on a day. Born on 29 February: the birthday is 1 March in a year without one.

For example:

    age_on(date(2008, 2, 29), date(2026, 2, 28))   ->   17
"""

from datetime import date

ADULT = 18


def anniversary(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 1 March where there is none (the later day is the safer reading)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def age_on(born: date, day: date) -> int:
    """Whole years on `day`; negative before birth. An age is attained as the birthday begins (Family Law Reform Act 1969 s 9)."""
    years = day.year - born.year
    return years if anniversary(born, years) <= day else years - 1


def turns(born: date, age: int) -> date:
    """The day on which somebody becomes `age`."""
    return anniversary(born, age)


def is_child(born: date, day: date) -> bool:
    """Under 18 on `day` (Children Act 1989 s 105)."""
    return age_on(born, day) < ADULT
