"""Exports with one thing wrong in each, made here so that everybody can read what is wrong.

Each begins as a good export of two people: P1, whose rows are always right, and P2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.importers.ssd.exports import AMARA, EPISODE, HOME, REVIEW, TOBI, Cells, table_text

TWO = {"cla_episode_id": "E2", "person_id": "P2", "cla_id": "C2", "cla_placement_id": "H2"}
EPISODE_2: Cells = {**EPISODE, **TWO, "cla_episode_ceased_date": "2020-01-10", "cla_episode_ceased_reason": "X1"}
HOME_2: Cells = {**HOME, "cla_placement_id": "H2", "cla_id": "C2", "person_id": "P2", "cla_placement_end_date": "2020-01-10"}
REVIEW_2: Cells = {**REVIEW, "cla_review_id": "R2", "cla_id": "C2"}
PLAN: Cells = {"table_id": "K2", "person_id": "P2", "cla_care_plan_start_date": "2018-02-13", "cla_care_plan_json": '{"LTFOST18": "Y"}'}
FORM: Cells = {"table_id": "S2", "person_id": "P2", "sdq_completed_date": "2025-02-03", "sdq_score": "11"}
VISIT: Cells = {"cla_visit_id": "V2", "person_id": "P2", "cla_visit_date": "2025-02-03", "cla_visit_seen": "Y"}
GOOD: dict[str, list[Cells]] = {
    "ssd_person": [AMARA, TOBI],
    "ssd_cla_episodes": [EPISODE, EPISODE_2],
    "ssd_cla_placement": [HOME, HOME_2],
    "ssd_cla_reviews": [REVIEW, REVIEW_2],
    "ssd_cla_care_plan": [PLAN],
    "ssd_sdq_scores": [FORM],
    "ssd_cla_visits": [VISIT],
}
BOTH, ONLY_THE_FIRST, NOBODY = ("P1", "P2"), ("P1",), ()
Files = dict[str, bytes]


@dataclass(frozen=True)
class Malformed:
    """One export: how to make it, the problem it must name, and who is imported all the same."""

    name: str
    files: Callable[[], Files]
    problem: tuple[str, int, str, str]  # table, row, column, code
    imported: tuple[str, ...] = BOTH

    def write(self, folder: Path) -> Path:
        """Write the files and return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files().items():
            (folder / name).write_bytes(content)
        return folder


def good() -> Files:
    """The good export."""
    return {f"{name}.csv": table_text(name, rows).encode() for name, rows in GOOD.items()}


def with_cells(table: str, row: int, **cells: str) -> Callable[[], Files]:
    """The good export with other cells in one row (0: the first under the headings)."""

    def files() -> Files:
        rows = [dict(one) for one in GOOD[table]]
        rows[row] |= cells
        return good() | {f"{table}.csv": table_text(table, rows).encode()}

    return files


def with_text(table: str, change: Callable[[str], str | bytes]) -> Callable[[], Files]:
    """The good export with the text of one table changed."""

    def files() -> Files:
        text = change(table_text(table, GOOD[table]))
        return good() | {f"{table}.csv": text if isinstance(text, bytes) else text.encode()}

    return files


def without(table: str, *columns: str) -> Callable[[], Files]:
    """The good export without some columns of one table."""
    return lambda: good() | {f"{table}.csv": table_text(table, GOOD[table], leave_out=columns).encode()}


def _line(text: str, number: int, change: Callable[[str], str]) -> str:
    lines = text.splitlines()
    lines[number - 1] = change(lines[number - 1])
    return "\n".join(lines) + "\n"


