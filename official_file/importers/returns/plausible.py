"""What looks wrong about one child's rows and can be read all the same: it is kept as given, and reported.

The official file holds what the council sent. Whether somebody came to life again, or lived in two homes at once, is for people
to find out; the report tells them where.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from official_file.importers.report import Problems
from official_file.importers.returns.rows import Row
from official_file.importers.returns.tables import EPISODES, HEADER, MISSING, OC2, OC3, REVIEWS

KEPT = "It was kept as given."
DIED = "E2"
STAYED = frozenset({"", "X1"})  # no ending, or one that another episode follows
YES_OR_NO = ("CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE")
HIGHEST_SCORE = 40
DAYS = {EPISODES.name: ("DECOM", "DEC"), REVIEWS.name: ("REVIEW",), MISSING.name: ("MIS_START", "MIS_END")}

Found = Iterator[tuple[Row, str, str, str]]  # row, column, code, sentence


def without_twins(rows: Iterable[Row], problems: Problems) -> list[Row]:
    """The rows, each once. A row that is there twice, cell for cell, is reported."""
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        content = (row.table, *row.values.values())
        if content in first:
            what = f"this row is the same as row {first[content].line}. It was read once."
            problems.add("duplicate_row", what, table=row.table, row=row.line, file=row.file)
        else:
            first[content] = row
    return list(first.values())


def report_implausible(rows: list[Row], problems: Problems, *, today: date, with_header: bool) -> None:
    """Report what looks wrong. `with_header`: the return has a Header table, so every child should be in it."""
    checks: tuple[Callable[[list[Row]], Found], ...] = (_births, _open_episodes, _deaths, _endings, _numbers)
    found = [one for check in checks for one in check(rows)]
    found += list(_days_to_come(rows, today)) + (list(_without_header(rows)) if with_header else [])
    for row, column, code, what in found:
        problems.add(code, f"{what} {KEPT}", table=row.table, row=row.line, column=column, file=row.file)


def born(rows: Iterable[Row]) -> tuple[Row, date] | None:
    """The row that says when this child was born: the Header's, else the first that does."""
    saying = [(row, day) for row in rows if (day := row.day("DOB"))]
    return next((pair for pair in saying if pair[0].table == HEADER.name), saying[0] if saying else None)


def _births(rows: list[Row]) -> Found:
    said = born(rows)
    if said is None:
        return
    for row in rows:
        other = row.day("DOB")
        if other and other != said[1]:
            yield row, "DOB", "born_differs", f"the day of birth is not the one in {said[0].table}, row {said[0].line}, which was used."
            break
    for row in rows:
        begun = row.day("DECOM")
        if begun and begun < said[1]:
            yield row, "DECOM", "before_birth", "this begins before the day of birth."


def _open_episodes(rows: list[Row]) -> Found:
    still_open = [row for row in rows if row.table == EPISODES.name and row.day("DEC") is None]
    for row in still_open[1:]:
        yield row, "DEC", "two_open_episodes", f"this episode is open, and so is the one in row {still_open[0].line}."


def _deaths(rows: list[Row]) -> Found:
    for row in rows:
        died = row.day("DEC") if row.text("REC") == DIED else None
        later = next((other for other in rows if died and (other.day("DECOM") or died) > died), None)
        if later is not None:
            yield row, "REC", "life_after_death", f"this says that the young person died, and row {later.line} begins later. Ask the team."
        elif row.text("REC") == DIED and died is None:
            yield row, "DEC", "death_without_day", "this says that the young person died, and not when. Ask the team."
        elif row.text("IN_TOUCH") == "DIED":
            yield row, "IN_TOUCH", "death_without_day", "this says that the young person died, and not when. Ask the team."


def _endings(rows: list[Row]) -> Found:
    for row in rows:
        if row.table == EPISODES.name and row.text("REC") not in STAYED and row.day("DEC") is None:
            yield row, "DEC", "ending_without_day", "there is a reason for leaving care and no day."
        if row.table == EPISODES.name and not row.text("PLACE"):
            yield row, "PLACE", "no_place", "it does not say what kind of home this was."


def _numbers(rows: list[Row]) -> Found:
    for row in rows:
        if row.table != OC2.name:
            continue
        score = row.number("SDQ_SCORE")
        if score is not None and not 0 <= score <= HIGHEST_SCORE:
            yield row, "SDQ_SCORE", "number_out_of_range", f"a score is between 0 and {HIGHEST_SCORE}."
        for name in YES_OR_NO:
            if row.number(name) not in {None, 0, 1}:
                yield row, name, "number_out_of_range", "this is 1 for yes and 0 for no."


def _days_to_come(rows: list[Row], today: date) -> Found:
    for row in rows:
        for name in DAYS.get(row.table, ()):
            day = row.day(name)
            if day and day > today:
                yield row, name, "day_to_come", "this day is still to come."


def _without_header(rows: list[Row]) -> Found:
    if all(row.table not in {HEADER.name, OC3.name} for row in rows):
        what = "this young person is in no row of the Header table"
        yield rows[0], "CHILD", "not_in_header", f"{what}, so the day of birth may be missing."
