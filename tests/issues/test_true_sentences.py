"""What a young person reads is true: also without a worker, on a Friday evening, and when somebody has gone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from people.actions.allocate import allocate
from people.actions.ask_to_talk import ask_to_talk
from people.actions.close_way_in import close_way_in
from people.actions.end_allocation import end_allocation
from people.actions.make_join_code import make_join_code
from people.actions.record_readiness import record_readiness
from people.models import Child, JoinCode, Relationship, Task
from portal.queries.asked import promise
from tests.cast import NOW, PASSPHRASE, Cast, sign_in
from tests.factories.entries import an_entry
from tests.refusals import refused

pytestmark = pytest.mark.django_db
FRIDAY_EVENING = datetime(2026, 12, 18, 20, 0, tzinfo=UTC)
HELP = Path(__file__).resolve().parents[2] / "cms" / "contents" / "en-gb" / "help"


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def asked_of(child: Child, at: datetime = NOW) -> Task:
    """Something the young person asked."""
    return ask_to_talk(child=child, about_type="file", about_id=child.pk, by=child.user, now=at)


# --- who answers --------------------------------------------------------------------------------------------


@pytest.mark.need("R44")
def test_nobody_is_promised_who_no_longer_works_with_them(cast: Cast) -> None:
    task = asked_of(cast.amara)
    assert promise(task, NOW).startswith("Ben Hughes will answer")
    later = NOW + timedelta(hours=1)
    end_allocation(relationship=Relationship.objects.get(child=cast.amara, user=cast.ben), last=NOW.date(), by=cast.joan, now=later)
    assert promise(task, later + timedelta(minutes=1)).startswith("Somebody will answer")


@pytest.mark.need("R44")
def test_a_new_worker_is_the_one_who_answers(cast: Cast) -> None:
    task = asked_of(cast.amara)
    later = NOW + timedelta(hours=1)
    new = {"user": cast.carys, "role": "social_worker", "starts": NOW.date(), "replaces": True}
    allocate(child=cast.amara, by=cast.joan, now=later, **new)
    assert promise(task, later).startswith("Carys Pugh will answer")


def test_what_is_not_about_them_is_promised_by_a_day_on_which_somebody_works(client: Client, cast: Cast) -> None:
    """Said on the Friday evening before Christmas week, "today or tomorrow" would be Saturday."""
    entry = an_entry(cast.amara, "home", date(2020, 1, 8), facts={"place": "U4"})
    with time_machine.travel(FRIDAY_EVENING, tick=False):
        amara = sign_in(client, cast.amara.user)
        answer = amara.post(reverse("portal:entry_not_me", args=[entry.pk]), {"words": ""}, follow=True)
    page = answer.content.decode()
    assert "tomorrow" not in page
    assert "You do not see it any more. Somebody will answer by Monday." in page


@pytest.mark.parametrize("name", ["entry_talk", "entry_not_me"])
def test_somebody_without_a_worker_is_not_told_that_their_worker_will(client: Client, cast: Cast, name: str) -> None:
    entry = an_entry(cast.idris, "home", date(2000, 1, 8), facts={"place": "U4"})
    page = sign_in(client, cast.idris.user).get(reverse(f"portal:{name}", args=[entry.pk])).content.decode()
    assert "Your worker will" not in page


@pytest.mark.need("R44")
def test_a_letter_that_a_worker_promised_is_not_said_to_have_been_asked_for(client: Client, cast: Cast) -> None:
    """And it can still be asked for, once; the day is the day on which they asked."""
    asked = {"decided_with": "x", "safe_phone": True, "sits_with": "y", "why_written_by": date(2026, 12, 10)}
    record_readiness(child=cast.amara, by=cast.ben, now=NOW - timedelta(days=3), **asked)
    amara, why = sign_in(client, cast.amara.user), reverse("portal:why")
    before = amara.get(why).content.decode()
    assert "You asked for it" not in before
    assert "Ask my worker for it" in before
    assert "You asked for the letter" not in amara.get(reverse("portal:answers")).content.decode()
    amara.post(why)
    amara.post(why)
    after = amara.get(why).content.decode()
    assert "You asked for it on 18 November. Ben Hughes will answer by Thursday 10 December." in after
    assert AuditEvent.objects.filter(event=Event.TALK_ASKED_FOR).count() == 1
    assert Task.objects.count() == 1


# --- a phone in the wrong hands -----------------------------------------------------------------------------


@pytest.mark.need("R67")
def test_a_worker_closes_the_way_in_when_a_phone_is_lost(client: Client, cast: Cast) -> None:
    """The help page says so. Every session ends, no passphrase works, and a paper that lies about does not either."""
    found_phone = sign_in(client, cast.amara.user)
    asked = {"decided_with": "x", "safe_phone": True, "sits_with": "y", "why_written_by": date(2026, 12, 1)}
    record_readiness(child=cast.amara, by=cast.ben, now=NOW, **asked)
    make_join_code(child=cast.amara, by=cast.ben, now=NOW)
    ben = sign_in(Client(), cast.ben)
    assert "Close their way in" in ben.get(reverse("portal:invite", args=[cast.amara.pk])).content.decode()
    assert ben.post(reverse("portal:close_way_in", args=[cast.amara.pk])).status_code == 302
    assert found_phone.get(reverse("portal:home")).status_code == 302
    Client().post(reverse("account_login"), {"login": "amara", "password": PASSPHRASE})
    wrong = Client().post(reverse("account_login"), {"login": "amara", "password": PASSPHRASE})
    assert "do not fit together" in wrong.content.decode()
    assert not JoinCode.objects.filter(cancelled_at__isnull=True).exists()
    event = AuditEvent.objects.get(event=Event.WAY_IN_CLOSED)
    assert (event.child, event.by_name) == (cast.amara.pk, "Ben Hughes")


def test_who_may_close_a_way_in(cast: Cast) -> None:
    for stranger in (cast.carys, cast.dev, cast.sana):
        with refused("not_in_reach"):
            close_way_in(child=cast.amara, by=stranger, now=NOW)
    with refused("not_your_role"):
        close_way_in(child=cast.amara, by=cast.david, now=NOW)
    close_way_in(child=cast.amara, by=cast.ben, now=NOW)
    with refused("no_way_in"):
        close_way_in(child=Child.objects.get(pk=cast.amara.pk), by=cast.ben, now=NOW)


# --- help pages ---------------------------------------------------------------------------------------------


def test_help_pages_promise_what_the_product_does() -> None:
    """The list of looks holds no reasons: so no page says that it does."""
    said = {path.name: path.read_text() for path in HELP.glob("*.txt")}
    looked = next(text for name, text in said.items() if name.startswith("250-"))
    assert "with the reason" not in looked
    assert "They can close your way in" in next(text for name, text in said.items() if name.startswith("130-"))


def test_the_privacy_page_counts_the_cookies_right(client: Client, cast: Cast) -> None:
    privacy = next(path.read_text() for path in HELP.glob("620-*"))
    assert "three small cookies" in privacy
    amara = sign_in(client, cast.amara.user)
    for name in ("home", "my_story", "settings", "about_me"):
        amara.get(reverse(f"portal:{name}"))
    amara.post(reverse("portal:about_me"), {"words": "I like trains."})
    assert len(amara.cookies) == 2, "and the third only once somebody chose how pages look before signing in"
