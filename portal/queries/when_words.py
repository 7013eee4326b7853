"""Numbers and dates as the pages say them.

number_in_words(3)  ->  "three"      one_date(date(2017, 3, 12))  ->  "12 March 2017"
"""

from datetime import date

from django.utils.translation import gettext

from law.calendar_words import say_date


def one_date(day: date) -> str:
    """A whole date: "12 March 2017"."""
    return say_date(day, gettext)


def number_in_words(number: int) -> str:
    """Numbers under ten as words, others as digits."""
    words = (
        gettext("nought"), gettext("one"), gettext("two"), gettext("three"), gettext("four"),
        gettext("five"), gettext("six"), gettext("seven"), gettext("eight"), gettext("nine"),
    )  # fmt: skip
    return words[number] if 0 <= number < len(words) else str(number)
