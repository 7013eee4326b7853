"""Joining: a code, a name and three words, the notice, home. No e-mail, no JavaScript."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from people.join_codes import digest_of
from people.models import Child, JoinCode, User
from tests.cast import NOW, Cast, sign_in

pytestmark = pytest.mark.django_db
CODE = "ABCD-EFGH-JKMN"
WORDS = "otter-candle-bridge"


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def zara(cast: Cast) -> Child:
    """A child with a code and no account."""
    child = Child.objects.create(known_as="Zara", date_of_birth=NOW.date().replace(year=2012))
    week = NOW + timedelta(days=7)
    JoinCode.objects.create(child=child, digest=digest_of(CODE), made_by=cast.ben, made_at=NOW, expires_at=week)
    return child


def choose(client: Client, **fields: str) -> object:
    """Send the second page."""
    words = {"username": "bluefox7", "passphrase": WORDS, "again": WORDS, **fields}
    return client.post(reverse("portal:join_name"), words)


@pytest.mark.need("R67")
@pytest.mark.need("R63")
def test_a_code_a_name_and_three_words_lead_home_through_the_notice(client: Client, zara: Child) -> None:
    assert client.post(reverse("portal:join"), {"code": "abcd efgh jkmn"}).status_code == 302
    assert choose(client)["Location"] == reverse("portal:welcome")
    zara.refresh_from_db()
    assert zara.user is not None
    assert zara.user.check_password(WORDS)
    assert client.get(reverse("portal:home"))["Location"] == reverse("portal:welcome")
    assert client.post(reverse("portal:welcome"))["Location"] == reverse("portal:before_you_hide")
    assert b"If you need to leave quickly" in client.get(reverse("portal:before_you_hide")).content
    assert b"Hello, Zara" in client.get(reverse("portal:home")).content
    zara.refresh_from_db()
    assert zara.notice_acknowledged_at == NOW
    assert set(AuditEvent.objects.values_list("event", flat=True)) >= {"account_joined", "notice_acknowledged"}


@pytest.mark.need("R59")
def test_the_notice_names_who_can_see_the_record_when_somebody_reads_and_whom_to_call(client: Client, cast: Cast) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(notice_acknowledged_at=None)
    page = sign_in(client, cast.amara.user).get(reverse("portal:welcome")).content.decode()
    for said in ("Ben Hughes", "Joan Mills", "David Osei", "Monday to Friday, 9am to 5pm", "0800 1111", "Works with you."):
        assert said in page
    assert "Carys" not in page


@pytest.mark.parametrize("address", ["portal:my_story", "portal:why", "portal:my_people", "portal:settings"])
def test_nothing_opens_before_the_notice_is_read(client: Client, cast: Cast, address: str) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(notice_acknowledged_at=None)
    assert sign_in(client, cast.amara.user).get(reverse(address))["Location"] == reverse("portal:welcome")


@pytest.mark.parametrize("code", ["", "WRON-GCOD-E234", "ABCD"])
def test_a_wrong_code_is_answered_with_what_to_do_and_keeps_what_was_typed(client: Client, zara: Child, code: str) -> None:
    assert zara
    page = client.post(reverse("portal:join"), {"code": code}).content.decode()
    assert "Something needs changing" in page
    assert f'value="{code}"' in page or not code
    assert client.get(reverse("portal:join_name")).status_code == 302


def test_three_other_words_can_be_asked_for_without_losing_the_name(client: Client, zara: Child) -> None:
    assert zara
    client.post(reverse("portal:join"), {"code": CODE})
    page = choose(client, another="yes", username="bluefox7").content.decode()
    assert 'value="bluefox7"' in page
    suggestion = re.search(r'name="passphrase" value="([^"]+)"', page)
    assert suggestion
    assert len(suggestion[1].split("-")) == 3
    assert not User.objects.filter(username="bluefox7").exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"again": "other words here"}, "These are not the same words."),
        ({"username": "AMARA"}, "Somebody else has that user name."),
        ({"passphrase": "password1234", "again": "password1234"}, "password1234"),
        ({"username": "a b"}, "Use letters, numbers, dots and dashes only"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client: Client, zara: Child, fields: dict[str, str], said: str) -> None:
    assert zara
    client.post(reverse("portal:join"), {"code": CODE})
    page = choose(client, **fields).content.decode()
    assert said in page
    assert "Something needs changing" in page
    assert JoinCode.objects.get().used_at is None


def test_the_code_is_never_in_an_address_or_left_after_joining(client: Client, zara: Child) -> None:
    assert zara
    answer = client.post(reverse("portal:join"), {"code": CODE})
    assert CODE not in answer["Location"]
    choose(client)
    assert CODE not in str(dict(client.session))


def test_a_signed_in_reader_is_sent_home_from_the_first_page(client: Client, cast: Cast) -> None:
    assert sign_in(client, cast.amara.user).get(reverse("portal:join"))["Location"] == reverse("portal:home")
