"""The first time a person talks with whoever asked: within two working days, by a way they chose (law.md 4.2, first line)."""

from datetime import date

from law.bank_holidays import BeyondKnownHolidaysError
from law.working_time import add_working_days

WORKING_DAYS = 2  # ours


def contact_due(received: date, nation: str) -> date | None:
    """The last day for it, counted from the day the request was received; None in a year whose bank holidays we do not hold.

    contact_due(date(2026, 11, 20), "EW")   ->   date(2026, 11, 24): a Friday, so the Tuesday after
    """
    try:
        return add_working_days(received, WORKING_DAYS, nation)
    except BeyondKnownHolidaysError:
        return None
