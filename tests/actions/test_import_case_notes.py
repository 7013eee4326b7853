"""Case notes into the official file: people, workers, homes and what was written, line by line, each kept as it was."""

import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from audit.models import AuditEvent
from audit.who import NIGHTLY_IMPORT
from official_file.importers import case_notes
from official_file.importers.case_notes import NoNotesToRead, import_case_notes
from official_file.importers.report import Report
from official_file.importers.ssda903 import import_return
from official_file.models import Connection, Entry, EntryNow, EntrySource, ImportRun
from official_file.models.now import State
from official_file.queries import entries_for
from official_file.verify import verify
from people.models import Child, ChildName, Identifier, User
from tests.environment import ROOT
from tests.factories.people import NOW, a_member_of_staff
from tests.factories.returns import OPEN_HOME, a_return

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MUM = {"key": "c1", "names": ["Grace Okafor", "Mum"], "relation": "your mum", "professional": False}
PERSON: dict[str, Any] = {
    "type": "person",
    "child": "900001",
    "known_as": "Amara",
    "names": [{"name": "Amara Okafor", "kind": "legal", "from": None, "to": None}],
    "date_of_birth": "2013-03-02",
    "pronouns": "she",
    "first_language": "English",
    "stage": "in_care",
    "connections": [MUM],
}
VISIT: dict[str, Any] = {
    "type": "visit",
    "child": "900001",
    "key": "n-001",
    "date": "2024-02-03",
    "title": "Visit at home",
    "text": "We planted beans.\n\n  She said: \u201cThe blue room is mine.\u201d \u2764\ufe0f\t",
    "summary": "Ben came to see you.",
    "author": {"name": "Ben Hughes", "role": "social worker"},
    "written_on": "2024-02-04",
    "sections": ["homes", "helpers"],
    "sensitivity": 1,
}
WORKER: dict[str, Any] = {
    "type": "worker", "child": "900001", "key": "w1", "name": "Ben Hughes", "role": "social worker", "from": "2024-01-08", "to": None,
}  # fmt: skip
HOME: dict[str, Any] = {
    "type": "home", "child": "900001", "key": "h1", "from": "1998-01-01", "to": "2001-01-01", "date_precision": "year", "place": "K2",
}  # fmt: skip


def written(folder: Path, *lines: dict[str, Any] | str | bytes) -> Path:
    """A file of these lines; what is no dictionary is written as it is."""
    path = folder / "notes.jsonl"
    raw = (json.dumps(line) if isinstance(line, dict) else line for line in lines)
    path.write_bytes(b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in raw))
    return path


def bring_in(folder: Path, *lines: dict[str, Any] | str | bytes) -> Report:
    """Import these lines, as the night does."""
    return import_case_notes(written(folder, *lines), by=NIGHTLY_IMPORT, now=NOW)


def amara() -> Child:
    """The child of these notes."""
    return Child.objects.get(identifiers__key="900001")


def problems(report: Report) -> list[tuple[str, int, str, str]]:
    """Table, row, column and code of every problem."""
    return [(problem.table, problem.row, problem.column, problem.code) for problem in report.problems]


def entry(key: str = "n-001") -> Entry:
    """The newest entry that came from this line."""
    return Entry.objects.filter(sources__key=f"900001/{key}").latest("position")


# --- What goes in ----------------------------------------------------------------------------------------------


def test_a_person_gets_their_name_and_the_people_around_them_wait_for_a_worker(tmp_path: Path) -> None:
    """A return carries no names; nobody is family until a worker confirms that the child knows of them."""
    import_return(a_return(tmp_path / "r", episodes=OPEN_HOME), by=NIGHTLY_IMPORT, now=NOW)
    report = bring_in(tmp_path, PERSON)
    child = amara()
    assert (child.known_as, child.pronouns, child.first_language, child.stage) == ("Amara", "she", "English", "in_care")
    assert [(one.name, one.kind) for one in child.names.all()] == [("Amara Okafor", "legal")]
    mum = Connection.objects.get()
    assert (mum.names, mum.relation, mum.known_confirmed_at) == (["Grace Okafor", "Mum"], "your mum", None)
    assert report.children == {"added": 0, "updated": 1, "unchanged": 0, "refused": 0}


