"""A table of one service into the file: none recorded told apart from not known, safe to repeat, what is a parent's stays closed."""

import re
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from audit.who import NIGHTLY_IMPORT
from official_file.importers.report import Report
from official_file.importers.services_around import import_services
from official_file.importers.services_file import NoServicesToRead
from official_file.models import Entry, EntryNow
from official_file.models.now import State
from official_file.plain_language.sentences import say_entry
from official_file.plain_language.twelve_services import SERVICES
from official_file.plain_language.when import When
from tests.cast import NOW, Cast
from tests.environment import ROOT

pytestmark = pytest.mark.django_db
HEADINGS = "child,status,name,contact,since,until,last_confirmed"
GP = "900001,recorded,Riverside Surgery,01632 960001,01/09/2021,,12/11/2026"


def bring_in(folder: Path, *rows: str, name: str = "gp", at: datetime = NOW, headings: str = HEADINGS, service: str = "") -> Report:
    """Import these rows of one service."""
    path = folder / f"{name}.csv"
    path.write_text("\n".join([headings, *rows]) + "\n", encoding="utf-8")
    return import_services(path, service=service, by=NIGHTLY_IMPORT, now=at)


def told(cast: Cast) -> list[tuple[str, str]]:
    """What the file holds of Amara's services: service and status."""
    rows = EntryNow.objects.filter(child=cast.amara, superseded_by__isnull=True).select_related("entry__payload")
    return sorted((row.entry.facts["service"], row.entry.facts["status"]) for row in rows)


@pytest.mark.need("F1")
def test_recorded_none_recorded_and_not_known_are_three_things(cast: Cast, tmp_path: Path) -> None:
    """A blank row is nobody asked; "none" is an answer."""
    bring_in(tmp_path, GP)
    bring_in(tmp_path, "900001,none,,,,,12/11/2026", name="housing")
    bring_in(tmp_path, "900001,,,,,,", name="school")
    assert told(cast) == [("gp", "recorded"), ("housing", "none_recorded")]


def test_twice_the_same_changes_nothing(cast: Cast, tmp_path: Path) -> None:
    """Every night."""
    first, again = bring_in(tmp_path, GP), bring_in(tmp_path, GP)
    assert (first.entries["added"], first.entries["superseded"], first.entries["unchanged"]) == (1, 0, 0)
    assert (again.entries["added"], again.entries["superseded"], again.entries["unchanged"]) == (0, 0, 1)
    assert again.children["unchanged"] == 1


def test_that_it_was_only_checked_again_is_no_news_for_a_quarter_of_a_year(cast: Cast, tmp_path: Path) -> None:
    """Systems that write today's date into every row fill nobody's file."""
    bring_in(tmp_path, GP)
    assert bring_in(tmp_path, GP.replace("12/11/2026", "13/11/2026")).entries["superseded"] == 0
    assert bring_in(tmp_path, GP.replace("12/11/2026", "13/03/2027")).entries["superseded"] == 1


def test_a_change_supersedes_and_what_became_unknown_says_so(cast: Cast, tmp_path: Path) -> None:
    """Another doctor; then nobody knows."""
    bring_in(tmp_path, GP)
    bring_in(tmp_path, GP.replace("Riverside", "Hillside"))
    bring_in(tmp_path, "900001,not known,,,,,")
    assert told(cast) == [("gp", "not_known")]
    assert Entry.objects.filter(child=cast.amara).count() == 3


