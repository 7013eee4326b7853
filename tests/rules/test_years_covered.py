"""Which years no searched place covers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from access_requests.coverage import Stretch, years_not_covered

CARE = [(date(2009, 4, 1), date(2013, 6, 1))]
DAYS = st.dates(date(1950, 1, 1), date(2030, 12, 31))
Span = tuple[date, date]
SPANS = st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))


def test_a_year_is_covered_by_a_single_day_of_it_and_an_open_end_reaches_as_far_as_is_wanted() -> None:
    covered = [(date(2009, 12, 31), date(2010, 1, 1)), (date(2013, 1, 1), None)]
    assert years_not_covered(CARE, covered) == [Stretch(2011, 2012)]
    assert years_not_covered(CARE, [(None, date(2012, 1, 1))]) == [Stretch(2013, 2013)]


def test_a_place_without_days_covers_nothing_and_of_no_time_in_care_nothing_is_missing() -> None:
    assert years_not_covered(CARE, [(None, None)]) == [Stretch(2009, 2013)]
    assert years_not_covered([], [(date(2009, 1, 1), None)]) == []


@given(st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=4), SPANS)
def test_one_more_place_never_uncovers_a_year(
    wanted: list[tuple[date, date]], covered: list[tuple[date, date]], more: tuple[date, date]
) -> None:
    def years(found: list[Stretch]) -> set[int]:
        return {year for one in found for year in range(one.first, one.last + 1)}

    assert years(years_not_covered(wanted, [*covered, more])) <= years(years_not_covered(wanted, covered))
