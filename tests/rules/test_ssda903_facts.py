"""Rows of a return -> facts: what a row says alone, what it says beside others, and that the order of returns does not matter."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from official_file.drafts import EntryDraft, body_of
from official_file.importers.comparing import Changes, Known, Stored, changes
from official_file.importers.report import Problems
from official_file.importers.returns.facts import facts_of
from official_file.importers.returns.person import person
from official_file.importers.returns.plausible import report_implausible, without_twins
from official_file.importers.returns.rows import RawRow, Row, read_row
from official_file.importers.returns.sources import Origin
from official_file.importers.returns.tables import TABLES
from official_file.kinds import check_facts
from official_file.plain_language.when import Precision, When

CHILD = "900001"
TODAY = date(2026, 11, 22)


def row(table: str, line: int = 2, **cells: str) -> Row:
    """One row of a table; what is not given is blank."""
    problems = Problems()
    found = read_row(RawRow(TABLES[table], f"{table}.csv", line, {"CHILD": CHILD, **cells}), problems)
    assert found is not None, list(problems)
    return found


def episode(start: str, end: str = "", *, rne: str = "S", legal: str = "C2", need: str = "N3", **more: str) -> Row:
    """One row of Episodes."""
    cells = {"PLACE": "U4", "PLACE_PROVIDER": "PR1", "REC": "X1" if end else "", **more}
    return row("Episodes", DECOM=start, DEC=end, RNE=rne, LS=legal, CIN=need, **cells)


@dataclass
class File:
    """A child's file as the importer sees it: what was added, newest version by key."""

    by_key: dict[str, Stored] = field(default_factory=dict)

    def read(self, *rows: Row, year: int = 2026) -> Changes:
        """Import one return about this child."""
        origin = Origin(year, min(date(year, 3, 31), TODAY))
        drafts = facts_of(CHILD, list(rows), Known(self.by_key), origin)
        assert len({draft.source.key for draft in drafts}) == len(drafts)
        new = changes(drafts, Known(self.by_key))
        for draft in new.drafts:
            check_facts(draft.kind, draft.facts)
            self.by_key[draft.source.key] = Stored(uuid4(), body_of(draft), draft.source.as_of)
        return new

    def dispose_of(self, key: str) -> None:
        """What a lawful disposal leaves."""
        self.by_key[key] = Stored(self.by_key[key].entry_id, {})

    def of(self, kind: str) -> list[tuple[Any, ...]]:
        """(from, to, code or facts) of every entry of one kind, oldest first."""
        found = [(stored.when.start, stored.when.end, stored.fact("code")) for _key, stored in Known(self.by_key).of_kind(kind)]
        return sorted(found, key=lambda one: (one[0] or date.min, one[2] or ""))


def kinds(drafts: Iterable[EntryDraft]) -> list[str]:
    """Which kinds, sorted."""
    return sorted(draft.kind for draft in drafts)


# --- A row alone -----------------------------------------------------------------------------------------------


def test_one_row_makes_an_entry_for_each_of_its_facts() -> None:
    """Home, legal status, reason, move and coming into care are entries of their own, so that none hides another."""
    new = File().read(episode("16/05/2017", "05/09/2017", REASON_PLACE_CHANGE="CARPL"))
    assert kinds(new.added) == ["came_into_care", "home", "legal_status", "move_reason", "reason_for_care"]
    keys = {draft.kind: draft.source.key for draft in new.added}
    assert keys["home"] == "episodes/900001/2017-05-16/1/home"
    home = next(draft for draft in new.added if draft.kind == "home")
    assert (home.when, home.facts) == (When(date(2017, 5, 16), date(2017, 9, 5)), {"place": "U4", "provider": "PR1", "rne": "S"})


def test_leaving_care_is_told_on_its_day_and_a_death_with_the_code_as_given() -> None:
    """X1 is no leaving."""
    file = File()
    file.read(episode("16/05/2017", "05/09/2017", REC="E4A"), episode("01/02/2019", "03/02/2019", REC="E2"))
    assert file.of("left_care") == [(date(2017, 9, 5), None, "E4A"), (date(2019, 2, 3), None, "E2")]


