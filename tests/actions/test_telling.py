"""Being told that something is new: only who asked, only once it was proved, never at night, never what, one reminder at most."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from audit.models import AuditEvent
from audit.who import THE_PORTAL
from moderation.actions.reply import reply
from moderation.jobs import link_of
from official_file.actions.invite_to_prepare import invite_to_prepare
from official_file.actions.keep_meeting import add_meeting, tell_of_meeting
from people.actions.choose_when_told import choose_when_told
from people.actions.keep_contact_way import add_contact_way, prove_contact_way, stop_contact_way
from people.actions.tell_of_notices import tell_of_notices
from people.errors import NotAllowed
from people.models import ContactWay, Notice, NoticeSending, User
from people.telling.quiet import after_quiet, is_quiet
from people.telling.words import something_new
from stories.actions.see_answers import see_answers
from tests.cast import NOW, PASSPHRASE, Cast, sign_in
from tests.factories.contributions import a_sent

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
TEXTS: list[tuple[str, str]] = []


class KeptTexts:
    """Keeps text messages, as a council's own backend would send them."""

    def send(self, number: str, text: str) -> None:
        """Keep it, or be away."""
        if TEXTS == [("away", "")]:
            raise OSError("the provider is away")
        TEXTS.append((number, text))


@pytest.fixture(autouse=True)
def _ways(settings: Any) -> Iterator[None]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SMS_BACKEND = f"{__name__}.KeptTexts"
    settings.PORTAL_URL = "https://my.example.org"
    TEXTS.clear()
    yield
    TEXTS.clear()


def code_in(text: str) -> str:
    """The six numbers of a message."""
    found = re.search(r"\b\d{6}\b", text)
    assert found
    return found[0]


def a_proved_way(user: User, now: datetime = NOW) -> ContactWay:
    """A phone that is theirs."""
    way = add_contact_way(kind="sms", address="07700 900123", by=user, now=now)
    way = prove_contact_way(way=way, code=code_in(TEXTS.pop()[1]), by=user, now=now)
    assert way.proved_at
    return way


def tell(now: datetime) -> int:
    """What the sweep does."""
    return tell_of_notices(link_of=link_of, by=THE_PORTAL, now=now)


def answered(cast: Cast, now: datetime = NOW) -> Notice:
    """Something new for Amara."""
    sent = a_sent(cast.amara, now=now)
    reply(contribution=sent, text="Grace and I read it. I will ring your mum.", by=cast.ben, now=now)
    return Notice.objects.get(about_id=sent.pk)


@pytest.mark.need("M19")
def test_she_is_told_that_something_is_new_and_nothing_else(cast: Cast) -> None:
    """No name, no word of hers or of the answer, not what this is, never the word care; run again nothing more."""
    assert cast.amara.user
    a_proved_way(cast.amara.user)
    answered(cast)
    assert [tell(NOW), tell(NOW)] == [1, 0]
    [(number, text)] = TEXTS
    assert number == "+447700900123"
    assert text == "Something new is waiting for you. Read it when you want to. You do not have to.\nhttps://my.example.org/"
    assert not re.search(r"amara|grace|mum|care|council|story|ben", text, re.IGNORECASE)


def test_an_address_that_says_what_this_is_about_is_left_out() -> None:
    """Somebody else may hold the phone."""
    assert "\n" not in something_new("https://children-in-care.example.org/").text


def test_nobody_is_told_who_did_not_ask_or_did_not_prove_it(cast: Cast) -> None:
    """Off until the code came back; what was there before is not told."""
    assert cast.amara.user
    answered(cast)
    assert tell(NOW) == 0
    way = add_contact_way(kind="email", address="a@example.org", by=cast.amara.user, now=NOW + timedelta(minutes=1))
    assert tell(NOW + timedelta(minutes=2)) == 0
    prove_contact_way(way=way, code=code_in(str(mail.outbox.pop().body)), by=cast.amara.user, now=NOW + timedelta(minutes=3))
    assert tell(NOW + timedelta(minutes=4)) == 0
    assert not mail.outbox


