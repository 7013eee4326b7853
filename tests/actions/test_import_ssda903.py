"""A return into the official file: added once, corrected by the next, whole children only, and every look accounted for."""

import io
import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from audit.models import AuditEvent
from audit.who import NIGHTLY_IMPORT
from official_file.importers import ssda903
from official_file.importers.report import Report
from official_file.importers.ssda903 import import_return
from official_file.models import Entry, EntryNow, EntrySource, ImportRun
from official_file.models.now import State
from official_file.queries import entries_for, waiting_count
from official_file.verify import verify
from people.models import Child, Identifier, User
from tests.factories.people import NOW
from tests.factories.returns import HEADER, OPEN_HOME, a_return

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LAST_YEAR = datetime(2025, 5, 1, 3, tzinfo=UTC)


def bring_in(folder: Path, now: datetime = NOW) -> Report:
    """Import, as the night does."""
    return import_return(folder, by=NIGHTLY_IMPORT, now=now)


def child(number: str = "900001") -> Child:
    """The child with this number."""
    return Child.objects.get(identifiers__source="ssda903", identifiers__key=number)


def with_account(number: str = "900001") -> User:
    """An account for this child."""
    user = User.objects.create_user(username=f"u{number}", password=None, kind="young_person", display_name="Amara")
    Child.objects.filter(pk=child(number).pk).update(user=user, notice_acknowledged_at=NOW)
    return user


def seen(user: User, number: str = "900001", at: datetime = NOW) -> list[tuple[str, date | None]]:
    """Kind and end of what the child sees at that moment."""
    return [(row.kind, row.end_day) for row in entries_for(user, child(number), at)]


def everything() -> dict[str, int]:
    """How many rows there are in every table an import writes, but for the runs themselves."""
    return {model.__name__: model.objects.count() for model in (Child, Identifier, Entry, EntrySource, EntryNow, AuditEvent)}


def test_a_return_becomes_children_and_entries_with_their_source(tmp_path: Path) -> None:
    """No names: a return carries none. Every fact says where it is from, as of when, and which run brought it."""
    report = bring_in(a_return(tmp_path, episodes=OPEN_HOME))
    amara = child()
    assert (amara.known_as, amara.date_of_birth, amara.stage) == ("", date(2013, 3, 2), "in_care")
    assert Identifier.objects.get(source="upn").key == "M999410117101"
    assert Counter(amara.entries_now.values_list("kind", flat=True)) == Counter(
        ["came_into_care", "home", "legal_status", "reason_for_care", "ethnic_background"]
    )
    run = ImportRun.objects.get()
    source = EntrySource.objects.get(key="episodes/900001/2017-05-16/1/home")
    assert (source.system, source.as_of, source.run) == ("ssda903", date(2018, 3, 31), run)
    assert run.report == report.as_json()
    assert run.ended_at is not None
    assert verify([amara]) == (5, None)


def test_the_same_return_again_changes_nothing(tmp_path: Path) -> None:
    """No second row anywhere, and the report says so."""
    folder = a_return(tmp_path, episodes=OPEN_HOME, oc2="900001,02/03/2013,11,,1,,1,1,1,0", reviews="900001,02/03/2013,08/09/2017,PN1")
    first = bring_in(folder)
    before = everything()
    again = bring_in(folder, NOW + timedelta(days=1))
    assert everything() == before
    assert again.children == {"added": 0, "updated": 0, "unchanged": 1, "refused": 0}
    assert again.entries == {"added": 0, "superseded": 0, "unchanged": first.entries["added"]}


def test_next_years_return_adds_and_ends_what_was_open(tmp_path: Path) -> None:
    """An open home that now has an end becomes an entry that supersedes the old one."""
    bring_in(a_return(tmp_path / "1", episodes="900001,16/05/2024,S,C2,N3,U4,PR1,,,"), LAST_YEAR)
    ended = ["900001,16/05/2024,S,C2,N3,U4,PR1,01/07/2025,X1,CARPL", "900001,01/07/2025,P,C2,N3,K2,PR1,,,"]
    report = bring_in(a_return(tmp_path / "2", episodes=ended))
    assert report.entries == {"added": 2, "superseded": 1, "unchanged": 4}
    assert report.children["updated"] == 1
    old, new = Entry.objects.filter(sources__key="episodes/900001/2024-05-16/1/home").order_by("position")
    assert new.body["supersedes"] == str(old.pk)
    assert (old.when.end, new.when.end) == (None, date(2025, 7, 1))
    assert EntryNow.objects.get(pk=old.pk).superseded_by_id == new.pk
    assert verify([child()])[1] is None