def test_the_school_of_now_comes_first_and_the_one_before_stays(cast: Cast, tmp_path: Path) -> None:
    """Two rows of one service; then the older is left out of the export."""
    now, before = "900001,yes,New School,,01/09/2024,,", "900001,yes,Old School,,01/09/2020,31/08/2024,"
    bring_in(tmp_path, before, now, name="school")
    assert bring_in(tmp_path, now, name="school").entries["unchanged"] == 1
    assert len(told(cast)) == 2


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Child ID;Involved;Practice;Telephone;Start date", "900001;Yes;Riverside Surgery;01632 960001;2021-09-01"),
        ("person,name,phone,from", "900001,Riverside Surgery,01632 960001,01/09/2021"),
        ("service,child,who,contact details", "General practitioner,900001,Riverside Surgery,01632 960001"),
    ],
)
def test_columns_may_have_other_names_and_other_separators(cast: Cast, tmp_path: Path, headings: str, row: str) -> None:
    """As councils' systems write them."""
    bring_in(tmp_path, row, headings=headings)
    assert told(cast) == [("gp", "recorded")]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("123456,recorded,A,,,,", "unknown_child", "child"),
        (",recorded,A,,,,", "missing_value", "child"),
        ("900001,perhaps,A,,,,", "unknown_status", "status"),
        ("900001,recorded,A,,31/02/2020,,", "unreadable_date", "since"),
        ("900001,recorded,A,,01/02/2020,01/02/2019,", "end_before_start", "until"),
        (f"900001,recorded,{'A' * 600},,,,", "too_long", "name"),
        (GP, "duplicate_row", "child"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_named_and_the_others_go_in(
    cast: Cast, tmp_path: Path, row: str, code: str, column: str
) -> None:
    """Table, row and column; the first row is 1."""
    report = bring_in(tmp_path, GP, row)
    (problem,) = report.problems
    assert (problem.code, problem.column, problem.row, problem.table) == (code, column, 3, "gp.csv")
    assert told(cast) == [("gp", "recorded")]


def test_a_file_that_is_of_no_service_is_refused_with_a_sentence(cast: Cast, tmp_path: Path) -> None:
    """Neither its name nor a column says which it is; no column child; nothing in it."""
    for given in ({"name": "export"}, {"headings": "name,contact"}, {"service": "library"}):
        with pytest.raises(NoServicesToRead):
            bring_in(tmp_path, "900001,yes,A", **given)
    with pytest.raises(NoServicesToRead):
        bring_in(tmp_path)
    with pytest.raises(NoServicesToRead):
        import_services(tmp_path / "nothing.csv", by=NIGHTLY_IMPORT, now=NOW)


@pytest.mark.need("F1")
@pytest.mark.parametrize("service", SERVICES, ids=lambda one: one.key)
def test_what_is_most_often_about_a_parent_waits_for_a_worker(cast: Cast, tmp_path: Path, service: object) -> None:
    """Drugs and alcohol, mental health, police, youth justice, adult social care; that there is none waits for nobody."""
    assert isinstance(service, type(SERVICES[0]))
    bring_in(tmp_path, "900001,yes,Somebody,01632 960002,01/09/2021,,", name=service.key)
    row = EntryNow.objects.get(child=cast.amara)
    assert (row.state == State.WAITING) is service.closed
    assert (row.opens_at is not None and row.opens_at <= NOW) is not service.closed
    assert service.why


def test_the_command_writes_its_report_and_refuses_what_is_no_service(cast: Cast, tmp_path: Path) -> None:
    """As the other importers."""
    path, report = tmp_path / "export.csv", tmp_path / "report.json"
    path.write_text(f"{HEADINGS}\n{GP}\n", encoding="utf-8")
    call_command("import_services", str(path), service="gp", report=str(report), stderr=StringIO())
    assert '"added": 1' in report.read_text()
    with pytest.raises(CommandError, match="Which service"):
        call_command("import_services", str(path), stderr=StringIO())


@pytest.mark.parametrize("service", SERVICES, ids=lambda one: one.key)
def test_each_service_is_told_plainly_and_a_place_they_go_to_is_not_named(service: object) -> None:
    """No name of a school: a phone may be in the wrong hands. None and not known make no sentence."""
    assert isinstance(service, type(SERVICES[0]))
    facts = {"service": service.key, "status": "recorded", "name": "Sam Ford", "contact": "01632 960001", "confirmed_on": "2026-11-12"}
    said = say_entry(kind="service", facts=facts, when=When(date(2021, 9, 1)), born=None, today=NOW.date())
    assert said
    assert ("Sam Ford" in said.text) is not service.tells_place
    assert "We last checked this on 12 November 2026." in said.text
    nothing = say_entry(kind="service", facts=facts | {"status": "none_recorded"}, when=When(None), born=None, today=NOW.date())
    assert nothing is None


def test_new_news_of_an_open_service_waits_like_any_other(cast: Cast, tmp_path: Path) -> None:
    """Told first: 90 days, or a worker told them."""
    bring_in(tmp_path, f"900001,yes,New Surgery,,{(NOW - timedelta(days=3)):%d/%m/%Y},,")
    row = EntryNow.objects.get(child=cast.amara)
    assert row.opens_at
    assert row.opens_at > NOW


def test_every_code_of_the_report_is_explained() -> None:
    """An operator finds what to do, and no explanation is of a code that is gone."""
    page = (ROOT / "docs" / "how-to" / "services.md").read_text(encoding="utf-8").split("## What the report says")[1]
    explained = {code for line in page.splitlines() if line.startswith("| `") for code in re.findall(r"`([a-z_]+)`", line.split("|")[1])}
    folder = ROOT / "official_file" / "importers"
    source = "".join((folder / name).read_text(encoding="utf-8") for name in ("services_file.py", "services_around.py"))
    said = set(re.findall(r'"((?:unknown|missing|too|two|duplicate|unreadable|end)_[a-z_]+|encoding)"', source)) | {"unreadable_date"}
    assert explained == said - {"too_"}


def test_that_there_is_none_waits_for_nobody_and_opens_by_itself_at_no_later_day(cast: Cast, tmp_path: Path) -> None:
    """No worker has to read five times that there is nothing."""
    bring_in(tmp_path, "900001,none,,,,,12/11/2026", name="police")
    bring_in(tmp_path, "900001,none,,,,,12/11/2026", name="gp")
    for row in EntryNow.objects.filter(child=cast.amara):
        assert row.state == State.BY_RULE
        assert row.opens_at is not None
        assert row.opens_at.year == 1900  # and is never counted as news