def test_somebody_no_return_ever_had_is_made_by_their_line(tmp_path: Path) -> None:
    """A care leaver from before there were returns; a later return finds them by the same number."""
    report = bring_in(tmp_path, PERSON | {"stage": "care_leaver", "date_of_birth": "1992-03-02"}, HOME)
    assert report.children["added"] == 1
    assert Identifier.objects.get(child=amara()).source == "ssda903"
    home = entry("h1")
    assert (home.kind, home.facts, str(home.when.precision)) == ("home", {"place": "K2"}, "year")


def test_words_are_kept_as_they_were_written_and_closed_to_their_subject(tmp_path: Path) -> None:
    """Byte for byte, with line breaks as LF; nobody reads them before a named worker opened them."""
    bring_in(tmp_path, PERSON, VISIT | {"text": "One\r\ntwo\rthree\n  \u0645\u0631\u062d\u0628\u0627 "})
    visit = entry()
    assert visit.text == "One\ntwo\nthree\n  \u0645\u0631\u062d\u0628\u0627 "
    assert visit.author == {"name": "Ben Hughes", "role": "social worker"}
    assert visit.facts == {"title": "Visit at home", "summary": "Ben came to see you.", "key": "n-001"}
    now = EntryNow.objects.get(pk=visit.pk)
    assert (now.state, now.opens_at, now.sections, now.day) == (State.WAITING, None, "|homes|helpers|", date(2024, 2, 3))
    user = User.objects.create_user(username="amara", password=None, kind="young_person")
    Child.objects.filter(pk=amara().pk).update(user=user)
    assert list(entries_for(user, amara(), NOW)) == []


@pytest.mark.parametrize(
    ("of_type", "kind"),
    [("letter", "letter"), ("review", "review_minutes"), ("plan", "plan"), ("decision", "decision"), ("assessment", "assessment")]
    + [("note", "note"), ("why_letter", "why_letter"), ("pen_picture", "pen_picture")],
)
def test_every_kind_of_record_becomes_an_entry_of_its_kind(of_type: str, kind: str, tmp_path: Path) -> None:
    """A review of the notes is its minutes; that it was held is the return's to say."""
    bring_in(tmp_path, PERSON, VISIT | {"type": of_type})
    assert entry().kind == kind


def test_a_worker_is_a_stretch_of_time_and_lets_nobody_read(tmp_path: Path) -> None:
    """Who helped, from and to."""
    bring_in(tmp_path, PERSON, WORKER)
    assert entry("w1").facts == {"worker_key": "w1", "name": "Ben Hughes", "role": "social worker"}
    assert amara().relationships.count() == 0


def test_a_date_nobody_knows_is_unknown(tmp_path: Path) -> None:
    """And so is a worker's beginning."""
    bring_in(tmp_path, PERSON, VISIT | {"date": None, "date_precision": "unknown"}, WORKER | {"from": None})
    assert {str(entry(key).when.precision) for key in ("n-001", "w1")} == {"unknown"}


def test_the_file_ends_whole(tmp_path: Path) -> None:
    """Chained, with source, day and run."""
    bring_in(tmp_path, PERSON, VISIT, WORKER, HOME)
    assert verify([amara()]) == (3, None)
    source = EntrySource.objects.get(key="900001/n-001")
    assert (source.system, source.as_of, source.run) == ("case_notes", date(2026, 11, 18), ImportRun.objects.get())


# --- Again, and corrected --------------------------------------------------------------------------------------