def test_a_home_does_not_vanish_while_its_ending_is_still_news(tmp_path: Path) -> None:
    """The old version is read until the new one opens; the end of a home is not told before its time."""
    bring_in(a_return(tmp_path / "1", episodes="900001,16/05/2024,S,C2,N3,U4,PR1,,,"), LAST_YEAR)
    user = with_account()
    last_week = (NOW - timedelta(days=7)).strftime("%d/%m/%Y")
    bring_in(a_return(tmp_path / "2", episodes=f"900001,16/05/2024,S,C2,N3,U4,PR1,{last_week},X1,"))
    assert ("home", None) in seen(user)
    assert [kind for kind, _end in seen(user)].count("home") == 1
    homes = [end for kind, end in seen(user, at=NOW + timedelta(days=120)) if kind == "home"]
    assert homes == [(NOW - timedelta(days=7)).date()]


def test_a_held_reason_never_hides_a_home(tmp_path: Path) -> None:
    """One row, an entry for each fact: the home opens by rule, the reason waits for a worker."""
    bring_in(a_return(tmp_path, episodes="900001,16/05/2017,S,C2,N1,U4,PR1,,,"))
    states = dict(child().entries_now.values_list("kind", "state"))
    assert (states["home"], states["reason_for_care"]) == (State.BY_RULE, State.WAITING)
    kinds = [kind for kind, _end in seen(with_account())]
    assert "home" in kinds
    assert "reason_for_care" not in kinds


def test_adoption_leaves_no_trace_of_an_import(tmp_path: Path) -> None:
    """Its tables and its codes: nothing to see, and nothing counted as waiting."""
    episodes = ["900001,16/05/2017,S,E1,N1,U5,PR1,01/06/2018,X1,", "900001,01/06/2018,P,E1,N1,A6,PR1,01/06/2019,E12,"]
    bring_in(a_return(tmp_path, episodes=episodes, ad1="900001,,01/09/2017,01/03/2018,0,2,FF,L3", placed="900001,,01/06/2018,,"))
    rows = child().entries_now.filter(kind__in=("adoption", "home", "legal_status", "left_care"))
    assert rows.count() == 7
    assert all(row.no_trace and row.opens_at is None for row in rows)
    assert waiting_count(child()) == child().entries_now.filter(no_trace=False, state=State.WAITING).count()
    assert not {kind for kind, _end in seen(with_account())} & {"adoption", "home", "legal_status", "left_care"}


def test_nothing_of_the_adopters_is_imported(tmp_path: Path) -> None:
    """It is about them, and is said to be left out."""
    report = bring_in(a_return(tmp_path, episodes=OPEN_HOME, ad1="900001,,01/09/2017,01/03/2018,0,2,FF,L3"))
    left = {(one.table, one.field) for one in report.not_imported}
    assert {("AD1", "NB_ADOPTR"), ("AD1", "SEX_ADOPTR"), ("AD1", "LS_ADOPTR"), ("Header", "SEX")} <= left


def test_one_unreadable_row_refuses_its_child_and_nobody_else(tmp_path: Path) -> None:
    """Also when the child is known: what the file holds stays as it is."""
    two = [HEADER, "900002,M,18/09/2010,WBRI,,0,"]
    bring_in(a_return(tmp_path / "1", header=two, episodes=[OPEN_HOME, OPEN_HOME.replace("900001", "900002")]))
    before = child("900002").entries.count()
    broken = ["900001,16/05/2017,S,C2,N3,U4,PR1,01/05/2018,X1,", "900002,16/05/2017,S,C2,N3,U4,PR1,41/05/2018,X1,"]
    report = bring_in(a_return(tmp_path / "2", header=two, episodes=broken))
    assert report.children == {"added": 0, "updated": 1, "unchanged": 0, "refused": 1}
    assert child("900002").entries.count() == before
    assert [problem.message for problem in report.problems] == [
        'Episodes, row 3, column DEC: "41/05/2018" is not a day of the calendar. Look it up and correct it. '
        "Nothing of this young person was imported."
    ]


def test_each_changed_child_has_one_line_in_its_audit_and_an_unchanged_one_none(tmp_path: Path) -> None:
    """Counts only: the audit holds nothing of the record."""
    folder = a_return(tmp_path, episodes=OPEN_HOME)
    bring_in(folder)
    bring_in(folder)
    event = AuditEvent.objects.get()
    assert (event.event, event.child, event.by_name) == ("return_imported", child().pk, "Nightly import")
    assert event.facts == {"added": 5, "corrected": 0}


def test_when_the_audit_cannot_be_written_nothing_else_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One transaction for a batch: its children, their facts, their audit."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise DatabaseError("the audit is full")

    monkeypatch.setattr(ssda903, "record_many", refuse)
    with pytest.raises(DatabaseError):
        bring_in(a_return(tmp_path, episodes=OPEN_HOME))
    assert everything() == dict.fromkeys(everything(), 0)


def test_a_pupil_number_of_somebody_else_is_not_taken_over(tmp_path: Path) -> None:
    """Two children of one number: the second is imported without it, and people are asked."""
    two = [HEADER, HEADER.replace("900001", "900002")]
    report = bring_in(a_return(tmp_path, header=two, episodes=[OPEN_HOME, OPEN_HOME.replace("900001", "900002")]))
    assert Identifier.objects.filter(source="upn").count() == 1
    assert [(problem.code, problem.column) for problem in report.problems] == [("pupil_number_taken", "UPN")]


