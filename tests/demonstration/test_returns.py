"""The demonstration council's three returns tell lives that could have been lived."""

import datetime as dt
import json
import re

import pytest

from tests.demonstration import data

SHORT_BREAKS = {"V3", "V4"}
ENDS_OF_YEARS = {"2023-24": dt.date(2024, 3, 31), "2024-25": dt.date(2025, 3, 31), "2025-26": dt.date(2026, 3, 31)}
CODES = json.loads(data.CODES.read_text(encoding="utf-8"))


def test_an_episode_begins_on_the_day_the_one_before_it_ended() -> None:
    """X1 chains join; nothing overlaps; a life in care is open or ends with a reason for ending."""
    for child, rows in data.episodes().items():
        if rows[0]["LS"] in SHORT_BREAKS:
            continue
        for row, following in zip(rows, rows[1:], strict=False):
            assert (row["REC"], row["DEC"]) == ("X1", following["DECOM"]), (child, row["DECOM"])
        assert rows[0]["RNE"] == "S", child
        assert all(row["RNE"] != "S" for row in rows[1:]), child
        assert rows[-1]["REC"] != "X1", child
        assert bool(rows[-1]["DEC"]) == bool(rows[-1]["REC"]), child


def test_each_short_break_is_a_stay_of_its_own() -> None:
    """An agreed series has starts and ends, none overlapping another."""
    stays = [row for rows in data.episodes().values() for row in rows if row["LS"] in SHORT_BREAKS]
    assert len(stays) > 5
    for row, following in zip(stays, stays[1:], strict=False):
        assert row["RNE"] == "S"
        assert data.day(row["DECOM"]) < data.day(row["DEC"]) < data.day(following["DECOM"])


def test_what_changed_is_what_the_reason_for_the_new_episode_says() -> None:
    """L changes the order only, P the home only, T the kind of home only, B the order and the home."""
    same = {"L": ("PLACE", "PL_POST"), "P": ("LS",), "T": ("LS", "PL_POST"), "U": ("PL_POST",), "B": ()}
    different = {"L": "LS", "P": "PL_POST", "T": "PLACE", "U": "LS", "B": "PL_POST"}
    for child, rows in data.episodes().items():
        for row, following in zip(rows, rows[1:], strict=False):
            why = following["RNE"]
            if why == "S":
                continue
            assert all(row[column] == following[column] for column in same[why]), (child, following["DECOM"])
            assert row[different[why]] != following[different[why]], (child, following["DECOM"])
            assert bool(row["REASON_PLACE_CHANGE"]) == (why != "L"), (child, following["DECOM"])


def test_a_later_return_only_adds_to_what_an_earlier_one_said() -> None:
    """Between two years a row may gain an ending; nothing else about it changes."""
    may_change = {"DEC", "REC", "REASON_PLACE_CHANGE"}
    seen: dict[tuple[str, str, str], dict[str, str]] = {}
    for _, row in data.over_years("episodes"):
        key = (row["CHILD"], row["DECOM"], row["RNE"])
        before = seen.get(key, row)
        changed = {column for column in row if row[column] != before[column]}
        assert changed <= may_change, (key, changed)
        assert all(not before[column] for column in changed), (key, changed)
        seen[key] = row


def test_no_return_knows_what_happened_after_its_year() -> None:
    """Dates of events stop at 31 March of the year."""
    columns = {
        "episodes": ("DECOM", "DEC"),
        "reviews": ("REVIEW",),
        "missing": ("MIS_START", "MIS_END"),
        "sw_episodes": ("SW_DECOM", "SW_DEC"),
    }
    for name, dates in columns.items():
        for year, row in data.over_years(name):
            assert all(data.day(row[column]) <= ENDS_OF_YEARS[year] for column in dates if row[column]), (name, row)


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("episodes", "RNE", "RNE"),
        ("episodes", "LS", "LS"),
        ("episodes", "CIN", "CIN"),
        ("episodes", "PLACE", "PLACE"),
        ("episodes", "PLACE_PROVIDER", "PLACE_PROVIDER"),
        ("episodes", "REC", "REC"),
        ("episodes", "REASON_PLACE_CHANGE", "REASON_PLACE_CHANGE"),
        ("reviews", "REVIEW_CODE", "REVIEW_CODE"),
        ("missing", "MISSING", "MISSING"),
        ("oc2", "SDQ_REASON", "SDQ_REASON"),
        ("oc3", "IN_TOUCH", "IN_TOUCH"),
        ("oc3", "ACTIV", "ACTIV"),
        ("previous_permanence", "PREV_PERM", "PREV_PERM"),
    ],
)
def test_every_code_is_one_the_department_knows(table: str, column: str, codes: str) -> None:
    """The demonstration shows real codes only."""
    for year, row in data.over_years(table):
        assert not row[column] or row[column] in CODES[codes], (year, row)