def test_an_ending_without_a_day_is_kept_with_an_unknown_day() -> None:
    """Readable and odd: kept as given."""
    file = File()
    file.read(episode("16/05/2017", REC="E7"))
    assert [stored.when.precision for _key, stored in Known(file.by_key).of_kind("left_care")] == [Precision.UNKNOWN]


def test_the_other_tables_each_say_what_they_hold() -> None:
    """One row of each, and the facts they make."""
    new = File().read(
        row("Header", DOB="02/03/2010", ETHNIC="BAFR", MOTHER="1", MC_DOB="01/02/2026"),
        row("Reviews", REVIEW="08/09/2025", REVIEW_CODE="PN1"),
        row("UASC", DUC="02/03/2028"),
        row("OC2", SDQ_SCORE="11", CONVICTED="1", TEETH_CHECK="0"),
        row("OC3", IN_TOUCH="YES", ACTIV="F2", ACCOM="D1"),
        row("AD1", DATE_INT="01/05/2025", DATE_MATCH="01/06/2025", FOSTER_CARE="0"),
        row("PlacedAdoption", DATE_PLACED="01/07/2025"),
        row("PrevPerm", PREV_PERM="P2", LA_PERM="E01", DATE_PERM="zz/03/2015"),
        row("Missing", MISSING="M", MIS_START="11/10/2025", MIS_END="13/10/2025"),
        row("SWEpisodes", SW_ID="W1", SW_DECOM="08/01/2024", SW_REASON="LEFTRL"),
        row("DoLo", DOLO_START="01/05/2025"),
    )
    said = {draft.kind: dict(draft.facts) for draft in new.added if draft.kind != "adoption"}
    assert said == {
        "ethnic_background": {"code": "BAFR"},
        "own_child": {"born": "2026-02-01"},
        "review_held": {"code": "PN1"},
        "unaccompanied": {"until": "2028-03-02"},
        "health_check": {"sdq_score": 11, "teeth_check": 0},
        "conviction": {},
        "leaving_care_touch": {"code": "YES"},
        "leaving_care_activity": {"code": "F2"},
        "leaving_care_home": {"code": "D", "suitable": 1},
        "previous_order": {"code": "P2", "authority": "E01"},
        "missing_episode": {"code": "M"},
        "worker_period": {"worker_key": "W1", "reason": "LEFTRL"},
        "deprivation_of_liberty": {},
    }
    adoption = [(draft.facts["step"], draft.restricted) for draft in new.added if draft.kind == "adoption"]
    assert adoption == [("decided", "adoption"), ("matched", "adoption"), ("placed", "adoption")]
    order = next(draft for draft in new.added if draft.kind == "previous_order")
    assert order.when == When(date(2015, 3, 1), None, Precision.MONTH)


def test_no_to_a_risk_and_blank_health_cells_make_no_entry() -> None:
    """CONVICTED 0 is nothing to tell; a row of blanks neither; OC3 writes 0 where nobody was in touch."""
    new = File().read(row("OC2", CONVICTED="0"), row("OC3", IN_TOUCH="NO", ACTIV="0", ACCOM="0"))
    assert kinds(new.added) == ["leaving_care_touch"]


def test_a_yearly_fact_is_kept_for_each_year() -> None:
    """Last year's health checks are not corrected by this year's."""
    file = File()
    assert len(file.read(row("OC2", SDQ_SCORE="11"), year=2025).added) == 1
    assert len(file.read(row("OC2", SDQ_SCORE="9"), year=2026).added) == 1
    assert len(file.read(row("OC2", SDQ_SCORE="8"), year=2026).corrected) == 1


# --- Beside the rows before ------------------------------------------------------------------------------------


def test_a_legal_status_that_goes_on_over_moves_is_one_entry() -> None:
    """It begins where it changed and lasts until the last row that carries it on ends."""
    file = File()
    file.read(
        episode("16/05/2017", "05/09/2017", legal="V2"),
        episode("05/09/2017", "13/02/2018", rne="L", legal="C1"),
        episode("13/02/2018", "21/08/2018", rne="L", legal="C2"),
        episode("21/08/2018", "10/01/2020", rne="P", legal="C2"),
        episode("10/01/2020", rne="T", legal="C2"),
    )
    assert file.of("legal_status") == [
        (date(2017, 5, 16), date(2017, 9, 5), "V2"),
        (date(2017, 9, 5), date(2018, 2, 13), "C1"),
        (date(2018, 2, 13), None, "C2"),
    ]


