"""The made-up dataset that the proofs run on: every table, lives that hang together, the same at every run."""

import csv
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.environment import ROOT
from tests.factories.ssd import Export, a_day_later
from tests.factories.ssd.tables import FIELDS, key_of, tables

SPECIFICATION = ROOT.parent / "shared" / "data" / "ssd_fields.csv"
EXPORT = Export(children=300)
STARTS_AND_ENDS = (("start_date", "end_date"), ("start_date", "ceased_date"), ("req_date", "req_outcome_date"), ("from_date", "to_date"))


@pytest.fixture(scope="module")
def by_table() -> dict[str, list[dict[str, Any]]]:
    """The rows of a small export, by table."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for table, values in EXPORT.rows():
        found[table].append(values)
    return found


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not here")
def test_its_tables_and_columns_are_those_of_the_specification() -> None:
    rows = list(csv.reader(SPECIFICATION.read_text(encoding="utf-8").splitlines()))
    assert list(csv.reader(FIELDS.read_text(encoding="utf-8").splitlines())) == [row[:3] for row in rows]


def test_every_table_has_rows_and_every_row_a_key_of_its_own(by_table: dict[str, list[dict[str, Any]]]) -> None:
    assert set(by_table) == set(tables())
    for table, rows in by_table.items():
        assert len({key_of((table, row)) for row in rows}) == len(rows), table


def test_what_rows_point_at_is_there(by_table: dict[str, list[dict[str, Any]]]) -> None:
    people = {row["pers_person_id"] for row in by_table["ssd_person"]}
    for table, rows in by_table.items():
        pointing = [name for name in tables()[table] if name.endswith("person_id")]
        assert {row[name] for row in rows for name in pointing if row.get(name)} <= people, table
    homes = {row["clap_cla_placement_id"] for row in by_table["ssd_cla_placement"]}
    assert {row["clae_cla_placement_id"] for row in by_table["ssd_cla_episodes"]} <= homes
    workers = {row["prof_professional_id"] for row in by_table["ssd_professionals"]}
    assert {row["invo_professional_id"] for row in by_table["ssd_involvements"]} <= workers
    spells = {row["clae_cla_id"] for row in by_table["ssd_cla_episodes"]}
    assert {row["clar_cla_id"] for row in by_table["ssd_cla_reviews"]} <= spells


@pytest.mark.need("R92")
def test_no_end_is_before_its_start_and_nothing_is_still_to_come(by_table: dict[str, list[dict[str, Any]]]) -> None:
    for table, rows in by_table.items():
        for row in rows:
            for starts, ends in STARTS_AND_ENDS:
                start = next((row[name] for name in row if name.endswith(starts)), None)
                end = next((row[name] for name in row if name.endswith(ends)), None)
                assert not (start and end) or start <= end, (table, row)
            days = [value for name, value in row.items() if isinstance(value, date) and "target" not in name and "due" not in name]
            assert all(day <= EXPORT.day for day in days), (table, row)


def test_homes_follow_each_other_inside_the_time_in_care(by_table: dict[str, list[dict[str, Any]]]) -> None:
    episodes, homes = defaultdict(list), defaultdict(list)
    for row in by_table["ssd_cla_episodes"]:
        episodes[row["clae_person_id"]].append((row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"]))
    for row in by_table["ssd_cla_placement"]:
        homes[row["clap_person_id"]].append((row["clap_cla_placement_start_date"], row["clap_cla_placement_end_date"]))
    assert set(homes) == set(episodes)
    for person, stays in homes.items():
        stays.sort(key=lambda stay: stay[0])
        assert all(before[1] == after[0] for before, after in pairwise(stays))
        assert (stays[0][0], stays[-1][1]) == (min(start for start, _ in episodes[person]), sorted(episodes[person])[-1][1])


def test_meetings_keep_their_rhythm_and_some_are_missed(by_table: dict[str, list[dict[str, Any]]]) -> None:
    due = defaultdict(list)
    for row in by_table["ssd_cla_reviews"]:
        due[row["clar_cla_id"]].append(row["clar_cla_review_due_date"])
    gaps = [(later - earlier).days for days in due.values() for earlier, later in pairwise(days)]
    assert set(gaps) >= {90, 183}
    assert any(gap > 183 for gap in gaps)


def test_nobody_has_two_allocated_workers_on_one_day(by_table: dict[str, list[dict[str, Any]]]) -> None:
    workers = defaultdict(list)
    for row in by_table["ssd_involvements"]:
        if row["invo_professional_role_id"] == "Social Worker":
            workers[row["invo_person_id"]].append((row["invo_involvement_start_date"], row["invo_involvement_end_date"]))
    assert len(workers) == EXPORT.children
    for times in workers.values():
        assert all(before[1] is not None and before[1] < after[0] for before, after in pairwise(sorted(times, key=lambda one: one[0])))


def test_there_are_families_of_several(by_table: dict[str, list[dict[str, Any]]]) -> None:
    sizes = defaultdict(int)
    for row in by_table["ssd_family"]:
        sizes[row["fami_family_id"]] += 1
    assert {1, 2, 3, 4} <= set(sizes.values())


def test_the_same_seed_makes_the_same_rows_and_more_children_change_no_life() -> None:
    first = list(Export(children=40).rows())
    assert first == list(Export(children=40).rows())
    assert first == list(Export(children=80).rows())[: len(first)]
    assert first != list(Export(children=40, seed=1).rows())


def test_a_day_later_differs_in_exactly_the_rows_it_says() -> None:
    today, day = a_day_later(EXPORT, changed=12, added=5, vanished=9)
    tomorrow, next_day = a_day_later(today, returned=4)
    for before, after, said in ((EXPORT, today, day), (today, tomorrow, next_day)):
        was, now = ({key_of(row): row[1] for row in export.rows()} for export in (before, after))
        assert now.keys() - was.keys() == said.added | said.returned
        assert was.keys() - now.keys() == said.vanished
        assert {key for key in now.keys() & was.keys() if now[key] != was[key]} == said.changed
    assert next_day.returned <= day.vanished
    assert (len(day.changed), len(day.added), len(day.vanished), len(next_day.returned)) == (12, 5, 9, 4)


def test_folder_and_database_hold_the_same(tmp_path: Path) -> None:
    few = Export(children=10)
    few.write_csv(tmp_path / "ssd")
    few.write_database(f"sqlite:///{tmp_path / 'ssd.sqlite3'}")
    with closing(sqlite3.connect(tmp_path / "ssd.sqlite3")) as database:
        for table in tables():
            with (tmp_path / "ssd" / f"{table}.csv").open(encoding="utf-8") as file:
                written = [[cell or None for cell in row] for row in csv.reader(file)][1:]
            stored = database.execute(f"SELECT * FROM {table}").fetchall()
            assert [[None if cell is None else str(cell) for cell in row] for row in stored] == written
