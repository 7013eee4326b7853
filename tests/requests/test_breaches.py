"""A personal data breach, from the moment anybody notices: written down, weighed, told in time, learned from, closed."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from access_requests.actions.record_breach import record_breach
from access_requests.actions.take_breach_step import take_breach_step
from access_requests.models import BreachStep, DataBreach
from access_requests.queries.breaches import clock_words, known_of, to_do
from audit.events import Event
from audit.models import AuditEvent
from people.errors import NotAllowed
from tests.cast import NOW, Cast, sign_in

pytestmark = pytest.mark.django_db


def a_breach(cast: Cast, **said: Any) -> DataBreach:
    """A letter went to the wrong house; a worker noticed two hours ago."""
    given = {
        "pk": uuid4(),
        "what": "sent_wrong",
        "happened": "A letter went next door.",
        "noticed_at": NOW - timedelta(hours=2),
        "people": 2,
    }
    return record_breach(**{**given, **said}, by=cast.ben, now=NOW)


def step(cast: Cast, breach: DataBreach, kind: str, **said: Any) -> BreachStep:
    given = {"words": "Written down for whoever asks.", "happened_at": NOW, "by": cast.imani, "now": NOW}
    return take_breach_step(breach=breach, kind=kind, **{**given, **said})


@pytest.mark.need("L4")
def test_a_worker_writes_it_down_and_an_officer_follows_its_72_hours_on_the_page(cast: Cast, client: Client) -> None:
    page = {"pk": str(uuid4()), "what": "sent_wrong", "happened": "A letter went next door.", "day": "2026-11-18", "hour": "08:00"}
    with time_machine.travel(NOW, tick=False):
        ben = sign_in(client, cast.ben)
        assert f'href="{reverse("access_requests:report_breach")}"' in ben.get(reverse("portal:desk")).content.decode()
        for _press in range(2):  # a second click is the same breach
            assert ben.post(reverse("access_requests:report_breach"), page).status_code == 302
        assert ben.get(reverse("access_requests:breaches")).status_code == 404
        breach = DataBreach.objects.get()
        address = reverse("access_requests:breach", args=[breach.pk])
        imani = sign_in(Client(), cast.imani)
        assert "70 hours left" in imani.get(reverse("access_requests:breaches")).content.decode()
        said = imani.get(address).content.decode()
        assert "A letter went next door." in said
        assert "Tell the Commissioner, or write why that is not needed." in said
        told = {"kind": "told_commissioner", "words": "By their form, reference 1.", "day": "2026-11-18", "hour": "09:30"}
        assert imani.post(address, told).status_code == 302
        assert "The Commissioner was told in time." in imani.get(address).content.decode()
    assert {event.event for event in AuditEvent.objects.filter(about_id=breach.pk)} == {Event.BREACH_RECORDED, Event.BREACH_STEP}


@pytest.mark.need("L4")
def test_the_whole_way_of_a_high_risk(cast: Cast) -> None:
    breach = a_breach(cast)
    step(cast, breach, "contained")
    step(cast, breach, "weighed", risk="high", people=3)
    breach.refresh_from_db()
    assert (breach.risk, breach.people) == ("high", 3)
    with pytest.raises(NotAllowed, match="not_so"):
        step(cast, breach, "not_told_commissioner")
    with pytest.raises(NotAllowed, match="not_so"):
        step(cast, breach, "ended")
    for kind in ("told_commissioner", "told_people", "learned", "ended"):
        step(cast, breach, kind)
    breach.refresh_from_db()
    assert breach.ended_at == NOW
    with pytest.raises(NotAllowed, match="ended"):
        step(cast, breach, "note")


def test_what_was_unlikely_and_is_weighed_again_has_to_be_told_after_all(cast: Cast) -> None:
    breach = a_breach(cast)
    step(cast, breach, "weighed", risk="unlikely")
    step(cast, breach, "not_told_commissioner", now=NOW + timedelta(minutes=1))
    breach.refresh_from_db()
    assert known_of(breach).commissioner
    step(cast, breach, "weighed", risk="likely", now=NOW + timedelta(minutes=2))
    breach.refresh_from_db()
    assert "Tell the Commissioner, or write why that is not needed." in to_do(breach)


def test_over_and_late_are_said(cast: Cast) -> None:
    breach = a_breach(cast)
    assert clock_words(breach, NOW + timedelta(hours=71)).text.startswith("The 72 hours are over")
    late = NOW + timedelta(hours=80)
    step(cast, breach, "told_commissioner", happened_at=late, now=late)
    breach.refresh_from_db()
    assert clock_words(breach, late).text == "The Commissioner was told, after the 72 hours."


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(cast: Cast, client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        ben = sign_in(client, cast.ben)
        page = {"pk": str(uuid4()), "what": "lost", "happened": "A phone on the bus.", "day": "2026-11-20", "hour": "08:00"}
        answer = ben.post(reverse("access_requests:report_breach"), page)
    assert answer.status_code == 422
    assert "That moment is still to come." in answer.content.decode()
    assert "A phone on the bus." in answer.content.decode()
    assert DataBreach.objects.count() == 0


@pytest.mark.parametrize("name", ["ben", "joan", "ellie", "ruth"])
def test_only_those_who_handle_breaches_take_a_step(cast: Cast, name: str) -> None:
    breach = a_breach(cast)
    with pytest.raises(NotAllowed):
        step(cast, breach, "contained", by=getattr(cast, name))
