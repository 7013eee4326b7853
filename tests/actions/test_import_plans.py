"""Plans of the council's system, thing by thing: read from case notes, told as a list, and every word of them in the text."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from official_file.models import Entry
from official_file.plain_language.when import Precision
from official_file.plan_rules import PartDay, PlanItem, items_in
from official_file.plans import versions_for_staff
from tests.actions.test_import_case_notes import PERSON, VISIT, bring_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SWIM = {"key": "1", "need": "To swim", "do": "Ask the club", "who": "Ben", "by": "2026-05-01", "by_precision": "month"}
PLAN: dict[str, Any] = {**VISIT, "type": "plan", "key": "p-1", "title": "A plan", "text": "Our plan.", "items": [SWIM], "strengths": "Art."}


@pytest.mark.need("R15")
def test_the_things_of_a_plan_come_in_with_as_much_of_their_days_as_is_known(tmp_path: Path) -> None:
    bring_in(tmp_path, PERSON, PLAN)
    plan = Entry.objects.get()
    assert items_in(plan.facts) == (PlanItem("To swim", "", "Ask the club", "Ben", PartDay(date(2026, 5, 1), Precision.MONTH), key="1"),)
    assert plan.facts["strengths"] == "Art."
    assert plan.text.startswith("Our plan.\n\n")
    assert all(words in plan.text for words in ("To swim", "Ask the club", "Ben", "May 2026", "Art."))


@pytest.mark.need("R12")
def test_a_plan_that_changed_in_the_source_is_its_next_version_and_the_same_again_is_none(tmp_path: Path) -> None:
    bring_in(tmp_path, PERSON, PLAN)
    done = {**SWIM, "happened": "She swims.", "happened_on": "2026-04-30"}
    for _time in range(2):
        bring_in(tmp_path, PERSON, {**PLAN, "items": [done]})
    versions = versions_for_staff(Entry.objects.latest("position"))
    assert [one.number for one in versions] == [1, 2]
    assert [change.how for change in versions[1].changed] == ["done"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"items": [{"do": "Ask"}]},
        {"items": [{**SWIM, "by": "May"}]},
        {"items": [{**SWIM, "by_precision": "soon"}]},
        {"items": [{**SWIM, "mood": "good"}]},
        {"type": "visit"},
    ],
    ids=["no need", "no date", "no precision", "a key we do not know", "not a plan"],
)
def test_what_does_not_fit_is_left_out_with_a_sentence(tmp_path: Path, wrong: dict[str, Any]) -> None:
    report = bring_in(tmp_path, PERSON, {**PLAN, **wrong})
    assert report.as_json()["problems"]
    assert not Entry.objects.exists()