def test_the_same_notes_again_change_nothing(tmp_path: Path) -> None:
    """No second entry, name, connection or audit line."""
    lines = (PERSON, VISIT, WORKER, HOME)
    bring_in(tmp_path, *lines)
    models = (Child, ChildName, Connection, Entry, EntrySource, AuditEvent)
    before = [model.objects.count() for model in models]
    report = bring_in(tmp_path, *lines)
    assert [model.objects.count() for model in models] == before
    assert report.children == {"added": 0, "updated": 0, "unchanged": 1, "refused": 0}
    assert report.entries == {"added": 0, "superseded": 0, "unchanged": 3}


@pytest.mark.parametrize("changed", [{"text": "Corrected."}, {"sensitivity": 2}, {"title": "A visit"}, {"date": "2024-02-05"}])
def test_a_changed_record_supersedes_its_older_version(changed: dict[str, Any], tmp_path: Path) -> None:
    """The same child and key is the same record."""
    bring_in(tmp_path, PERSON, VISIT)
    first = entry()
    report = bring_in(tmp_path, PERSON, VISIT | changed)
    assert report.entries == {"added": 0, "superseded": 1, "unchanged": 0}
    assert entry().body["supersedes"] == str(first.pk)
    assert EntryNow.objects.get(pk=first.pk).superseded_by == entry()


def test_a_legal_name_that_became_a_former_one_moves_and_nothing_is_deleted(tmp_path: Path) -> None:
    """Somebody changed their name; old papers still show the old one."""
    bring_in(tmp_path, PERSON)
    names = [{"name": "Amara Okafor", "kind": "former", "from": None, "to": "2025-06-01"}, {"name": "Amara Eze", "kind": "legal"}]
    bring_in(tmp_path, PERSON | {"known_as": "Ama", "names": names})
    assert set(amara().names.values_list("name", "kind", "ends")) == {
        ("Amara Okafor", "former", date(2025, 6, 1)),
        ("Amara Eze", "legal", None),
        ("Amara", "known_as", date(2026, 11, 18)),  # what she was called until the notes said otherwise
    }
    assert amara().known_as == "Ama"


def test_what_a_worker_confirmed_holds_only_for_what_they_confirmed(tmp_path: Path) -> None:
    """The relation changed: somebody must ask again whether the child knows."""
    bring_in(tmp_path, PERSON)
    Connection.objects.update(known_confirmed_by=a_member_of_staff("Ben", "social_worker"), known_confirmed_at=NOW)
    bring_in(tmp_path, PERSON)
    assert Connection.objects.get().known_confirmed_at is not None
    bring_in(tmp_path, PERSON | {"connections": [MUM | {"relation": "your stepmum"}]})
    assert Connection.objects.get().known_confirmed_at is None


def test_what_a_line_leaves_empty_stays_as_it_is(tmp_path: Path) -> None:
    """Nobody was asked: what the young person said is not wiped out."""
    bring_in(tmp_path, PERSON)
    Child.objects.update(pronouns="they")
    bring_in(tmp_path, PERSON | {"pronouns": "", "first_language": ""})
    assert (amara().pronouns, amara().first_language) == ("they", "English")


# --- What is wrong ---------------------------------------------------------------------------------------------

