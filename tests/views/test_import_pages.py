"""What staff read about imports: each run and what was left out, stale sources, who somebody is, and what is gone."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from official_file.actions.open_entry import open_entry
from official_file.models import EntryNow, ImportRun
from people.actions.answer_match import answer_match
from people.doubting import doubt_match, drop_doubts
from people.errors import NotAllowed
from people.models import DoubtfulMatch, Identifier, Task, TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.importers.test_vanishing import home, night

pytestmark = pytest.mark.django_db
REPORT: dict[str, Any] = {
    "rows_read": 1234,
    "children": {"added": 3, "updated": 2, "unchanged": 40, "refused": 1},
    "entries": {"added": 12, "superseded": 3, "unchanged": 900},
    "entries_joined": 4,
    "gone": 5,
    "problems": [
        {
            "table": "cla_reviews",
            "row": number,
            "column": "date",
            "code": "unreadable_date",
            "message": f'cla_reviews, row {number}: "x" is no day.',
        }
        for number in range(2, 12)
    ]
    + [{"table": "person", "row": 2, "column": "", "code": "duplicate_row", "message": "person, row 2: this row was there before."}],
    "problems_not_listed": 0,
    "not_imported": [
        {"table": "address", "field": "postcode", "reason": "Where people live is never shown to anybody here."},
        {"table": "address", "field": "json", "reason": "Where people live is never shown to anybody here."},
    ],
    "tables": {"cla_reviews": 1000, "person": 234},
}


@pytest.fixture
def staff(cast: Cast, client: Client) -> Client:
    """Imani at her desk, on the day of NOW."""
    with time_machine.travel(NOW, tick=False):
        yield sign_in(client, cast.imani)


def a_run(system: str = "ssd", *, days_ago: int = 0, report: dict[str, Any] | None = None, ended: bool = True) -> ImportRun:
    """A run of the past."""
    began = NOW - timedelta(days=days_ago)
    return ImportRun.objects.create(
        system=system, started_at=began, ended_at=began + timedelta(minutes=4) if ended else None, report=report or {}
    )


@pytest.mark.need("R87")
def test_a_run_says_what_came_in_what_is_odd_and_what_was_left_out_and_why(staff: Client) -> None:
    run = a_run(report=REPORT)
    page = staff.get(reverse("portal:import_run", args=[run.pk])).content.decode()
    assert "1,234" in page
    assert "12 added, 3 changed, 4 joined to what another source told, 5 no longer there" in page
    assert "3 new, 2 with something new, 40 unchanged, 1 left out" in page
    assert page.count("is no day") == 5, "the first few of a kind"
    assert "And 5 more like these." in page
    assert page.index("is no day") < page.index("person, row 2"), "the table with most problems first"
    assert page.count("Where people live is never shown") == 1, "a reason is said once"
    assert "postcode, json" in page


@pytest.mark.need("R87")
def test_the_list_says_which_facts_are_stale_and_which_run_was_stopped(staff: Client) -> None:
    a_run(days_ago=9, report=REPORT)
    a_run("ssda903", days_ago=200, report={"entries": {"added": 0, "superseded": 0, "unchanged": 7}, "problems": []})
    a_run("case_notes", days_ago=10, ended=False)
    page = staff.get(reverse("portal:imports")).content.decode()
    assert page.count("Stale. Ask why no import came.") == 2, "the nightly one is late; of the notes none ever ended"
    assert page.count(">Fresh<") == 1
    assert "11 problems" in page
    assert "Nothing had changed." in page
    assert "It was stopped. The next run went on from there." in page


@pytest.mark.need("R87")
def test_an_export_that_was_cut_off_is_said_in_the_list_and_first_on_the_page_of_the_run(staff: Client) -> None:
    cut = {"table": "visits", "row": 1, "column": "", "code": "cut_off", "message": "visits, row 1: only 3 of the 11 rows are here."}
    run = a_run(report=REPORT | {"problems": [*REPORT["problems"], cut]})
    assert "Some of it may be missing" in staff.get(reverse("portal:imports")).content.decode()
    page = staff.get(reverse("portal:import_run", args=[run.pk])).content.decode()
    assert page.index("only 3 of the 11 rows") < page.index("is no day")


def test_tables_that_are_not_there_are_said_together_and_last(staff: Client) -> None:
    absent = [
        {
            "table": f"ssd_t{number}",
            "row": 1,
            "column": "",
            "code": "missing_table",
            "message": f"ssd_t{number}, row 1: this table is not there.",
        }
        for number in range(7)
    ]
    page = staff.get(
        reverse("portal:import_run", args=[a_run(report=REPORT | {"problems": [*absent, *REPORT["problems"]]}).pk])
    ).content.decode()
    assert (page.count("Not in this delivery: tables"), page.count("this table is not there.")) == (1, 7)
    assert page.index("person, row 2") < page.index("ssd_t0")
    runs = staff.get(reverse("portal:imports")).content.decode()
    assert "7 tables are not in this delivery." in runs
    assert f">{len(REPORT['problems'])} problem" in runs.replace("\n", "")


def test_no_page_about_imports_names_a_child_or_needs_anything_to_be_there(cast: Cast, staff: Client) -> None:
    page = staff.get(reverse("portal:imports")).content.decode()
    assert "Nothing was ever imported" in page
    run = a_run()
    for url in (reverse("portal:imports"), reverse("portal:import_run", args=[run.pk])):
        assert not [child for child in cast.young_people if child.known_as in staff.get(url).content.decode()]


def test_who_somebody_is_is_asked_of_those_who_work_with_the_child(cast: Cast, client: Client) -> None:
    match = doubt_match(source="ssd", key="P100123", child=cast.amara, why="born_differs", now=NOW)
    with time_machine.travel(NOW, tick=False):
        page = sign_in(client, cast.ben).get(reverse("portal:who_is_this")).content.decode()
        assert "Is P100123 the same person as Amara?" in page
        assert "A number is the same, but the day of birth is not." in page
        task = Task.objects.get(kind=TaskKind.CHECK_IDENTITY, child=cast.amara)
        assert client.get(reverse("portal:task", args=[task.pk])).url == reverse("portal:who_is_this")
        assert client.post(reverse("portal:match_answer", args=[match.pk]), {"answer": "perhaps"}).status_code == 422
        done = client.post(reverse("portal:match_answer", args=[match.pk]), {"answer": "same"}, follow=True)
        assert "Ben Hughes said on" in done.content.decode()
        assert sign_in(client, cast.dev).get(reverse("portal:who_is_this")).content.decode().count("P100123") == 0
        assert client.post(reverse("portal:match_answer", args=[match.pk]), {"answer": "same"}).status_code == 404
    match.refresh_from_db()
    assert (match.answer, match.answered_by) == ("same", cast.ben)
    assert not Task.objects.open().filter(kind=TaskKind.CHECK_IDENTITY).exists()
    assert AuditEvent.objects.get(event="match_answered").child == cast.amara.pk


def test_an_answer_may_be_changed_until_an_import_has_used_it(cast: Cast) -> None:
    match = doubt_match(source="ssd", key="P1", child=cast.amara, why="two_children", now=NOW)
    answer_match(match=match, same=True, by=cast.ben, now=NOW)
    assert answer_match(match=match, same=False, by=cast.joan, now=NOW).answer == DoubtfulMatch.Answer.NEW
    answer_match(match=match, same=True, by=cast.ben, now=NOW)
    Identifier.objects.create(child=cast.amara, source="ssd", key="P1")
    with pytest.raises(NotAllowed, match="acted_on"):
        answer_match(match=match, same=False, by=cast.ben, now=NOW)


def test_one_person_is_not_two_children(cast: Cast) -> None:
    first, second = (doubt_match(source="ssd", key="P1", child=child, why="two_children", now=NOW) for child in (cast.amara, cast.noor))
    answer_match(match=first, same=True, by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="somebody_else"):
        answer_match(match=second, same=True, by=cast.dev, now=NOW)
    assert answer_match(match=second, same=False, by=cast.dev, now=NOW).answer == "new"


def test_asking_twice_is_asking_once_and_keeps_the_answer(cast: Cast) -> None:
    match = doubt_match(source="ssd", key="P1", child=cast.amara, why="two_children", now=NOW)
    answer_match(match=match, same=False, by=cast.ben, now=NOW)
    assert doubt_match(source="ssd", key="P1", child=cast.amara, why="two_children", now=NOW + timedelta(days=1)) == match
    assert not Task.objects.open().filter(kind=TaskKind.CHECK_IDENTITY).exists()


@pytest.mark.need("M15", "R87")
def test_what_is_gone_is_said_wherever_a_worker_meets_it(cast: Cast, client: Client) -> None:
    """On the desk once for the child, on a page of its own, on the opening desk, the child's page and the entry's page."""
    first, second = home(cast, "placements/1"), home(cast, "placements/2")
    night(cast, 1)
    said = "No longer in the council&#x27;s system since 19 November 2026."
    with time_machine.travel(NOW + timedelta(days=1, hours=2), tick=False):
        sign_in(client, cast.ben)
        desk = client.get(reverse("portal:desk")).content.decode()
        assert desk.count("something is no longer in the council&#x27;s system") == 1
        task = Task.objects.get(kind=TaskKind.GONE_FROM_SOURCE)
        assert client.get(reverse("portal:task", args=[task.pk])).url == reverse("portal:gone", args=[cast.amara.pk])
        pages = [reverse(f"portal:{name}", args=[cast.amara.pk]) for name in ("gone", "opening", "child")]
        assert [client.get(url).content.decode().count(said) for url in pages] == [2, 2, 2]
        assert said in client.get(reverse("portal:staff_entry", args=[first.pk])).content.decode()
        for entry in (first, second):
            open_entry(entry=entry, by=cast.ben, now=NOW + timedelta(days=1, hours=3), with_them=True)
        task.refresh_from_db()
        assert task.done_by == cast.ben, "a decision about each of them is the answer"
        page = client.get(pages[0]).content.decode()
        assert page.count(said) == 2
        assert "Decided, and still not there" in page
    assert EntryNow.objects.filter(gone_since=date(2026, 11, 19)).count() == 2


def test_what_the_source_has_answered_itself_is_asked_of_nobody(cast: Cast) -> None:
    """The question goes, and so does the task; what a person answered stays."""
    doubt_match(source="ssd", key="P1", child=cast.amara, why="same_name", now=NOW)
    answered = doubt_match(source="ssd", key="P2", child=cast.amara, why="same_name", now=NOW)
    answer_match(match=answered, same=False, by=cast.ben, now=NOW)
    drop_doubts(source="ssd", keys=["P1", "P2"])
    assert [match.key for match in DoubtfulMatch.objects.all()] == ["P2"]
    assert not Task.objects.open().filter(kind=TaskKind.CHECK_IDENTITY).exists()