def test_a_legal_status_begins_anew_after_a_time_out_of_care_and_where_the_code_differs_without_a_word() -> None:
    """RNE P with another code is an error of the source, and both are told."""
    file = File()
    file.read(
        episode("16/05/2017", "05/09/2017", REC="E4A"),
        episode("01/01/2019", "01/02/2019", rne="P"),
        episode("01/02/2019", rne="P", legal="V2"),
    )
    assert [start for start, _end, _code in file.of("legal_status")] == [date(2017, 5, 16), date(2019, 1, 1), date(2019, 2, 1)]


def test_next_years_return_ends_what_was_open_and_carries_on_what_goes_on() -> None:
    """An open home that now has an end is a correction; a legal status known from last year is not told twice."""
    file = File()
    file.read(episode("16/05/2017", "21/08/2018"), episode("21/08/2018", rne="P"), year=2025)
    new = file.read(
        episode("21/08/2018", "01/05/2025", rne="P", REASON_PLACE_CHANGE="CARPL"), episode("01/05/2025", rne="P", PLACE="K2"), year=2026
    )
    assert kinds(new.corrected) == ["home"]
    assert kinds(new.added) == ["home", "move_reason"]
    assert new.corrected[0].supersedes is not None
    assert file.of("legal_status") == [(date(2017, 5, 16), None, "C2")]
    assert [start for start, _end, _code in file.of("reason_for_care")] == [date(2017, 5, 16)]


def test_a_status_that_changes_next_year_ends_the_one_before_it() -> None:
    """Though the rows of the one before are not in this return."""
    file = File()
    file.read(episode("16/05/2017", "01/05/2025", legal="V2"), episode("01/05/2025", rne="P", legal="V2"), year=2026)
    file.read(episode("01/05/2025", "01/06/2025", rne="P", legal="V2"), episode("01/06/2025", rne="L", legal="C1"), year=2027)
    assert file.of("legal_status") == [(date(2017, 5, 16), date(2025, 6, 1), "V2"), (date(2025, 6, 1), None, "C1")]


def test_a_reason_is_told_once_for_each_time_in_care_and_again_when_it_is_another() -> None:
    """The return repeats the need in every row."""
    file = File()
    file.read(
        episode("16/05/2017", "05/09/2017", need="N5"),
        episode("05/09/2017", "13/02/2018", rne="P", need="N5"),
        episode("13/02/2018", "21/08/2018", rne="P", need="N1", REC="E4A"),
        episode("01/01/2020", need="N5"),
    )
    assert [(start, code) for start, _end, code in file.of("reason_for_care")] == [
        (date(2017, 5, 16), "N5"),
        (date(2018, 2, 13), "N1"),
        (date(2020, 1, 1), "N5"),
    ]


def test_planned_short_stays_are_homes_and_no_coming_into_care() -> None:
    """Each stay is listed; one legal status and one reason for the series, next year too."""
    file = File()
    stays = [("04/10/2024", "06/10/2024"), ("22/11/2024", "24/11/2024"), ("17/01/2025", "19/01/2025")]
    file.read(*(episode(start, end, legal="V3", need="N2", REC="E4A") for start, end in stays), year=2025)
    new = file.read(episode("09/05/2025", "11/05/2025", legal="V3", need="N2", REC="E4A"), year=2026)
    assert (kinds(new.added), kinds(new.corrected)) == (["home"], ["legal_status"])
    assert len(file.of("home")) == 4
    assert all(stored.fact("short_break") == 1 for _key, stored in Known(file.by_key).of_kind("home"))
    assert file.of("came_into_care") == file.of("left_care") == []
    assert file.of("legal_status") == [(date(2024, 10, 4), date(2025, 5, 11), "V3")]
    assert len(file.of("reason_for_care")) == 1


def test_two_rows_that_begin_on_one_day_keep_their_keys_in_any_order() -> None:
    """Their number follows from what they say: coming into care first, a blank end last."""
    first, second = episode("16/05/2017", "16/05/2017"), episode("16/05/2017", rne="P", PLACE="K2")
    file = File()
    assert len(file.read(first, second).added) > 0
    assert file.read(second, first).drafts == []
    places = {key: stored.fact("place") for key, stored in Known(file.by_key).of_kind("home")}
    assert places == {"episodes/900001/2017-05-16/1/home": "U4", "episodes/900001/2017-05-16/2/home": "K2"}


