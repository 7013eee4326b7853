"""What an import says about itself: the JSON of the report, and the one sentence for people.

Every problem is a sentence that names table, row and column. The codes are stable; docs/how-to/import.md lists them.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

MOST_LISTED = 10_000  # problems; a file of nothing but faults must not fill the memory
MOST_SHOWN = 40  # characters of a cell that go into a sentence
NOT_DELIVERED, OF_THE_DATASET, NEEDED = "missing_table", "ssd_", frozenset({"ssd_person"})
GRAVE = frozenset({"cut_off"})  # codes that nobody may overlook among hundreds: said at the terminal, and first on the page of the run


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read, or was read and looks wrong. `row` is the line in the file; the first row is 1."""

    table: str
    row: int
    column: str
    code: str
    message: str
    file: str = ""


def is_not_delivered(code: str, table: str) -> bool:
    """Whether it says that a table of the dataset is not there: most councils make some of them never, so that is no problem."""
    return code == NOT_DELIVERED and table.startswith(OF_THE_DATASET) and table not in NEEDED


@dataclass(slots=True)
class _UnknownCode:
    """An unknown code is one problem, however many rows have it."""

    table: str
    row: int
    column: str
    file: str
    rows: int = 0


@dataclass(slots=True)
class Problems:
    """All problems of one run, up to MOST_LISTED."""

    listed: list[Problem] = field(default_factory=list)
    not_listed: int = 0
    _unknown: dict[tuple[str, str, str], _UnknownCode] = field(default_factory=dict)

    def add(self, code: str, what: str, *, table: str, row: int, column: str = "", file: str = "") -> None:
        """Add one. `what` is a sentence (or two) without the place; the place is put before it."""
        if len(self.listed) >= MOST_LISTED:
            self.not_listed += 1
            return
        place = f"{table}, row {row}" + (f", column {column}" if column else "")
        self.listed.append(Problem(table, row, column, code, f"{place}: {what}", file))

    def add_unknown_code(self, value: str, *, table: str, row: int, column: str, file: str = "") -> None:
        """A code that the return's lists do not hold: kept as given, and reported once with the number of rows."""
        if len(self._unknown) < MOST_LISTED:
            first = self._unknown.setdefault((table, column, value), _UnknownCode(table, row, column, file))
            first.rows += 1

    def __iter__(self) -> Iterator[Problem]:
        """Every problem; unknown codes last."""
        yield from self.listed
        for (_table, _column, value), first in self._unknown.items():
            rows = "1 row has" if first.rows == 1 else f"{first.rows} rows have"
            place = f"{first.table}, row {first.row}, column {first.column}"
            message = f"{place}: {shown(value)} is not a code of the return's list. {rows} it. It was kept as given."
            yield Problem(first.table, first.row, first.column, "unknown_code", message, first.file)

    def __len__(self) -> int:
        """How many there were, listed or not."""
        return len(self.listed) + len(self._unknown) + self.not_listed


@dataclass(frozen=True, slots=True)
class NotImported:
    """A column that was there and was left out, and why."""

    table: str
    field: str
    reason: str


@dataclass(slots=True)
class Report:
    """What one run read, did, and left out."""

    rows_read: int = 0
    children: dict[str, int] = field(default_factory=lambda: {"added": 0, "updated": 0, "unchanged": 0, "refused": 0})
    entries: dict[str, int] = field(default_factory=lambda: {"added": 0, "superseded": 0, "unchanged": 0})
    problems: Problems = field(default_factory=Problems)
    not_imported: list[NotImported] = field(default_factory=list)
    joined: int = 0
    tables: dict[str, int] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    def count_row(self, table: str) -> None:
        """One more row of this table was read."""
        self.rows_read += 1
        self.tables[table] = self.tables.get(table, 0) + 1

    def count_entries(self, *, added: int, superseded: int, unchanged: int, joined: int = 0) -> None:
        """What became of the facts of one child. `joined`: those that found the entry which tells them already."""
        self.joined += joined
        self.entries["added"] += added
        self.entries["superseded"] += superseded
        self.entries["unchanged"] += unchanged

    def leave_out(self, table: str, name: str, reason: str) -> None:
        """Say once that this column was left out."""
        left = NotImported(table, name, reason)
        if left not in self.not_imported:
            self.not_imported.append(left)

    def as_json(self) -> dict[str, Any]:
        """The keys every import's report has, and what this import adds to them."""
        return {
            "rows_read": self.rows_read,
            "children": dict(self.children),
            "entries": dict(self.entries),
            "entries_joined": self.joined,
            "problems": [asdict(problem) for problem in self.problems],
            "problems_not_listed": self.problems.not_listed,
            "not_imported": [asdict(left) for left in self.not_imported],
            "tables": dict(self.tables),
            **self.more,
        }

    def sentence(self) -> str:
        """The outcome for the person at the terminal: the counts, what is gone, who was not found, and what nobody may overlook."""
        children, entries = self.children, self.entries
        counted = (
            f"{self.rows_read} rows read. Children: {children['added']} added, {children['updated']} updated, "
            f"{children['unchanged']} unchanged, {children['refused']} refused. Entries: {entries['added']} added, "
            f"{entries['superseded']} superseded, {entries['unchanged']} unchanged{self._came_and_went()}."
        )
        grave = [problem.message for problem in self.problems.listed if problem.code in GRAVE]
        absent = sum(1 for problem in self.problems.listed if is_not_delivered(problem.code, problem.table))
        return " ".join((counted, *self._not_found(), _how_many(len(self.problems) - absent), *_not_here(absent), *grave))

    def _came_and_went(self) -> str:
        counts = (
            (self.more.get("gone"), "no longer there, closed until a worker has looked"),
            (self.more.get("there_again"), "there again"),
        )
        return "".join(f", {count} {words}" for count, words in counts if count)

    def _not_found(self) -> list[str]:
        asked = self.more.get("children_file")
        missing = len(asked["not_found"]) if asked else 0
        if not asked or not missing:
            return []
        return [f"Of the {asked['asked']} numbers asked for, {missing} {'is' if missing == 1 else 'are'} nobody's in the export."]


def _how_many(problems: int) -> str:
    if not problems:
        return "No problems."
    one = problems == 1
    return f"{problems} problem{'' if one else 's'}: the report (--report F) and the page Imports list {'it' if one else 'them'}."


def _not_here(tables: int) -> list[str]:
    if not tables:
        return []
    return ["1 table is not in this delivery." if tables == 1 else f"{tables} tables are not in this delivery."]


def shown(value: str) -> str:
    """A cell as it may stand in a sentence: short, in quotation marks, every odd character made visible."""
    cut = value if len(value) <= MOST_SHOWN else value[:MOST_SHOWN] + "..."
    return '"' + "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in cut) + '"'