EXPORTS = (
    Malformed(
        "a day that is none",
        with_cells("ssd_cla_episodes", 1, cla_episode_start_date="16/13/2017"),
        ("ssd_cla_episodes", 3, "clae_cla_episode_start_date", "unreadable_date"),
    ),
    Malformed(
        "a day that never was",
        with_cells("ssd_cla_visits", 0, cla_visit_date="2025-02-30"),
        ("ssd_cla_visits", 2, "clav_cla_visit_date", "unreadable_date"),
    ),
    Malformed(
        "a day of another century",
        with_cells("ssd_cla_visits", 0, cla_visit_date="2925-02-03"),
        ("ssd_cla_visits", 2, "clav_cla_visit_date", "unreadable_date"),
    ),
    Malformed(
        "words for a birthday", with_cells("ssd_person", 1, dob="a Tuesday"), ("ssd_person", 3, "pers_dob", "unreadable_date"), ("P1",)
    ),
    Malformed(
        "an end before its beginning",
        with_cells("ssd_cla_placement", 1, cla_placement_end_date="2016-01-01"),
        ("ssd_cla_placement", 3, "clap_cla_placement_end_date", "end_before_start"),
    ),
    Malformed(
        "a score in words", with_cells("ssd_sdq_scores", 0, sdq_score="high"), ("ssd_sdq_scores", 2, "csdq_sdq_score", "unreadable_number")
    ),
    Malformed(
        "neither yes nor no",
        with_cells("ssd_cla_visits", 0, cla_visit_seen="perhaps"),
        ("ssd_cla_visits", 2, "clav_cla_visit_seen", "unreadable_answer"),
    ),
    Malformed(
        "broken JSON",
        with_cells("ssd_cla_care_plan", 0, cla_care_plan_json='{"LTFOST18": "Y"'),
        ("ssd_cla_care_plan", 2, "lacp_cla_care_plan_json", "broken_json"),
    ),
    Malformed(
        "JSON as deep as a well",
        with_cells("ssd_cla_care_plan", 0, cla_care_plan_json="[" * 40_000),
        ("ssd_cla_care_plan", 2, "lacp_cla_care_plan_json", "broken_json"),
    ),
    Malformed(
        "a code nobody knows",
        with_cells("ssd_cla_placement", 1, cla_placement_type="ZZ9"),
        ("ssd_cla_placement", 3, "clap_cla_placement_type", "unknown_code"),
    ),
    Malformed(
        "a letter that cannot be read",
        with_text("ssd_cla_visits", lambda text: text.replace("V2", "V\x01")),
        ("ssd_cla_visits", 2, "clav_cla_visit_id", "unreadable_character"),
    ),
    Malformed(
        "a key without an end",
        with_cells("ssd_cla_visits", 0, cla_visit_id="V" * 90),
        ("ssd_cla_visits", 2, "clav_cla_visit_id", "too_long"),
    ),
    Malformed("a name without an end", with_cells("ssd_person", 1, forename="T" * 600), ("ssd_person", 3, "pers_forename", "too_long")),
    Malformed(
        "too few cells",
        with_text("ssd_cla_reviews", lambda text: _line(text, 3, lambda line: line.rsplit(",", 3)[0])),
        ("ssd_cla_reviews", 3, "", "too_few_cells"),
    ),
    Malformed(
        "too many cells",
        with_text("ssd_cla_reviews", lambda text: _line(text, 3, lambda line: line + ",what,is,this")),
        ("ssd_cla_reviews", 3, "", "too_many_cells"),
    ),
    Malformed(
        "an open quotation mark",
        with_text("ssd_cla_reviews", lambda text: _line(text, 3, lambda line: '"' + line)),
        ("ssd_cla_reviews", 3, "", "open_quotation_mark"),
    ),
    Malformed(
        "a row without an end",
        with_text("ssd_cla_reviews", lambda text: _line(text, 3, lambda line: line + "x" * 70_000)),
        ("ssd_cla_reviews", 3, "", "too_long"),
    ),
    Malformed(
        "no table of persons",
        lambda: {name: text for name, text in good().items() if "person" not in name},
        ("ssd_person", 1, "", "missing_table"),
        NOBODY,
    ),
    Malformed(
        "no table of visits",
        lambda: {name: text for name, text in good().items() if "visits" not in name},
        ("ssd_cla_visits", 1, "", "missing_table"),
    ),
    Malformed("no column for the score", without("ssd_sdq_scores", "sdq_score"), ("ssd_sdq_scores", 1, "csdq_sdq_score", "missing_column")),
    Malformed(
        "no column that says whose", without("ssd_sdq_scores", "person_id"), ("ssd_sdq_scores", 1, "csdq_person_id", "missing_column")
    ),
    Malformed(
        "a column twice",
        with_text("ssd_cla_visits", lambda text: "".join(f"{line},{line.split(',')[0]}\n" for line in text.splitlines())),
        ("ssd_cla_visits", 1, "clav_cla_visit_id", "column_twice"),
    ),
    Malformed("an empty file", lambda: good() | {"ssd_missing.csv": b""}, ("ssd_missing.csv", 1, "", "empty_file")),
    Malformed("something else", lambda: good() | {"rota.csv": b"day,who\nMonday,Ben\n"}, ("rota.csv", 1, "", "ignored_file")),
    Malformed("semicolons", with_text("ssd_cla_visits", lambda text: text.replace(",", ";")), ("ssd_cla_visits", 1, "", "separator")),
    Malformed(
        "the old Windows way",
        lambda: good() | {"ssd_person.csv": table_text("ssd_person", [AMARA, {**TOBI, "forename": "Tobénna"}]).encode("cp1252")},
        ("ssd_person", 3, "", "encoding"),
    ),
    Malformed("UTF-16", with_text("ssd_cla_visits", lambda text: text.encode("utf-16")), ("ssd_cla_visits", 1, "", "encoding")),
    Malformed(
        "a row twice",
        lambda: good() | {"ssd_cla_visits.csv": table_text("ssd_cla_visits", [VISIT, VISIT]).encode()},
        ("ssd_cla_visits", 3, "", "duplicate_row"),
    ),
    Malformed(
        "one key for two rows",
        lambda: good() | {"ssd_cla_visits.csv": table_text("ssd_cla_visits", [VISIT, {**VISIT, "cla_visit_date": "2025-03-03"}]).encode()},
        ("ssd_cla_visits", 3, "clav_cla_visit_id", "key_twice"),
    ),
    Malformed("a row of nobody", with_cells("ssd_cla_reviews", 1, cla_id="C9"), ("ssd_cla_reviews", 3, "clar_cla_id", "nobodys_row")),
    Malformed(
        "a row of a stranger", with_cells("ssd_cla_visits", 0, person_id="P9"), ("ssd_cla_visits", 2, "clav_person_id", "unknown_person")
    ),
)
