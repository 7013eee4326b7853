"""Hours as one says them. Plain words, no database.

hours_in_words((0, 1, 2, 3, 4), time(9), time(17))  ->  "Monday to Friday, 9am to 5pm"
"""

from collections.abc import Sequence
from datetime import time

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

NOON = 12


def hours_in_words(days: Sequence[int], opens: time, closes: time) -> str:
    """Days and times in one phrase, in the language of this moment. Monday is 0; times are the council's own."""
    return _("%(days)s, %(opens)s to %(closes)s") % {
        "days": days_in_words(days),
        "opens": clock_in_words(opens),
        "closes": clock_in_words(closes),
    }


def days_in_words(days: Sequence[int]) -> str:
    """ "Monday to Friday" for days in a row, else "Monday, Wednesday and Friday"; empty for no day."""
    ordered = sorted(set(days))
    names = [str(WEEKDAYS[day]) for day in ordered]
    if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    if len(names) > 1:
        return _("%(days)s and %(last)s") % {"days": ", ".join(names[:-1]), "last": names[-1]}
    return names[0] if names else ""


def clock_in_words(clock: time) -> str:
    """ "9am", "9:30am", "12 noon", "5pm"."""
    if clock == time(NOON):
        return _("12 noon")
    hour = clock.hour % NOON or NOON
    shown = f"{hour}:{clock.minute:02d}" if clock.minute else str(hour)
    return _("%(time)sam") % {"time": shown} if clock.hour < NOON else _("%(time)spm") % {"time": shown}
