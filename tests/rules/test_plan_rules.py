"""What a plan says, when something in it is late, and what changed between two versions."""

from dataclasses import replace
from datetime import date

import pytest

from official_file.plain_language.partial_dates import NotADate, read_partial
from official_file.plain_language.when import Precision
from official_file.plan_rules import How, PartDay, PlanItem, changes, in_writing, items_in, late

MAY = PartDay(date(2026, 5, 1), Precision.MONTH)
DENTIST = PlanItem(key="a", need="A dentist", do="Find one near", who="Priya", by=MAY)
SWIM = PlanItem(key="b", need="To swim again", do="Ask the club", who="Joy")


@pytest.mark.need("R15")
def test_what_is_due_in_may_is_late_from_the_first_of_june_while_nobody_wrote_what_happened() -> None:
    assert not DENTIST.is_late(date(2026, 5, 31))
    assert DENTIST.is_late(date(2026, 6, 1))
    assert late([DENTIST, SWIM], date(2026, 7, 1)) == [DENTIST]
    assert not replace(DENTIST, happened="She went.").is_late(date(2026, 7, 1))


@pytest.mark.need("R12")
def test_a_version_says_what_was_added_changed_done_and_taken_out_and_nothing_that_stayed() -> None:
    same, gone = PlanItem(need="Bread"), PlanItem(need="An old thing")
    done = replace(DENTIST, happened="She went.", happened_on=MAY)
    told = changes([DENTIST, SWIM, same, gone], [done, replace(SWIM, who="Joan"), same, PlanItem(need="New")])
    assert [(one.how, one.item.need) for one in told] == [
        (How.DONE, "A dentist"), (How.CHANGED, "To swim again"), (How.ADDED, "New"), (How.TAKEN_OUT, "An old thing"),
    ]  # fmt: skip
    assert told[0].fields == ("happened", "happened_on")
    assert told[1].was == SWIM
    assert told[1].fields == ("who",)


def test_a_version_that_is_the_same_has_no_changes() -> None:
    assert changes([DENTIST, SWIM], [DENTIST, SWIM]) == []
    assert changes([DENTIST, SWIM], [SWIM, DENTIST]) == []  # another order is no other plan


def test_an_item_reads_the_same_from_the_facts_it_was_written_to() -> None:
    whole = replace(DENTIST, strength="Brave", happened="She went.", happened_on=PartDay(date(2026, 6, 2)))
    assert items_in({"items": [whole.as_fact(), SWIM.as_fact()]}) == (whole, SWIM)
    assert items_in({"items": ["no item", {}]}) == ()
    assert items_in({}) == ()


def test_all_that_an_item_says_stands_in_the_text_that_is_read_searched_and_covered() -> None:
    text = in_writing([replace(DENTIST, happened="She went.")], "Good with rabbits")
    assert all(words in text for words in ("A dentist", "Find one near", "Priya", "May 2026", "She went.", "Good with rabbits"))


@pytest.mark.need("R92")
@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("4 May 2026", date(2026, 5, 4), Precision.DAY),
        ("4th may, 2026", date(2026, 5, 4), Precision.DAY),
        ("2026-05-04", date(2026, 5, 4), Precision.DAY),
        ("04/05/2026", date(2026, 5, 4), Precision.DAY),
        (" Sept 2026 ", date(2026, 9, 1), Precision.MONTH),
        ("Spring 2026", date(2026, 3, 1), Precision.SEASON),
        ("2026", date(2026, 1, 1), Precision.YEAR),
    ],
)
def test_a_date_is_read_with_as_much_of_it_as_is_known(typed: str, day: date, precision: Precision) -> None:
    assert read_partial(typed) == (day, precision)


@pytest.mark.parametrize("typed", ["soon", "31 June 2026", "13/13/2026", "Ma 2026", "1066", "4 May", ""])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        read_partial(typed)