def test_at_night_it_waits_until_the_morning_they_chose(cast: Cast) -> None:
    """And what she has seen meanwhile is not told at all."""
    assert cast.amara.user
    a_proved_way(cast.amara.user)
    choose_when_told(quiet_from=time(21), quiet_until=time(9, 30), remind=False, by=cast.amara.user, now=NOW)
    first = answered(cast, NIGHT)
    assert tell(NIGHT) == 0
    assert NoticeSending.objects.get().not_before == datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
    see_answers(contributions=[first.about_id] if first.about_id else [], by=cast.amara.user, now=NIGHT)
    assert tell(datetime(2026, 11, 19, 9, 31, tzinfo=UTC)) == 0
    answered(cast, NIGHT + timedelta(hours=1))
    assert tell(datetime(2026, 11, 19, 9, 31, tzinfo=UTC)) == 1


def test_ten_new_things_are_one_message_and_a_day_of_silence(cast: Cast) -> None:
    """Who was told and has not looked knows that something waits."""
    assert cast.amara.user
    a_proved_way(cast.amara.user)
    for _ in range(10):
        answered(cast)
    assert tell(NOW) == 1
    answered(cast, NOW + timedelta(hours=1))
    assert tell(NOW + timedelta(hours=1)) == 0
    assert tell(NOW + timedelta(hours=26)) == 1


@pytest.mark.need("M19")
def test_one_reminder_and_only_for_who_wants_one(cast: Cast) -> None:
    """Three days later, once; then never again."""
    assert cast.amara.user
    a_proved_way(cast.amara.user)
    answered(cast)
    tell(NOW)
    assert tell(NOW + timedelta(days=4)) == 0
    choose_when_told(quiet_from=time(20), quiet_until=time(8), remind=True, by=cast.amara.user, now=NOW)
    assert [tell(NOW + timedelta(days=days)) for days in (4, 5, 8, 30)] == [1, 0, 0, 0]
    assert TEXTS[-1][1].startswith("Something is still waiting for you. We will not ask again.")


def test_a_provider_that_is_away_is_asked_again_and_then_no_more(cast: Cast) -> None:
    """Nothing is lost meanwhile: what is new stands on her first page."""
    assert cast.amara.user
    a_proved_way(cast.amara.user)
    answered(cast)
    TEXTS[:] = [("away", "")]
    for hours in range(0, 8, 2):
        assert tell(NOW + timedelta(hours=hours)) == 0
    TEXTS.clear()
    assert tell(NOW + timedelta(hours=9)) == 1
    assert NoticeSending.objects.get().state == "sent"


def test_a_wrong_code_is_counted_and_five_are_the_end(cast: Cast) -> None:
    """Nobody proves somebody else's phone by trying numbers."""
    assert cast.amara.user
    way = add_contact_way(kind="sms", address="07700 900123", by=cast.amara.user, now=NOW)
    right = code_in(TEXTS[0][1])
    for _ in range(5):
        assert prove_contact_way(way=way, code="000000" if right != "000000" else "1", by=cast.amara.user, now=NOW).proved_at is None
    with pytest.raises(NotAllowed, match="old_code"):
        prove_contact_way(way=way, code=right, by=cast.amara.user, now=NOW)
    with pytest.raises(NotAllowed, match="too_soon"):
        add_contact_way(kind="sms", address="07700 900123", by=cast.amara.user, now=NOW)


@pytest.mark.parametrize(
    ("kind", "address"), [("email", "amara"), ("sms", "12"), ("sms", "my mum"), ("email", "a" * 300 + "@b.uk"), ("pigeon", "x")]
)
def test_what_is_no_address_is_refused_with_what_to_do(cast: Cast, kind: str, address: str) -> None:
    """And nothing is kept."""
    assert cast.amara.user
    with pytest.raises(NotAllowed):
        add_contact_way(kind=kind, address=address, by=cast.amara.user, now=NOW)
    assert not ContactWay.objects.exists()


