"""The demonstration's tables of services hold together, and no number in them could be somebody's."""

import csv
import re

import pytest

from official_file.importers.report import Report
from official_file.importers.services_file import ServiceRow, read_services
from official_file.plain_language.twelve_services import SERVICES, Status
from tests.environment import ROOT

FOLDER = ROOT / "demonstration" / "services"


def rows_of(service: str) -> list[ServiceRow]:
    """The table of one service, which is read without a problem."""
    report = Report()
    rows = read_services(FOLDER / f"{service}.csv", service="", report=report)
    assert not list(report.problems)
    return rows


def test_there_is_a_table_for_each_of_the_twelve_and_no_other() -> None:
    """Each is called as its service."""
    assert {path.stem for path in FOLDER.iterdir()} == {service.key for service in SERVICES}


@pytest.mark.parametrize("service", SERVICES, ids=lambda one: one.key)
def test_each_table_can_be_read_and_its_numbers_belong_to_nobody(service: object) -> None:
    """01632 960000 to 960999 are kept free for stories (Ofcom)."""
    assert isinstance(service, type(SERVICES[0]))
    for row in rows_of(service.key):
        assert row.service == service.key
        assert row.confirmed_on
        assert not (row.name or row.contact) or row.status is Status.RECORDED
        assert re.fullmatch(r"(?:[a-z ]+, )?01632 960\d{3}", row.contact or "01632 960000")


def test_all_three_answers_are_there_and_every_number_is_of_a_life_we_tell() -> None:
    """Recorded, none, and, for some child and some service, no row at all."""
    told = {(row.child, row.service): row.status for service in SERVICES for row in rows_of(service.key)}
    children = {child for child, _service in told}
    assert set(told.values()) == {Status.RECORDED, Status.NONE_RECORDED}
    assert len(told) < len(children) * len(SERVICES)
    with (ROOT / "demonstration" / "ssda903" / "2025-26" / "header.csv").open(encoding="utf-8") as file:
        known = {row["CHILD"] for row in csv.DictReader(file)}
    assert len(children & known) >= 8
