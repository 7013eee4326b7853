"""The impact assessment and the children's notice are filled with what the software really does (L3)."""

from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from official_file.plain_language.reading import grade, longest_sentence
from portal.data_protection.documents import NATIONS, TO_FILL, WAYS_OUT, About, children_notice, impact_assessment, ways_out
from portal.data_protection.flows import FLOWS
from tests.cast import Cast, sign_in

OURS = ("people", "files", "official_file", "stories", "moderation", "access_requests", "audit", "cms")
ABOUT = About("Ashdown Council", "My story", "EW")
ALL_OPEN = dict.fromkeys(WAYS_OUT, True)
ALL_CLOSED = dict.fromkeys(WAYS_OUT, False)


@pytest.mark.need("L3")
def test_every_model_stands_in_exactly_one_flow() -> None:
    """A new table cannot come in without somebody saying what it holds, why, and who sees it."""
    found = Counter(label for flow in FLOWS for label in flow.models)
    assert set(found.values()) == {1}
    assert set(found) == {model._meta.label for app in OURS for model in apps.get_app_config(app).get_models()}


def test_every_way_out_that_a_flow_names_is_a_setting_with_words() -> None:
    assert {name for flow in FLOWS for name in flow.leaves_by.split()} <= set(WAYS_OUT)


@pytest.mark.need("L3")
@pytest.mark.parametrize("nation", NATIONS)
def test_both_are_whole_and_say_what_is_open_here(nation: str) -> None:
    about = About("Ashdown Council", "My story", nation)
    for ways in (ALL_OPEN, ALL_CLOSED):
        for text in (impact_assessment(about, ways), children_notice(about, ways)):
            assert "Ashdown Council" in text
            assert not {"{", "}", "None"} & set(text.replace("\n", " ").split(" "))
    assert all(flow.title in impact_assessment(about, ALL_OPEN) for flow in FLOWS)
    assert TO_FILL in impact_assessment(about, ALL_OPEN)
    assert "goes to the council's case management system" in impact_assessment(about, ALL_OPEN)
    assert "goes to the council's case management system" not in impact_assessment(about, ALL_CLOSED)
    assert ("until 100 years" if nation == "SC" else "until 75 years") in children_notice(about, ALL_OPEN)


@pytest.mark.need("L3")
def test_the_childrens_notice_can_be_read_by_a_child() -> None:
    text = children_notice(ABOUT, ALL_OPEN).replace("#", "").replace("- ", "")
    assert grade(text) <= 5
    assert longest_sentence(text) <= 20


def test_what_is_not_set_up_is_no_way_out() -> None:
    """The tests' own installation writes e-mails into memory."""
    assert not ways_out()["EMAIL_HOST"]


@pytest.mark.django_db
def test_an_officer_takes_both_away_and_an_operator_writes_them_into_a_folder(cast: Cast, client: Client, tmp_path: Path) -> None:
    imani = sign_in(client, cast.imani)
    assert "The record" in imani.get(reverse("portal:data_protection")).content.decode()
    for name in ("impact-assessment", "privacy-notice-for-children"):
        answer = imani.get(reverse("portal:data_protection_document", args=[name]))
        assert answer.headers["Content-Disposition"].endswith(f'"{name}.md"')
        assert answer.content.startswith(b"# ")
    assert imani.get(reverse("portal:data_protection_document", args=["passwords"])).status_code == 404
    call_command("data_protection", tmp_path / "papers")
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == ["impact-assessment.md", "privacy-notice-for-children.md"]
