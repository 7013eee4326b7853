"""Services around a young person and the national matrix, as staff and the young person read them."""

from collections.abc import Callable
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.who import NIGHTLY_IMPORT
from official_file.importers.services_around import import_services
from official_file.matrix import categories
from official_file.models import EntryNow
from official_file.plain_language.twelve_services import SERVICES
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
Bring = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def bring(cast: Cast, tmp_path: Path) -> Bring:
    """Import one row of one service about Amara."""

    def bring_in(service: str, row: str) -> None:
        path = tmp_path / f"{service}.csv"
        path.write_text(f"child,status,name,contact,since,until,last_confirmed\n900001,{row}\n", encoding="utf-8")
        import_services(path, by=NIGHTLY_IMPORT, now=NOW)

    return bring_in


def page(client: Client, name: str, *ids: object) -> str:
    """A page as text."""
    answer = client.get(reverse(f"portal:{name}", args=ids))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.need("F1")
def test_a_worker_reads_all_twelve_with_who_since_when_and_last_confirmed(cast: Cast, bring: Bring) -> None:
    bring("gp", "yes,Riverside Surgery,01632 960001,01/09/2021,,12/11/2026")
    bring("police", "none,,,,,12/11/2026")
    bring("young_carers", "none,,,01/09/2021,,")
    shown = page(sign_in(Client(), cast.ben), "services_around", cast.amara.pk)
    assert all(service.staff_name in shown for service in SERVICES)
    assert len(SERVICES) == 12
    for words in ("Riverside Surgery", "01632 960001", "since 1 September 2021", "Last confirmed 12 November 2026."):
        assert words in shown
    record = page(sign_in(Client(), cast.ben), "child", cast.amara.pk)
    assert "Police: none recorded" in record
    assert "They read on their page My people that there is none." in record
    assert "A service around them" not in record
    assert "They read nothing about it." in record
    police = EntryNow.objects.get(kind="service", entry__sources__key__contains="police")
    about = page(sign_in(Client(), cast.ben), "staff_entry", police.pk)
    assert "Police: none recorded</h1>" in about
    assert "What they read first" not in about, "nobody would ever read these words"
    assert (shown.count(">Recorded<"), shown.count(">None recorded<"), shown.count(">Not known<")) == (1, 2, 9)


@pytest.mark.need("F1")
@pytest.mark.need("R10")
def test_none_recorded_and_not_known_are_told_apart_to_the_young_person(cast: Cast, bring: Bring) -> None:
    bring("gp", "yes,Riverside Surgery,01632 960001,01/09/2021,,12/11/2026")
    bring("young_carers", "none,,,01/09/2021,,")
    bring("early_help", "yes,Family support,,10/02/2017,03/05/2017,")
    bring("school", "yes,Marsh Lane Academy,01632 960021,02/09/2024,,")
    shown = page(sign_in(Client(), cast.amara.user), "my_people")
    there, before, none, not_known = (
        shown.index(words) for words in ("Riverside Surgery", "helped before", "there is none", "We do not know")
    )
    assert there < before < none < not_known < shown.index("Ask your worker", not_known)
    assert before < shown.index("Family support") < none
    assert none < shown.index("Young carers") < not_known
    assert not_known < shown.index("Housing")
    assert "Marsh Lane" not in shown


def test_the_matrix_says_of_each_category_what_there_is_and_what_no_import_brings(cast: Cast, bring: Bring) -> None:
    an_entry(cast.amara, "letter", NOW.date().replace(year=2020), text="Dear Amara", facts={"title": "A letter"})
    bring("gp", "yes,Riverside Surgery,01632 960001,01/09/2021,,12/11/2026")
    ben = sign_in(Client(), cast.ben)
    shown = page(ben, "recorded_about", cast.amara.pk)
    rows = dict(zip((row.name for row in categories()), shown.split('class="recorded__row"')[1:], strict=True))
    assert "GP" in rows["Health"]
    assert "1 note or paper in which it may be told" in rows["letters/invitations"]
    assert "Not in any of our imports" in rows["Independence"]
    assert "1 fact" not in rows["Education/Employment/Training"]
    everybody = page(ben, "what_is_recorded")
    assert "There are 3 records." in everybody
    assert "Amara" not in everybody


def test_services_without_anything_stand_in_one_line_of_the_record(cast: Cast, bring: Bring) -> None:
    bring("gp", "no,,,,,")
    bring("school", "no,,,,,")
    record = page(sign_in(Client(), cast.ben), "child", cast.amara.pk)
    assert "services of which there is none" not in record  # two do not take much room
    for service in ("early_help", "police", "housing"):
        bring(service, "no,,,,,")
    record = page(sign_in(Client(), cast.ben), "child", cast.amara.pk)
    folded = record.split("5 services of which there is none, or nobody knows")[1].split("</details>")[0]
    assert folded.count("none recorded") == 5
