"""Whatever bytes a return is made of: a report or a sentence, and never another error."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from official_file.drafts import body_of
from official_file.importers.comparing import NOTHING_KNOWN
from official_file.importers.notes.entries import draft_of
from official_file.importers.notes.lines import read_lines
from official_file.importers.report import Report
from official_file.importers.returns.facts import facts_of
from official_file.importers.returns.person import person
from official_file.importers.returns.plausible import report_implausible, without_twins
from official_file.importers.returns.reading import NothingToRead, read_return
from official_file.importers.returns.sources import Origin
from official_file.kinds import check_facts
from tests.environment import ROOT
from tests.importers.malformed import EPISODES, HEADER, OC2, XML

TODAY = date(2026, 11, 22)
CELLS = st.sampled_from(
    ["", "0", "-1", "zz/zz/2015", "31/02/2020", "01/04/2019", "2019-04-01", "S", "E2", "V3", '"', "\x00", "é", "9" * 30]
)
NOTES = (ROOT / "demonstration" / "case_notes.jsonl").read_bytes().splitlines()[:40]


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """The good bytes with some of them replaced, cut out, or put in."""
    for _number in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(good))), draw(st.integers(0, 12))
        put_in = draw(st.binary(max_size=6) | CELLS.map(str.encode) | st.sampled_from([b",", b"\n", b'"', b"\r", b";", b"<", b"&"]))
        good = good[:at] + put_in + good[at + length :]
    return good


def read_whole(path: Path) -> Report:
    """Everything an import does with a return before the database."""
    report = Report()
    with suppress(NothingToRead):
        found = read_return(path, today=TODAY, report=report)
        for number, rows in found.children.items():
            once = without_twins(rows, report.problems)
            report_implausible(once, report.problems, today=TODAY, with_header=True)
            person(once)
            drafts = facts_of(number, once, NOTHING_KNOWN, Origin(found.year, found.as_of(TODAY)))
            assert len({draft.source.key for draft in drafts}) == len(drafts)
            for draft in drafts:
                check_facts(draft.kind, draft.facts)
                body_of(draft)
                assert len(draft.source.key) <= 200
    for problem in report.problems:
        assert problem.message.startswith(f"{problem.table}, row {problem.row}")
    report.as_json()
    return report


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_return_gives_a_report(data: st.DataObject) -> None:
    """CSV tables with bytes changed, cut out and put in."""
    with TemporaryDirectory() as folder:
        for name, good in (("header", HEADER), ("episodes", EPISODES), ("oc2", OC2)):
            (Path(folder) / f"{name}.csv").write_bytes(data.draw(damaged(good.encode())))
        read_whole(Path(folder))


@settings(max_examples=100, deadline=None)
@given(damaged(XML.encode()))
def test_a_damaged_xml_return_gives_a_report(content: bytes) -> None:
    """One XML file."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "return.xml").write_bytes(content)
        read_whole(Path(folder))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), max_size=8))
def test_any_cells_at_all_give_a_report(rows: list[list[str]]) -> None:
    """Episodes of nonsense about one child."""
    first = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE"
    with TemporaryDirectory() as folder:
        lines = [first, *(",".join(["900001", *row[1:]]) for row in rows)]
        (Path(folder) / "e.csv").write_text("\n".join(lines), encoding="utf-8")
        read_whole(Path(folder))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_damaged_case_notes_give_a_report(data: st.DataObject) -> None:
    """JSON Lines with bytes changed, cut out and put in."""
    lines = data.draw(st.lists(st.sampled_from(NOTES), min_size=1, max_size=4))
    report = Report()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notes.jsonl"
        path.write_bytes(data.draw(damaged(b"\n".join(lines))))
        for line in read_lines(path, report, set()):
            if line.type != "person":
                body_of(draft_of(line, as_of=TODAY))
    report.as_json()