# --- Run twice, older returns, disposal --------------------------------------------------------------------------


def test_the_same_return_again_changes_nothing() -> None:
    """Whatever is in it."""
    rows = (
        episode("16/05/2017", "21/08/2018"),
        episode("21/08/2018", rne="P"),
        row("OC2", SDQ_SCORE="11"),
        row("Reviews", REVIEW="08/09/2025"),
    )
    file = File()
    file.read(*rows)
    again = file.read(*rows)
    assert (again.drafts, again.unchanged) == ([], len(file.by_key))


def test_an_older_return_that_still_said_open_does_not_open_what_a_newer_one_has_closed() -> None:
    """And the same year may take an end back."""
    file = File()
    file.read(episode("16/05/2017", "01/05/2025"), year=2026)
    assert file.read(episode("16/05/2017"), year=2025).drafts == []
    assert kinds(file.read(episode("16/05/2017"), year=2026).corrected) == ["home", "legal_status"]


def test_what_was_lawfully_destroyed_does_not_come_back() -> None:
    """The key is still known, and its content is nobody's to restore."""
    file = File()
    file.read(row("Reviews", REVIEW="08/09/2025", REVIEW_CODE="PN1"))
    file.dispose_of("reviews/900001/2025-09-08/1")
    assert file.read(row("Reviews", REVIEW="08/09/2025", REVIEW_CODE="PN7")).drafts == []


# --- The person ------------------------------------------------------------------------------------------------


def test_a_death_is_marked_unless_something_contradicts_it() -> None:
    """A death followed by life is kept as given, and people must look."""
    death = episode("16/05/2017", "05/09/2017", REC="E2")
    assert person([death]).died_on == date(2017, 9, 5)
    assert person([death, episode("01/01/2019")]).died_on is None


def test_the_stage_is_said_only_where_the_return_says_it() -> None:
    """In care while an episode is open; a care leaver from 16, or in the table of those who left."""
    header = row("Header", DOB="02/03/2005")
    assert person([header, episode("16/05/2017")]).stage == "in_care"
    assert person([header, episode("16/05/2017", "02/03/2023", REC="E5")]).stage == "care_leaver"
    assert person([header, row("OC3", IN_TOUCH="YES", ACTIV="F2", ACCOM="D1")]).stage == "care_leaver"
    assert person([row("Header", DOB="02/03/2015"), episode("16/05/2017", "05/09/2017", REC="E4A")]).stage == ""


def test_a_pupil_number_is_taken_only_when_it_is_one() -> None:
    """UN1 to UN5 say why there is none."""
    assert person([row("Header", UPN="M999410117101")]).pupil_number == "M999410117101"
    assert person([row("Header", UPN="UN3")]).pupil_number == ""


# --- The order of returns ----------------------------------------------------------------------------------------

LIFE_BEGINS, LIFE_ENDS = date(2016, 1, 1), date(2022, 3, 31)
STRETCHES = st.lists(
    st.tuples(
        st.integers(1, 700),  # days it lasts
        st.sampled_from([0, 0, 0, 0, 30]),  # days out of care after it
        st.sampled_from(["P", "P", "T", "L", "B", "U"]),
        st.sampled_from(["C1", "C2", "V2"]),
        st.sampled_from(["N1", "N3"]),
        st.sampled_from(["U4", "K2"]),
    ),
    min_size=1,
    max_size=8,
)


def life(stretches: list[tuple[int, int, str, str, str, str]]) -> list[tuple[date, date, str, str, str, str, bool]]:
    """Episodes one after the other: start, end, RNE, legal status, need, place, and whether care ended with it."""
    found, start, in_care = [], LIFE_BEGINS, False
    for days, out, rne, legal, need, place in stretches:
        end = start + timedelta(days=days)
        found.append((start, end, rne if in_care else "S", legal, need, place, out > 0))
        start, in_care = end + timedelta(days=out), out == 0
    return found


