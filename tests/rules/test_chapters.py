"""Rows of a return become the places a person lived."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.chapters import Chapter, HomeFact, NotInCare, ShortStay, chapters_of

DAY = timedelta(days=1)
FIRST, SECOND, THIRD, FOURTH, FIFTH = (date(2016 + year, 5, 4) for year in range(5))


def home(entry_id: str, start: date, end: date | None, *, place: str = "U6", rne: str = "P", provider: str = "PR1") -> HomeFact:
    """One row; by default a move to foster carers."""
    return HomeFact(entry_id, place, provider, rne, start, end)


def only_chapters(homes: list[HomeFact]) -> list[Chapter]:
    """The chapters without the times between."""
    return [one for one in chapters_of(homes) if isinstance(one, Chapter)]


def test_no_rows_are_no_chapters() -> None:
    assert chapters_of([]) == []


@pytest.mark.parametrize("rne", ["L", "T", "U"])
def test_a_change_with_the_same_carers_stays_one_home(rne: str) -> None:
    (chapter,) = only_chapters([home("a", FIRST, SECOND, rne="S"), home("b", SECOND, THIRD, rne=rne)])
    assert (chapter.first_id, chapter.entry_ids, chapter.start, chapter.end) == ("a", ("a", "b"), FIRST, THIRD)


@pytest.mark.parametrize("rne", ["P", "B"])
def test_new_carers_are_a_new_chapter_even_in_the_same_kind_of_home(rne: str) -> None:
    first, second = only_chapters([home("a", FIRST, SECOND, rne="S"), home("b", SECOND, THIRD, rne=rne)])
    assert (first.end, second.start) == (SECOND, SECOND)


def test_a_plan_to_stay_with_the_same_carers_renames_the_chapter() -> None:
    (chapter,) = only_chapters([home("a", FIRST, SECOND, rne="S"), home("b", SECOND, None, place="U4", rne="T")])
    assert (chapter.place, chapter.end) == ("U4", None)


@pytest.mark.parametrize("place", ["T0", "T1", "T2", "T3", "T4"])
def test_a_short_stay_is_not_a_move(place: str) -> None:
    left, back = SECOND, SECOND + 5 * DAY
    rows = [home("a", FIRST, left, rne="S"), home("b", left, back, place=place), home("c", back, THIRD)]
    (chapter,) = only_chapters(rows)
    assert (chapter.entry_ids, chapter.place, chapter.end) == (("a", "b", "c"), "U6", THIRD)
    assert chapter.short_stays == (ShortStay("b", place, left, back),)


def test_a_short_stay_before_a_new_home_belongs_to_the_home_it_left() -> None:
    left, moved = SECOND, SECOND + 5 * DAY
    rows = [home("a", FIRST, left, rne="S"), home("b", left, moved, place="T1"), home("c", moved, THIRD, place="K2")]
    first, second = only_chapters(rows)
    assert (first.end, [stay.entry_id for stay in first.short_stays]) == (moved, ["b"])
    assert (second.place, second.start, second.short_stays) == ("K2", moved, ())


def test_a_short_stay_at_the_beginning_belongs_to_the_home_it_leads_to() -> None:
    (chapter,) = only_chapters([home("a", FIRST, FIRST + DAY, place="T4", rne="S"), home("b", FIRST + DAY, SECOND)])
    assert (chapter.place, chapter.start, len(chapter.short_stays)) == ("U6", FIRST, 1)


def test_time_between_two_times_in_care_is_told_as_such() -> None:
    found = chapters_of([home("a", FIRST, SECOND, rne="S"), home("b", THIRD, None, rne="S")])
    assert found[1] == NotInCare(SECOND, THIRD)
    assert len(found) == 3


def test_a_hole_that_is_not_a_return_to_care_gets_no_label() -> None:
    found = chapters_of([home("a", FIRST, SECOND, rne="S"), home("b", THIRD, None, rne="P")])
    assert not any(isinstance(one, NotInCare) for one in found)


def test_an_adoption_home_is_a_chapter_only_when_it_is_passed_in() -> None:
    opened = [home("a", FIRST, SECOND, rne="S"), home("b", SECOND, None, place="A4")]
    assert [chapter.place for chapter in only_chapters(opened)] == ["U6", "A4"]
    assert "A4" not in repr(chapters_of(opened[:1]))


def test_an_open_row_ends_where_the_next_begins_and_says_that_it_is_unsure() -> None:
    first, second = only_chapters([home("a", FIRST, None, rne="S"), home("b", SECOND, None)])
    assert (first.end, first.end_unsure) == (SECOND, True)
    assert (second.end, second.end_unsure) == (None, False)


def test_two_places_at_once_are_told_as_one() -> None:
    (chapter,) = only_chapters([home("a", FIRST, THIRD, rne="S"), home("b", SECOND, SECOND + DAY, place="K2")])
    assert (chapter.entry_ids, chapter.place, chapter.end) == (("a", "b"), "U6", THIRD)


def test_two_homes_on_one_day_are_two_chapters() -> None:
    rows = [home("a", FIRST, FIRST, rne="S"), home("b", FIRST, SECOND, place="K2")]
    assert [(chapter.start, chapter.end, chapter.place) for chapter in only_chapters(rows)] == [(FIRST, FIRST, "U6"), (FIRST, SECOND, "K2")]


def test_a_home_of_one_day_at_the_end_of_another_is_its_own_chapter() -> None:
    rows = [home("a", FIRST, SECOND, rne="S"), home("b", SECOND, SECOND, place="K2"), home("c", SECOND, THIRD)]
    assert [chapter.place for chapter in only_chapters(rows)] == ["U6", "K2", "U6"]


def test_short_breaks_of_someone_living_at_home_are_one_chapter() -> None:
    rows = [
        HomeFact(str(week), "U6", "PR1", "S", FIRST + 7 * week * DAY, FIRST + (7 * week + 2) * DAY, short_break=True) for week in range(9)
    ]
    (chapter,) = chapters_of(rows)
    assert isinstance(chapter, Chapter)
    assert (chapter.breaks, len(chapter.short_stays), chapter.end) == (True, 9, FIRST + 58 * DAY)


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [home("a", FIRST, SECOND, rne="S"), home("b", SECOND, THIRD, rne="L"), home("c", THIRD, None)]
    assert chapters_of(rows) == chapters_of(reversed(rows))


spans = st.tuples(st.integers(0, 3000), st.integers(0, 900))
codes = st.tuples(st.sampled_from(["U6", "U4", "K2", "T0", "T3", "P1"]), st.sampled_from(["S", "L", "P", "T", "B", "U"]))
histories = st.lists(st.tuples(spans, codes, st.booleans()), max_size=12)


def rows_of(history: list[tuple[tuple[int, int], tuple[str, str], bool]], *, may_be_open: bool) -> list[HomeFact]:
    """Arbitrary rows, overlapping and in any order."""
    return [
        home(str(number), FIRST + start * DAY, None if is_open and may_be_open else FIRST + (start + length) * DAY, place=place, rne=rne)
        for number, ((start, length), (place, rne), is_open) in enumerate(history)
    ]


def days_of(spans_found: list[tuple[date, date | None]]) -> set[date]:
    """The nights of some spans."""
    return {start + number * DAY for start, end in spans_found if end is not None for number in range((end - start).days)}


@given(histories)
def test_every_row_is_in_exactly_one_chapter(history: list[tuple[tuple[int, int], tuple[str, str], bool]]) -> None:
    rows = rows_of(history, may_be_open=True)
    found = [entry_id for chapter in only_chapters(rows) for entry_id in chapter.entry_ids]
    assert sorted(found) == sorted(row.entry_id for row in rows)


@given(histories)
def test_chapters_are_in_order_and_never_overlap(history: list[tuple[tuple[int, int], tuple[str, str], bool]]) -> None:
    found = chapters_of(rows_of(history, may_be_open=True))
    for before, after in zip(found, found[1:], strict=False):
        assert before.end is not None
        assert before.start <= before.end <= after.start


@given(histories)
def test_no_day_is_lost_and_none_invented(history: list[tuple[tuple[int, int], tuple[str, str], bool]]) -> None:
    rows = rows_of(history, may_be_open=False)
    chapters = only_chapters(rows)
    assert days_of([(chapter.start, chapter.end) for chapter in chapters]) == days_of([(row.start, row.end) for row in rows])
