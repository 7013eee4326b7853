"""The return written as XML -> rows. One HEADER of a child holds cells of several tables; each becomes a row of its own.

Entities are refused, so that a small file cannot grow into a large one or fetch another. A file that is not well formed is
refused whole: nobody can say which children it lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from official_file.importers.report import Report
from official_file.importers.returns.rows import LONGEST_CELL, RawRow
from official_file.importers.returns.tables import HEADER, NOT_OF_THE_RETURN, TABLES, Table, column_name

CHUNK = 1 << 16
DEEPEST = 40
# In a HEADER: whether there are cells of the UASC table.
FLAGS = frozenset({"UASC"})


class BrokenXml(ValueError):
    """The file is not XML we can read: a stable code, the line, and a sentence."""

    def __init__(self, code: str, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.line = line
        self.sentence = sentence


def read_xml(path: Path, report: Report) -> Iterator[RawRow]:
    """Every row of every table in this file. Raises BrokenXml for what is not well formed or not safe, and OSError."""
    elements = _Elements(path.name, report)
    parser = DefusedXMLParser(target=elements)
    elements.place = parser.parser
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            _feed(parser, chunk, elements)
            yield from elements.take()
    _feed(parser, b"", elements)
    yield from elements.take()


def _feed(parser: DefusedXMLParser, chunk: bytes, elements: "_Elements") -> None:
    try:
        if chunk:
            parser.feed(chunk)
        else:
            parser.close()
    except BrokenXml:
        raise
    except DefusedXmlException:
        what = "the file declares entities, which a return never needs. It was refused, and nothing of it was imported."
        raise BrokenXml("forbidden_entity", elements.line(), what) from None
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (elements.line(), 0))[0]
        what = f"the file is not well-formed XML ({error}). Nothing of it was imported. Export it again."
        raise BrokenXml("broken_xml", line or 1, what) from None


@dataclass(slots=True)
class _Element:
    tag: str
    line: int
    text: list[str] = field(default_factory=list)
    size: int = 0
    cells: dict[str, str] = field(default_factory=dict)
    children: set[str] = field(default_factory=set)
    waiting: list[RawRow] = field(default_factory=list)
    has_parts: bool = False


class _Elements:
    """Gathers the cells of each element; rows come out when an element that says whose they are has ended."""

    def __init__(self, file: str, report: Report) -> None:
        self.file = file
        self.report = report
        self.open: list[_Element] = []
        self.ready: list[RawRow] = []
        self.place: Any = None  # the parser, which knows the line

    def line(self) -> int:
        """The line the parser has reached."""
        return int(self.place.CurrentLineNumber) if self.place else 1

    def take(self) -> list[RawRow]:
        """The rows that are whole."""
        found, self.ready = self.ready, []
        return found

    def close(self) -> None:
        """Called by the parser when the file has ended."""

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """Called by the parser. Raises BrokenXml for elements inside elements without end."""
        if len(self.open) >= DEEPEST:
            raise BrokenXml("broken_xml", self.line(), "the elements are nested far too deep. Nothing of it was imported.")
        if self.open:
            self.open[-1].has_parts = True
        self.open.append(_Element(column_name(tag.rpartition("}")[2]), self.line()))

    def data(self, text: str) -> None:
        """Called by the parser. A cell is kept only as far as it could be one."""
        here = self.open[-1]
        if here.size <= LONGEST_CELL:
            here.text.append(text[: LONGEST_CELL + 1])
            here.size += len(text)

    def end(self, _tag: str) -> None:
        """Called by the parser."""
        here = self.open.pop()
        above = self.open[-1] if self.open else None
        if not here.has_parts:
            if above is not None:
                above.cells[here.tag] = "".join(here.text)
            return
        rows = [*here.waiting, *_rows(here, self.file, self.report)]
        child = here.cells.get("CHILD", "").strip() or (here.children.pop() if above and len(here.children) == 1 else "")
        if above is None or child:
            self.ready += [_of_child(row, child, here.cells) for row in rows]
        else:
            above.waiting += rows
        if above is not None and child:
            above.children.add(child)


def _rows(element: _Element, file: str, report: Report) -> list[RawRow]:
    filled = {name for name, cell in element.cells.items() if cell.strip()}
    if element.tag == HEADER.name.upper():
        tables = [table for table in TABLES.values() if table is HEADER or table.signs & filled]
    else:
        best = max(TABLES.values(), key=lambda table: len(table.signs & filled))
        tables = [best] if best.signs & filled else []
    if tables:
        _report_left_out(element, tables, report)
    return [RawRow(table, file, element.line, element.cells) for table in tables]


def _report_left_out(element: _Element, tables: list[Table], report: Report) -> None:
    read = {column.name for table in tables for column in table.columns} | FLAGS
    for name in element.cells:
        if name not in read:
            reasons = (table.left_out[name] for table in tables if name in table.left_out)
            report.leave_out(tables[0].name, name[:60], next(reasons, NOT_OF_THE_RETURN))


def _of_child(row: RawRow, child: str, around: dict[str, str]) -> RawRow:
    """The row with the child's number, and the day of birth the element around it gives."""
    if not child or row.cells.get("CHILD", "").strip():
        return row
    return replace(row, cells={"DOB": around.get("DOB", ""), **row.cells, "CHILD": child})
