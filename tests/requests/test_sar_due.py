"""`manage.py sar_due` and `manage.py check_bank_holidays`, as operators run them."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

from access_requests.management.commands import check_bank_holidays
from law.bank_holidays import bank_holidays

VECTORS = json.loads((Path(__file__).parents[1] / "rules" / "data" / "sar_clock_vectors.json").read_text(encoding="utf-8"))


def run(name: str | BaseCommand, *arguments: str) -> Any:
    """What the command prints as JSON."""
    out = StringIO()
    call_command(name, *arguments, "--json", stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())


def facts(folder: Path, given: Any) -> str:
    path = folder / "facts.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    return str(path)


def test_every_worked_date_comes_out_of_the_command(tmp_path: Path) -> None:
    for vector in VECTORS:
        given = {key: vector[key] for key in ("id_received", "fee_paid", "pauses", "extended") if key in vector}
        found = run("sar_due", vector["received"], "--nation", vector["j"], "--facts", facts(tmp_path, given))
        assert (found["state"], found["due"], found["due_cautious"]) == ("running", vector["due"], vector["due_cautious"]), vector["why"]
        assert found["extension_notice_by"] == vector.get("extension_notice_by", found["extension_notice_by"])
        assert found["explain"]


def test_a_day_alone_is_enough_and_every_step_names_its_law() -> None:
    found = run("sar_due", "2026-09-01")
    assert found["due"] == "2026-10-01"
    assert found["explain"] == [
        "We got your request on 1 September 2026. (UK GDPR Art 12A(2))",
        "The law gives us one month from then. (UK GDPR Art 12A(1))",
        "We must reply by 1 October 2026. (UK GDPR Art 12(3))",
    ]


def test_waiting_for_identity_there_is_no_day(tmp_path: Path) -> None:
    found = run("sar_due", "2026-09-01", "--facts", facts(tmp_path, {"id_received": None}))
    assert (found["state"], found["due"], found["due_cautious"], found["extension_notice_by"]) == ("awaiting_identity", None, None, None)


def test_an_open_question_shows_the_day_as_if_they_answered_today(tmp_path: Path) -> None:
    path = facts(tmp_path, {"pauses": [["2026-11-20", None]]})
    found = run("sar_due", "2026-11-02", "--facts", path, "--today", "2026-11-22")
    assert (found["state"], found["due"]) == ("paused", "2026-12-07")
    assert found["explain"][-2] == "If you answer today, we must reply by 7 December 2026. (UK GDPR Art 12(3))"
    assert found["explain"][-1] == "We work to 4 December 2026. The law can be read in two ways, and this is the sooner one."


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("2026-09-31",), {}, "'2026-09-31' is no day"),
        (("1 September",), {}, "Write it as 2026-09-01"),
        (("2026-09-01", "--nation", "Wales"), {}, "Wales is no nation here. Use EW, SC or NI."),
        (("2026-09-01",), {"recieved": 1}, "facts we do not know: recieved"),
        (("2026-09-01",), {"id_received": "soon"}, "id_received: 'soon' is no day"),
        (("2026-09-01",), {"fee_paid": 20260910}, "fee_paid: 20260910 is no day"),
        (("2026-09-01",), {"pauses": [["2026-09-05"]]}, "a list of pairs"),
        (("2026-09-01",), {"pauses": [["2026-09-05", "2026-09-04"]]}, "before it was asked"),
        (("2026-09-01",), {"extended": "yes"}, "extended must be true or false"),
        (("2026-09-01",), "[]", "must hold an object"),
        (("2026-09-01",), "{", "is not JSON"),
        (("2028-12-05",), {}, "Refresh law/bank_holidays.json"),
    ],
)
def test_what_cannot_be_understood_is_said_in_a_sentence(arguments: tuple[str, ...], given: Any, said: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=said):
        run("sar_due", *arguments, "--facts", facts(tmp_path, given))


def test_a_file_that_is_not_there_is_said_so() -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        run("sar_due", "2026-09-01", "--facts", "/nowhere/facts.json")


def test_the_bank_holidays_agree_with_a_second_source_and_reach_eighteen_months_ahead() -> None:
    found = run("check_bank_holidays")
    assert found["ok"]
    assert {nation: (one["reaches"], one["only_here"], one["only_there"]) for nation, one in found["nations"].items()} == dict.fromkeys(
        ("EW", "SC", "NI"), (True, [], [])
    )


def test_a_list_that_is_wrong_or_too_short_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    held = bank_holidays("EW")
    monkeypatch.setattr(check_bank_holidays, "bank_holidays", lambda _nation: held - {min(held)})
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match=r"Refresh law/bank_holidays\.json"):
        call_command("check_bank_holidays", "--json", stdout=out, stderr=err)
    assert json.loads(out.getvalue())["nations"]["EW"]["only_there"] == [min(held).isoformat()]
    assert "only in the other source" in err.getvalue()