def test_a_death_is_marked_and_life_after_it_unmarks_it(tmp_path: Path) -> None:
    """Kept as given in the file; the mark that closes an account stands only while nothing contradicts it."""
    bring_in(a_return(tmp_path / "1", episodes="900001,16/05/2017,S,C2,N3,U4,PR1,01/05/2018,E2,"))
    assert child().died_on == date(2018, 5, 1)
    report = bring_in(a_return(tmp_path / "2", episodes="900001,16/05/2019,S,C2,N3,U4,PR1,,,"))
    assert child().died_on is None
    assert [problem.code for problem in report.problems] == ["life_after_death"]
    assert child().entries_now.get(kind="left_care").no_trace


def test_an_older_return_adds_what_is_missing_and_undoes_nothing(tmp_path: Path) -> None:
    """Read in the wrong order, the newer one stands."""
    newer = a_return(tmp_path / "2", header=HEADER.replace("2013", "2005"), episodes="900001,16/05/2017,S,C2,N3,U4,PR1,01/05/2023,E5,")
    older = a_return(tmp_path / "1", header=HEADER.replace("2013", "2005"), episodes=OPEN_HOME, reviews="900001,,08/09/2017,PN1")
    bring_in(newer)
    report = bring_in(older)
    assert child().stage == "care_leaver"
    assert report.entries == {"added": 1, "superseded": 0, "unchanged": 5}
    assert child().entries_now.current().get(kind="home").end_day == date(2023, 5, 1)


def test_a_child_nobody_has_a_birthday_for_is_brought_in_and_reported(tmp_path: Path) -> None:
    """Only in the episodes: not refused."""
    report = bring_in(a_return(tmp_path, episodes=[OPEN_HOME, OPEN_HOME.replace("900001", "900009")]))
    assert child("900009").date_of_birth is None
    assert [(problem.code, problem.row) for problem in report.problems] == [("not_in_header", 3)]


def test_children_are_written_in_batches_and_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a long import says how far it is."""
    monkeypatch.setattr(ssda903, "BATCH", 2)
    told: list[tuple[int, int]] = []
    rows = [OPEN_HOME.replace("900001", str(number)) for number in range(900001, 900006)]
    import_return(a_return(tmp_path, episodes=rows), by=NIGHTLY_IMPORT, now=NOW, progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_a_batch_takes_few_questions_however_many_children_it_has(tmp_path: Path, django_assert_max_num_queries: Any) -> None:
    """The number of statements does not grow with the children."""
    rows = [OPEN_HOME.replace("900001", str(number)) for number in range(900001, 900021)]
    folder = a_return(tmp_path, episodes=rows)
    with django_assert_max_num_queries(45):
        bring_in(folder)
    with django_assert_max_num_queries(20):
        bring_in(folder)


# --- At the terminal -------------------------------------------------------------------------------------------


def test_the_report_is_the_published_one_on_standard_output_or_in_a_file(tmp_path: Path) -> None:
    """The keys that others script against."""
    folder, said, spoken = a_return(tmp_path / "r", episodes=OPEN_HOME), io.StringIO(), io.StringIO()
    call_command("import_ssda903", str(folder), report="-", stdout=said, stderr=spoken)
    report = json.loads(said.getvalue())
    assert report["rows_read"] == 2
    assert report["children"] == {"added": 1, "updated": 0, "unchanged": 0, "refused": 0}
    assert report["entries"] == {"added": 5, "superseded": 0, "unchanged": 0}
    assert report["problems"] == []
    assert report["not_imported"][0].keys() == {"table", "field", "reason"}
    assert spoken.getvalue().startswith("2 rows read. Children: 1 added")


def test_a_progress_bar_is_shown_when_it_is_asked_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """On standard error, so that a report on standard output stays JSON."""
    call_command("import_ssda903", str(a_return(tmp_path / "r", episodes=OPEN_HOME)), progress=True, stderr=io.StringIO())
    said = capfd.readouterr()
    assert "Importing" in said.err
    assert said.out == ""


def test_xml_and_csv_of_one_return_give_the_same_facts(tmp_path: Path) -> None:
    """The same child twice would be one child: nothing is new when the other form comes in."""
    bring_in(a_return(tmp_path / "csv", episodes=OPEN_HOME))
    xml = (
        "<R><HEADER><CHILDID>900001</CHILDID><DOB>2013-03-02</DOB><ETHNIC>BAFR</ETHNIC></HEADER><EPISODE><CHILDID>900001</CHILDID>"
        "<DECOM>2017-05-16</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N3</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER></EPISODE></R>"
    )
    (tmp_path / "return.xml").write_text(xml)
    report = bring_in(tmp_path / "return.xml")
    assert report.entries == {"added": 0, "superseded": 0, "unchanged": 5}
    assert report.children["unchanged"] == 1
