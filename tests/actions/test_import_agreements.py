"""Who was asked whether they agree, and which papers somebody has: read from case notes, open only where nobody is news."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.actions.ask_for_paper import remind_of_papers
from official_file.actions.record_paper import record_paper
from official_file.identity_papers import papers_of
from official_file.models import Entry, EntryNow
from official_file.models.now import State
from people.models import Child
from tests.actions.test_import_case_notes import PERSON, bring_in
from tests.factories.people import NOW, a_member_of_staff, allocate_for_test

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ASKED: dict[str, Any] = {
    "type": "consent",
    "child": "900001",
    "key": "c-1",
    "date": "2025-09-15",
    "topic": "photographs",
    "asked": "them",
    "answer": "no",
}
PASSPORT: dict[str, Any] = {
    "type": "identity_paper",
    "child": "900001",
    "key": "p-1",
    "date": "2025-09-15",
    "paper": "passport",
    "held_by": "us",
    "expires_on": "2027-02-04",
}


@pytest.mark.need("M6", "M7")
def test_answers_and_papers_come_in_once_and_say_what_the_source_says(tmp_path: Path) -> None:
    for _time in range(2):
        bring_in(tmp_path, PERSON, ASKED, PASSPORT)
    asked, paper = Entry.objects.order_by("position")
    assert (asked.body["kind"], asked.facts) == ("consent", {"topic": "photographs", "asked": "them", "answer": "no"})
    assert (paper.body["kind"], paper.facts) == ("identity_paper", {"type": "passport", "held_by": "us", "expires_on": "2027-02-04"})
    assert {row.day for row in EntryNow.objects.all()} == {date(2025, 9, 15)}


@pytest.mark.parametrize(("asked", "opens"), [("them", True), ("", True), ("Grace Okafor", False), ("Your aunt", False)])
def test_an_answer_of_somebody_else_waits_for_a_worker_however_old_it_is(tmp_path: Path, asked: str, opens: bool) -> None:
    bring_in(tmp_path, PERSON, {**ASKED, "asked": asked})
    row = EntryNow.objects.get()
    assert (row.opens_at is not None) is opens
    assert row.state != State.WITHHELD


@pytest.mark.parametrize(
    "wrong",
    [{**ASKED, "topic": "money"}, {**ASKED, "answer": "perhaps"}, {**PASSPORT, "number": "123456789"}, {**PASSPORT, "held_by": "Ben"}],
    ids=["no such topic", "no such answer", "a number is kept nowhere", "no such holder"],
)
def test_what_does_not_fit_is_left_out_with_a_sentence(tmp_path: Path, wrong: dict[str, Any]) -> None:
    report = bring_in(tmp_path, PERSON, wrong)
    assert report.as_json()["problems"]
    assert not Entry.objects.exists()


def test_what_a_worker_wrote_down_later_stays_what_holds_now_through_the_next_import(tmp_path: Path) -> None:
    soon = {**PASSPORT, "expires_on": "2026-12-01"}
    bring_in(tmp_path, PERSON, soon)
    child = Child.objects.get(identifiers__key="900001")
    worker = a_member_of_staff("Ben", "social_worker")
    allocate_for_test(child, worker)
    record_paper(child=child, paper="passport", held_by="them", by=worker, now=NOW + timedelta(minutes=1))
    for _time in range(2):
        report = bring_in(tmp_path, PERSON, soon)
        assert (report.entries["added"], report.entries["superseded"]) == (0, 0)
    [passport] = [one for one in papers_of(worker, child, NOW, NOW.date()) if one.type == "passport"]
    assert passport.held_by == "them"
    assert remind_of_papers(by=NIGHTLY_IMPORT, now=NOW) == 0  # what holds now has no end