A = ("visit", 2)
LINES: list[tuple[str, dict[str, Any] | str | bytes, tuple[str, int, str, str]]] = [
    ("no JSON", "{not json", ("notes", 2, "", "not_json")),
    ("a list", "[1, 2]", ("notes", 2, "", "not_json")),
    ("a number that is none", '{"type": NaN}', ("notes", 2, "", "not_json")),
    ("brackets without end", "[" * 100_000, ("notes", 2, "", "not_json")),
    ("no UTF-8", b'{"type": "\xff"}', ("notes", 2, "", "encoding")),
    ("a line of five megabytes", json.dumps(VISIT | {"text": "x" * 5_000_000}), ("notes", 2, "", "too_long")),
    ("an unknown type", VISIT | {"type": "gossip"}, ("notes", 2, "type", "wrong_type")),
    ("no type", {"child": "900001"}, ("notes", 2, "type", "wrong_type")),
    ("no title", {key: value for key, value in VISIT.items() if key != "title"}, (*A, "", "schema_required")),
    ("an unknown key", VISIT | {"mood": "cross"}, (*A, "", "schema_additionalProperties")),
    ("30 February", VISIT | {"date": "2026-02-30"}, (*A, "date", "wrong_date")),
    ("the day first", VISIT | {"date": "03/02/2024"}, (*A, "date", "wrong_date")),
    ("an author who is a word", VISIT | {"author": "Ben"}, (*A, "author", "schema_type")),
    ("blank words", VISIT | {"text": " \n "}, (*A, "text", "schema_pattern")),
    ("a name of 400 characters", VISIT | {"title": "x" * 400}, (*A, "title", "schema_maxLength")),
    ("an unknown section", VISIT | {"sections": ["hard_things"]}, (*A, "sections[0]", "schema_enum")),
    ("a sensitivity of 3", VISIT | {"sensitivity": 3}, (*A, "sensitivity", "schema_enum")),
    ("the end before the start", VISIT | {"date_to": "2024-01-01"}, (*A, "date_to", "end_before_start")),
    ("a worker who ended before", WORKER | {"to": "2023-01-01"}, ("worker", 2, "to", "end_before_start")),
    ("a zero character", VISIT | {"text": "a\x00b"}, (*A, "text", "unreadable_character")),
    ("half of a pair", VISIT | {"title": "a\ud800b"}, (*A, "title", "unreadable_character")),
    ("a child nobody knows", VISIT | {"child": "999999"}, (*A, "child", "unknown_child")),
    ("a key of somebody else's number", VISIT | {"child": "'; --"}, (*A, "child", "schema_pattern")),
    ("the same key twice", WORKER | {"key": "n-002", "name": "Other"}, ("worker", 2, "key", "key_twice")),
]


@pytest.mark.parametrize(("line", "problem"), [one[1:] for one in LINES], ids=[one[0] for one in LINES])
def test_a_line_that_does_not_fit_is_left_out_with_a_sentence_and_the_others_go_in(
    line: dict[str, Any] | str | bytes, problem: tuple[str, int, str, str], tmp_path: Path
) -> None:
    """The sentence names the line, and repeats nothing of what it says."""
    first = PERSON if problem[3] != "key_twice" else WORKER | {"key": "n-002"}
    if problem[3] == "key_twice":
        bring_in(tmp_path, PERSON)
    report = bring_in(tmp_path, first, line, VISIT | {"key": "n-003"})
    assert problem in problems(report)
    message = next(one.message for one in report.problems if one.code == problem[3])
    assert message.startswith(f"{problem[0]}, row {problem[1]}")
    assert message.endswith(".")
    assert len(message) < 300
    assert "beans" not in message
    assert entry("n-003").kind == "visit"
    assert not Entry.objects.filter(sources__key="900001/n-001").exists()


def test_a_name_in_any_script_of_up_to_200_characters_is_taken(tmp_path: Path) -> None:
    """Long, Arabic, Kurdish, with marks."""
    for name in ("x" * 200, "\u0626\u0627\u0631\u06cc\u0627", "Rezh\u00ee", "Siobh\u00e1n O\u2019Brien-\u0141\u0119cka"):
        assert problems(bring_in(tmp_path, PERSON | {"known_as": name})) == []
        assert amara().known_as == name
    assert problems(bring_in(tmp_path, PERSON | {"known_as": "x" * 201}, VISIT)) == [("person", 1, "known_as", "schema_maxLength")]


def test_a_line_that_is_there_twice_is_read_once(tmp_path: Path) -> None:
    """And reported."""
    report = bring_in(tmp_path, PERSON, VISIT, VISIT)
    assert problems(report) == [("visit", 3, "key", "duplicate_row")]
    assert report.entries["added"] == 1


def test_children_are_counted_once_and_those_of_whom_nothing_could_be_read_are_refused(tmp_path: Path) -> None:
    """Added, updated, unchanged or refused."""
    lines = [PERSON, VISIT, VISIT | {"child": "999999"}, VISIT | {"key": "n-002", "date": "2026-02-30"}]
    assert bring_in(tmp_path, *lines).children == {"added": 1, "updated": 0, "unchanged": 0, "refused": 1}