def test_the_address_is_encrypted_and_nowhere_in_the_audit(cast: Cast) -> None:
    """Whether and where she is told is hers alone. Stopped, it is forgotten."""
    assert cast.amara.user
    way = a_proved_way(cast.amara.user)
    assert "7700" not in way.sealed_address
    assert not AuditEvent.objects.filter(child=cast.amara.pk).exists()
    stop_contact_way(way=way, by=cast.amara.user, now=NOW)
    assert not ContactWay.objects.exists()


def test_quiet_hours_go_over_midnight_and_over_the_changing_of_the_clocks() -> None:
    """By the clock in the United Kingdom."""
    assert is_quiet(time(23), time(20), time(8))
    assert is_quiet(time(7, 59), time(20), time(8))
    assert not is_quiet(time(8), time(20), time(8))
    assert not is_quiet(time(12), time(12), time(12))
    evening = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)  # nine in the evening; the clocks go back that night
    assert after_quiet(evening, time(20), time(8)) == datetime(2026, 10, 25, 8, 0, tzinfo=UTC)


@pytest.mark.need("R38")
def test_a_worker_invites_her_and_the_link_leads_to_her_sheet_on_her_phone(cast: Cast, client: Client) -> None:
    """Only to a meeting she was told of. The link says nothing; opened, it is her sheet, and the invitation is no longer new."""
    assert cast.amara.user
    a_proved_way(cast.amara.user)
    meeting = add_meeting(child=cast.amara, kind="review", on=NOW.date() + timedelta(days=10), by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed, match="not_told"):
        invite_to_prepare(meeting=meeting, by=cast.ben, now=NOW)
    tell_of_meeting(meeting=meeting, by=cast.ben, now=NOW)
    sign_in(client, cast.ben)
    assert client.post(f"/work/meetings/{meeting.pk}/invite/").status_code == 302
    assert Notice.objects.get().kind == "prepare_invited"
    Notice.objects.update(at=NOW)
    assert tell(NOW) == 1
    said, link = TEXTS[0][1].split("\n")
    assert said == "There is a page you can fill in, if you want to. You can leave it empty too."
    client.logout()
    path = link.removeprefix("https://my.example.org")
    assert client.get(path).status_code == 302
    sign_in(client, cast.amara.user)
    assert client.get(path).status_code == 200
    assert Notice.objects.get().seen_at is not None


def test_she_sets_it_up_on_her_phone(cast: Cast, client: Client) -> None:
    """Passphrase first, a code, then it works; a wrong code gives its sentence; quiet hours are kept."""
    assert cast.amara.user
    sign_in(client, cast.amara.user)
    assert "Nothing is sent to you now." in client.get("/settings/tell-me/").content.decode()
    assert client.get("/settings/tell-me/add/").url.startswith("/sign-in/again/")
    client.post("/sign-in/again/", {"password": PASSPHRASE})
    wrong = client.post("/settings/tell-me/add/", {"kind": "sms", "address": "my phone"})
    assert "This does not look like a phone number." in wrong.content.decode()
    answer = client.post("/settings/tell-me/add/", {"kind": "sms", "address": "07700 900123"})
    code = code_in(TEXTS[0][1])
    assert "That is not the code" in client.post(answer.url, {"code": "12"}).content.decode()
    assert client.post(answer.url, {"code": f" {code[:3]} {code[3:]} "}).status_code == 302
    page = client.get("/settings/tell-me/").content.decode()
    assert "... 123" in page
    assert "900123" not in page
    assert client.post("/settings/tell-me/when/", {"quiet_from": "25:00", "quiet_until": "08:00"}).status_code == 422
    assert client.post("/settings/tell-me/when/", {"quiet_from": "19:00", "quiet_until": "08:00", "remind": "on"}).status_code == 302
    way = ContactWay.objects.get()
    assert client.post(f"/settings/tell-me/{way.pk}/stop/").status_code == 302
    assert client.get(f"/settings/tell-me/{way.pk}/").status_code == 404
