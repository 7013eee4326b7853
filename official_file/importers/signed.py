"""Nothing is signed on a day that is still to come: a paper or a note that says so is left out until somebody has put the day right."""

from datetime import date

SIGNED_AHEAD = "signed_ahead"
WHAT = "this says that it was written on {day:%d/%m/%Y}, which is still to come. Correct the day, and export again. It was left out."


def signed_ahead(written_on: date | None, *, today: date) -> str:
    """What is wrong with the day on which something was written, as a sentence; "" when nothing is."""
    return WHAT.format(day=written_on) if written_on and written_on > today else ""
