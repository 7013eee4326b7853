"""When "this is wrong" must be answered: UK GDPR Art 16 with Art 12(3) and 12A. The facts are stored, the days reckoned from them.

    clock_of(said, today=date(2026, 12, 1)).due   ->   one month after they said it, or three when told in time that it takes longer

No question to the young person stops this clock (Art 12A(5) is about Art 15).
"""

from datetime import date

from law.bank_holidays import BeyondKnownHolidaysError
from law.clock import Clock, Extension, Facts, Right, request_clock
from law.working_time import london_day
from official_file.models import Rectification


def clock_of(said: Rectification, *, today: date) -> Clock | None:
    """The clock of what they said; None in a year whose bank holidays we do not hold."""
    extension = Extension(london_day(said.extended_at), said.extended_why) if said.extended_at else None
    facts = Facts(received=said.asked_on, right=Right.RECTIFICATION, extension=extension)
    try:
        return request_clock(facts, nation=said.child.nation, today=today)
    except BeyondKnownHolidaysError:
        return None


def may_take_longer(said: Rectification, *, today: date) -> bool:
    """Whether they can still be told that it takes two months more: once, and within the first month (Art 12A(4))."""
    clock = clock_of(said, today=today)
    return said.extended_at is None and clock is not None and clock.extension_notice_by is not None and today <= clock.extension_notice_by
