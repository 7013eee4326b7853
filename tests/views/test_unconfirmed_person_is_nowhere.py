"""Nobody appears on a page, a print or a notice of a young person before a worker said that they know of them.

An unknown brother, a girl's own baby, a father's new family: asked of random names, relations and answers. And of the services
that are most often about a parent: the page is byte for byte the same whether one is recorded, none is, or nobody knows.
"""

import html
import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from audit.who import NIGHTLY_IMPORT
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.leave_unconfirmed import leave_unconfirmed
from official_file.actions.open_entry import open_entry
from official_file.actions.take_back_answer import take_back_answer
from official_file.importers.network import SaidConnection, bring_connections
from official_file.importers.services_around import import_services
from official_file.models import Connection
from official_file.plain_language.twelve_services import SERVICES
from people.errors import NotAllowed
from people.models import Notice
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
PAGES = (
    "home", "newly_open", "why", "my_story", "my_people", "my_papers", "who_has_looked", "answers", "about_me", "settings", "help",
    "what_we_call_you",
)  # fmt: skip
TOKENS = re.compile(rb'name="(csrfmiddlewaretoken|author|draft|tab)" value="[^"]+"')  # new on every page
NAMES = st.sampled_from(("Zebedee Quillfeather", "Ottoline Marchbanks", "Thaddeus", "Wilhelmina Ashgrove-Pike", "Şîlan Vandervoort"))
RELATIONS = st.sampled_from(("Half brother", "Own child", "Father's partner", "Daughter", "Paternal grandmother"))
ANSWERS = st.sampled_from(("nobody asked", "not_known", "later", "taken back", "changed since"))
FEW = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def bring(cast: Cast, name: str, relation: str) -> Connection:
    """The source names somebody in her life."""
    said = SaidConnection("p1", (name,), relation)
    bring_connections(child=cast.amara, source="ssd", said=[said], as_of=NOW.date())
    return Connection.objects.get(child=cast.amara, source="ssd", key="p1")


def answered(cast: Cast, one: Connection, how: str) -> Connection:
    """A worker answered so, or the source changed after they had."""
    if how in ("not_known", "later"):
        day = NOW.date() + timedelta(days=30)
        return leave_unconfirmed(connection=one, answer=Connection.Answer(how), ask_again_on=day, by=cast.ben, now=NOW)
    if how in ("taken back", "changed since"):
        confirm_connection(connection=one, by=cast.ben, now=NOW)
    if how == "taken back":
        take_back_answer(connection=one, by=cast.ben, now=NOW)
    if how == "changed since":
        return bring(cast, f"{one.names[0]} Xanthopoulos", one.relation)
    return Connection.objects.get(pk=one.pk)


def everything(client: Client) -> str:
    """All she can read, on the screen and in large print."""
    found = []
    for name in PAGES:
        for query in ({}, {"type": "large"}, {"by": "time"}):
            answer = client.get(reverse(f"portal:{name}"), query)
            assert answer.status_code == 200
            found.append(html.unescape(answer.content.decode()))
    return " ".join(found)


@pytest.mark.need("R9")
@FEW
@given(name=NAMES, relation=RELATIONS, how=ANSWERS)
def test_somebody_unconfirmed_is_on_no_page_no_print_and_in_no_notice(cast: Cast, name: str, relation: str, how: str) -> None:
    """Nor can a worker open a text that names them."""
    with time_machine.travel(NOW, tick=False), transaction.atomic():
        one = answered(cast, bring(cast, name, relation), how)
        text = f"{name} was there with the baby."
        note = an_entry(cast.amara, "visit", date(2020, 3, 4), text=text, facts={"title": "A visit", "summary": text})
        with pytest.raises(NotAllowed, match="names_somebody"):
            open_entry(entry=note, by=cast.ben, now=NOW)
        read = everything(sign_in(Client(), cast.amara.user))
        for word in (
            *one.names,
            one.names[0].split()[0],
            relation,
            "half-brother",
            "your child",
            "partner",
            "your daughter",
            "grandmother",
        ):
            assert word not in read
        assert not Notice.objects.filter(user=cast.amara.user).exists()
        transaction.set_rollback(True)


def my_people(cast: Cast) -> bytes:
    """The page, without what is new on every page."""
    return TOKENS.sub(b"", sign_in(Client(), cast.amara.user).get(reverse("portal:my_people")).content)


@pytest.mark.need("F1")
@pytest.mark.parametrize("service", [one for one in SERVICES if one.closed], ids=lambda one: one.key)
def test_of_a_service_that_is_mostly_a_parents_the_page_says_the_same_whatever_is_recorded(cast: Cast, service: Any) -> None:
    """Recorded, none recorded, nobody knows: one page."""
    pages = set()
    with time_machine.travel(NOW, tick=False):
        for row in ("", "900001,yes,Sam Ford,01632 960001,01/09/2015,,12/11/2026", "900001,none,,,,,12/11/2026"):
            with transaction.atomic(), TemporaryDirectory() as folder:
                path = Path(folder) / f"{service.key}.csv"
                path.write_text(f"child,status,name,contact,since,until,last_confirmed\n{row}\n", encoding="utf-8")
                if row:
                    import_services(path, by=NIGHTLY_IMPORT, now=NOW)
                pages.add(my_people(cast))
                transaction.set_rollback(True)
    assert len(pages) == 1
    assert service.name.encode() not in pages.pop()