def return_of(year: int, episodes: list[tuple[date, date, str, str, str, str, bool]]) -> list[Row]:
    """What the return for the year to 31 March says: the episodes open in it, and of their ends only those by then."""
    begins, ends = date(year - 1, 4, 1), date(year, 3, 31)
    rows = []
    for start, end, rne, legal, need, place, leaves in episodes:
        if start <= ends and end >= begins:
            over = end <= ends
            cells = {"REC": ("E4A" if leaves else "X1") if over else "", "REASON_PLACE_CHANGE": "CARPL" if over else "", "PLACE": place}
            rows.append(episode(f"{start:%d/%m/%Y}", f"{end:%d/%m/%Y}" if over else "", rne=rne, legal=legal, need=need, **cells))
    return rows


def told(file: File) -> dict[str, Any]:
    """What a file tells, however it is cut: legal statuses joined where they touch, reasons by time in care."""
    homes = sorted((start, end or date.max) for start, end, _code in file.of("home"))
    times: list[list[date]] = []
    for start, end in homes:
        if times and start <= times[-1][1]:
            times[-1][1] = max(times[-1][1], end)
        else:
            times.append([start, end])
    covered: dict[str, set[tuple[date, date]]] = {}
    for start, end, code in file.of("legal_status"):
        joined = covered.setdefault(code, set())
        before = next((one for one in joined if one[1] >= start), None)
        joined.discard(before) if before else None
        joined.add((before[0] if before else start, max(end or date.max, before[1] if before else date.min)))
    reasons = {(max(begun for begun, _end in times if begun <= start), code) for start, _end, code in file.of("reason_for_care")}
    alone = {kind: file.of(kind) for kind in ("home", "came_into_care", "move_reason", "left_care")}
    return {**alone, "legal_status": covered, "reason_for_care": reasons}


@settings(max_examples=150)
@given(STRETCHES, st.permutations(range(2016, 2023)))
def test_returns_tell_the_same_in_whatever_order_they_are_read(
    stretches: list[tuple[int, int, str, str, str, str]], order: list[int]
) -> None:
    """Oldest first or not; and each again changes nothing."""
    episodes = life(stretches)
    in_order, in_any_order = File(), File()
    for year in sorted(order):
        in_order.read(*return_of(year, episodes), year=year)
    for year in order:
        in_any_order.read(*return_of(year, episodes), year=year)
    assert told(in_any_order) == told(in_order)
    for year in order:
        assert in_any_order.read(*return_of(year, episodes), year=year).drafts == []


# --- What looks wrong ------------------------------------------------------------------------------------------


def codes_of(*rows: Row) -> list[str]:
    """The codes of what is reported about these rows."""
    problems = Problems()
    report_implausible(without_twins(rows, problems), problems, today=TODAY, with_header=True)
    return [problem.code for problem in problems]


def test_what_is_odd_and_readable_is_reported_and_nothing_is_left_out() -> None:
    """Each by its own code."""
    header = row("Header", DOB="02/03/2013")
    assert codes_of(header, episode("16/05/2017")) == []
    assert codes_of(header, episode("16/05/2012")) == ["before_birth"]
    assert codes_of(header, episode("16/05/2027")) == ["day_to_come"]
    assert codes_of(header, episode("16/05/2017"), episode("16/05/2018")) == ["two_open_episodes"]
    assert codes_of(header, episode("16/05/2017", REC="E4A")) == ["ending_without_day"]
    assert codes_of(header, episode("16/05/2017", PLACE="")) == ["no_place"]
    assert codes_of(header, row("OC2", SDQ_SCORE="41")) == ["number_out_of_range"]
    assert codes_of(header, row("Reviews", DOB="03/03/2013", REVIEW="08/09/2025")) == ["born_differs"]
    assert codes_of(header, header) == ["duplicate_row"]
    assert codes_of(episode("16/05/2017")) == ["not_in_header"]


def test_identities_of_stored_entries_are_kept_for_corrections() -> None:
    """A correction names the entry it supersedes."""
    file = File()
    file.read(row("Reviews", REVIEW="08/09/2025", REVIEW_CODE="PN1"))
    (before,) = [stored.entry_id for stored in file.by_key.values()]
    (draft,) = file.read(row("Reviews", REVIEW="08/09/2025", REVIEW_CODE="PN3")).corrected
    assert isinstance(before, UUID)
    assert draft.supersedes == before