def test_each_year_is_written_in_the_codes_of_its_year() -> None:
    """SEX was 1 and 2 until 2023-24 and is letters since; supported accommodation has its code from 2024-25."""
    for year, row in data.over_years("header"):
        assert row["SEX"] in ({"1", "2"} if year == "2023-24" else {"M", "F", "U"}), (year, row)
    assert {"H5", "P2"}.isdisjoint(row["PLACE"] for year, row in data.over_years("episodes") if year != "2023-24")
    assert all(year != "2023-24" for year, row in data.over_years("episodes") if row["PLACE"] == "K3")


def test_a_child_is_the_same_child_in_every_table() -> None:
    """Dates of birth agree with the header and with the person's line, and every child has both."""
    born = {child: line["date_of_birth"] for child, line in data.people().items()}
    for name in ("header", "reviews", "oc2", "oc3", "missing", "sw_episodes", "uasc", "ad1", "placed_for_adoption", "previous_permanence"):
        for year, row in data.over_years(name):
            assert data.day(row["DOB"]).isoformat() == born[row["CHILD"]], (name, year, row["CHILD"])
    for year in data.YEARS:
        headers = {row["CHILD"] for row in data.table(year, "header")}
        assert {row["CHILD"] for row in data.table(year, "episodes")} <= headers


def test_a_review_of_a_child_under_four_says_so() -> None:
    """PN0 belongs to children under four, and only to them."""
    for _, row in data.over_years("reviews"):
        born, held = data.day(row["DOB"]), data.day(row["REVIEW"])
        under_four = (held.year - born.year - ((held.month, held.day) < (born.month, born.day))) < 4
        assert (row["REVIEW_CODE"] == "PN0") == under_four, row


def test_reviews_come_about_every_six_months_while_somebody_is_in_care() -> None:
    """No more than seven and a half months between two; the law says six."""
    held: dict[str, list[dt.date]] = {}
    for _, row in data.over_years("reviews"):
        held.setdefault(row["CHILD"], []).append(data.day(row["REVIEW"]))
    for child, days in held.items():
        assert days == sorted(days), child
        assert all(later - earlier < dt.timedelta(days=228) for earlier, later in zip(days, days[1:], strict=False)), child
        assert all(day.weekday() < 5 for day in days), child


def test_postcodes_belong_to_no_place() -> None:
    """The form of a postcode, in an area that does not exist."""
    form = re.compile(r"QX\d \d[ABD-HJLNP-UW-Z]{2}")
    for _, row in data.over_years("episodes"):
        for column in ("HOME_POST", "PL_POST"):
            assert not row[column] or form.fullmatch(row[column]), row


def test_the_tables_a_council_rarely_needs_are_there_too() -> None:
    """Unaccompanied, adoption, a young mother, missing, leaving care, an earlier order, a short stay, a status change."""
    for name in ("uasc", "ad1", "placed_for_adoption", "missing", "oc3", "previous_permanence", "oc2", "sw_episodes"):
        assert data.over_years(name), name
    assert any(row["MOTHER"] == "1" and row["MC_DOB"] for _, row in data.over_years("header"))
    rows = [row for life in data.episodes().values() for row in life]
    assert {"T3", "K2", "K3", "R3", "P1", "U1", "U3", "U4", "U6", "A6"} <= {row["PLACE"] for row in rows}
    assert {"V2", "V3", "V4", "C1", "C2", "E1", "L1", "L2"} <= {row["LS"] for row in rows}
    assert {"X1", "E4A", "E5", "E12"} <= {row["REC"] for row in rows}
