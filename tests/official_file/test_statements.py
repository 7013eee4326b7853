"""The letter that says somebody was in our care: exact days, where they come from, and nothing else."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from official_file.actions.make_statement import make_statement
from official_file.statements import Period, care_periods
from people.errors import NotAllowed
from people.models import Child, ChildName
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
CAME, LEFT, AGAIN = date(2015, 3, 4), date(2017, 8, 21), date(2019, 1, 9)


def _lived(child: Child) -> None:
    """In care from 2015 to 2017 and again since 2019; a home, a reason and a visit besides."""
    an_entry(child, "came_into_care", CAME)
    an_entry(child, "left_care", LEFT, facts={"code": "E4A"})
    an_entry(child, "came_into_care", AGAIN)
    an_entry(child, "reason_for_care", CAME, facts={"code": "N1"})
    an_entry(child, "home", CAME, facts={"place": "U4"})
    an_entry(child, "visit", CAME, text="They talked about Grace.", facts={"title": "A hard visit"})


def test_each_coming_into_care_has_the_first_leaving_after_it() -> None:
    """Pairs, oldest first; the last may be open."""
    assert care_periods([AGAIN, CAME], [LEFT]) == [Period(CAME, LEFT), Period(AGAIN, None)]
    assert care_periods([CAME], []) == [Period(CAME, None)]
    assert care_periods([], [LEFT]) == []


@pytest.mark.need("C8")
def test_it_says_the_days_and_where_they_come_from_and_nothing_else(cast: Cast) -> None:
    """A worker sees it, presses a button, and prints it: no reason, no home, nobody else is in it."""
    _lived(cast.amara)
    ChildName.objects.create(child=cast.amara, name="Amara Okafor", kind="legal")
    address = reverse("portal:letter_in_care", args=[cast.amara.pk])
    with time_machine.travel(NOW, tick=False):
        client = sign_in(Client(), cast.ben)
        assert "Make this letter" in client.get(address).content.decode()
        assert not AuditEvent.objects.filter(event="statement_made").exists()
        page = client.post(address).content.decode()
    letter = page.split("<article")[1].split("</article>")[0]
    for words in (
        "Amara Okafor",
        "2 March 2013",
        "From 4 March 2015 to 21 August 2017",
        "From 9 January 2019 until today",
        "SSDA903",
        "Ben Hughes",
    ):
        assert words in letter
    for words in ("Grace", "foster", "abuse", "visit", "<input", "<textarea"):
        assert words not in letter
    assert AuditEvent.objects.get(event="statement_made").by_name == "Ben Hughes"


def test_what_the_file_does_not_know_to_the_day_is_not_stated(cast: Cast) -> None:
    """Never in care; an end that is missing; a record about adoption."""
    with pytest.raises(NotAllowed, match="not_known"):
        make_statement(child=cast.amara, by=cast.ben, now=NOW)
    _lived(cast.amara)
    Child.objects.filter(pk=cast.amara.pk).update(stage=Child.Stage.CARE_LEAVER)
    with pytest.raises(NotAllowed, match="no_end"):
        make_statement(child=Child.objects.get(pk=cast.amara.pk), by=cast.ben, now=NOW)
    an_entry(cast.amara, "left_care", date(2024, 1, 1), facts={"code": "E11"})
    with pytest.raises(NotAllowed, match="own_rules"):
        make_statement(child=cast.amara, by=cast.ben, now=NOW)
