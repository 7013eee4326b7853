"""Reviews that the dataset says are due: meetings that come, known to staff alone until a worker told of them."""

from datetime import date, timedelta

import pytest

from official_file.actions.keep_meeting import add_meeting
from official_file.importers.ssd.rows import Row
from official_file.importers.ssd.table_map import TABLES
from official_file.importers.ssd_meetings import TABLE, keep_reviews_due
from official_file.meetings import known_to
from official_file.models import Entry, Meeting
from tests.cast import NOW, Cast

TODAY, DUE = NOW.date(), date(2026, 12, 9)


def a_row(key: str = "r1", **values: object) -> Row:
    """A row of the dataset's reviews."""
    return Row(table=TABLES[TABLE], line=1, key=key, values={"cla_review_due_date": DUE, **values})


def keep(cast: Cast, *rows: Row) -> int:
    """Keep what they say of Amara."""
    return keep_reviews_due({cast.amara: rows}, today=TODAY, now=NOW)


@pytest.mark.need("R37")
def test_a_review_that_is_due_is_a_meeting_once_and_nobody_but_staff_knows_of_it(cast: Cast) -> None:
    assert (keep(cast, a_row()), keep(cast, a_row())) == (1, 0)
    assert Meeting.objects.get().on == DUE
    assert not Entry.objects.exists()  # a day that was planned is no fact about a life
    assert not known_to(cast.amara.user, cast.amara, NOW).exists()


def test_one_that_is_moved_held_or_called_off_follows_the_dataset(cast: Cast) -> None:
    keep(cast, a_row())
    keep(cast, a_row(cla_review_due_date=DUE + timedelta(days=30)))
    assert Meeting.objects.get().on == DUE + timedelta(days=30)
    keep(cast, a_row(cla_review_date=DUE + timedelta(days=2)))
    assert Meeting.objects.get().on == DUE + timedelta(days=2)
    keep(cast, a_row(cla_review_cancelled=1))
    assert Meeting.objects.get().cancelled_at == NOW


def test_what_has_passed_lies_far_ahead_or_was_put_down_here_already_makes_no_second_meeting(cast: Cast) -> None:
    add_meeting(child=cast.amara, kind="review", on=DUE - timedelta(days=6), by=cast.ben, now=NOW)
    past, far = a_row("r2", cla_review_due_date=TODAY - timedelta(days=1)), a_row("r3", cla_review_due_date=date(2029, 1, 1))
    assert keep(cast, a_row(), past, far, a_row("r4", cla_review_date=TODAY)) == 0
    assert Meeting.objects.count() == 1