def test_when_the_audit_cannot_be_written_nothing_else_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """People, names, connections and entries of a batch stand or fall together."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise DatabaseError("the audit is full")

    monkeypatch.setattr(case_notes, "record_many", refuse)
    with pytest.raises(DatabaseError):
        bring_in(tmp_path, PERSON, VISIT)
    assert [model.objects.count() for model in (Child, ChildName, Connection, Entry)] == [0, 0, 0, 0]


def test_batches_do_not_change_what_goes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person in one batch, what was written about them in the next ones."""
    monkeypatch.setattr(case_notes, "MOST_LINES", 1)
    told: list[int] = []
    path = written(tmp_path, PERSON, *(VISIT | {"key": f"n-{number}"} for number in range(4)))
    report = import_case_notes(path, by=NIGHTLY_IMPORT, now=NOW, progress=lambda done, total: told.append(round(100 * done / total)))
    assert (report.children["added"], report.entries["added"]) == (1, 4)
    assert told == sorted(told)
    assert told[-1] > 90


# --- At the terminal, and the demonstration ----------------------------------------------------------------------


def test_the_command_reports_and_ends_with_2_when_there_is_nothing_to_read(tmp_path: Path) -> None:
    """A file that is not there; a file of which no line can be read."""
    said = io.StringIO()
    call_command("import_case_notes", str(written(tmp_path, PERSON, VISIT)), report="-", stdout=said, stderr=io.StringIO())
    assert json.loads(said.getvalue())["rows_read"] == 2
    for path in (tmp_path / "nowhere.jsonl", tmp_path, written(tmp_path, "x")):
        with pytest.raises(CommandError) as refusal:
            call_command("import_case_notes", str(path), report=str(tmp_path / "report.json"))
        assert refusal.value.returncode == 2
    assert json.loads((tmp_path / "report.json").read_text())["problems"][0]["code"] == "not_json"
    with pytest.raises(NoNotesToRead):
        bring_in(tmp_path, "")


def test_the_demonstration_council_goes_in_without_a_problem_and_twice_without_a_change() -> None:
    """Its returns and its notes are those a council could have sent."""
    folder = ROOT / "demonstration"
    years = sorted((folder / "ssda903").iterdir())
    now = NOW + timedelta(days=7)  # after the last of its notes was written
    for year in years:
        assert problems(import_return(year, by=NIGHTLY_IMPORT, now=now)) == []
    assert problems(import_case_notes(folder / "case_notes.jsonl", by=NIGHTLY_IMPORT, now=now)) == []
    assert Child.objects.filter(known_as="").count() == 0
    before = Entry.objects.count()
    later = now + timedelta(days=1)
    reports = [import_return(year, by=NIGHTLY_IMPORT, now=later) for year in years]
    reports.append(import_case_notes(folder / "case_notes.jsonl", by=NIGHTLY_IMPORT, now=later))
    assert [report.entries["added"] + report.entries["superseded"] for report in reports] == [0, 0, 0, 0]
    assert Entry.objects.count() == before
    assert verify(list(Child.objects.all())) == (before, None)


@pytest.mark.need("R34")
def test_whose_voice_a_note_is_comes_with_it_when_the_source_says_so(tmp_path: Path) -> None:
    told = {**VISIT, "key": "n-002", "voice": "reported"}
    report = import_case_notes(
        written(tmp_path, PERSON, VISIT, told, {**VISIT, "key": "n-003", "voice": "a guess"}), by=NIGHTLY_IMPORT, now=NOW
    )
    assert sorted(str(entry.facts.get("voice", "")) for entry in Entry.objects.filter(sources__system="case_notes")) == ["", "reported"]
    assert [problem["code"] for problem in report.as_json()["problems"]] == ["schema_enum"]
