"""Signing in: a name and a passphrase; for staff a passphrase of their own, an app on their phone, and spare codes."""

import base64
import re
import time
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from people.actions.reset_sign_in import reset_sign_in
from people.models import User
from tests.cast import NOW, PASSPHRASE, TOTP_SECRET, Cast, second_factor, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SIGN_IN = "/sign-in/"
NEW = "otter-candle-bridge"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """A Wednesday in staffed hours, and no tries counted from another test."""
    cache.clear()
    with time_machine.travel(NOW, tick=False) as moved:
        yield moved


def numbers(secret: str = TOTP_SECRET) -> str:
    """What the app shows at this moment."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def type_passphrase(client: Client, user: User, passphrase: str = PASSPHRASE, **more: str) -> HttpResponse:
    """Send the sign-in form."""
    return client.post(SIGN_IN, {"login": user.username, "password": passphrase, **more})


def with_the_app(client: Client, user: User) -> HttpResponse:
    """Sign in with passphrase and app."""
    second_factor(user)
    assert type_passphrase(client, user)["Location"] == reverse("mfa_authenticate")
    return client.post(reverse("mfa_authenticate"), {"code": numbers()})


@pytest.mark.need("R67")
def test_a_young_person_signs_in_with_one_step_and_the_audit_keeps_it(client: Client, cast: Cast) -> None:
    assert type_passphrase(client, cast.amara.user)["Location"] == reverse("portal:home")
    event = AuditEvent.objects.get(event=Event.SIGNED_IN)
    assert (event.child, event.by_role) == (cast.amara.pk, "young_person")


@pytest.mark.parametrize("name", ["mfa_index", "mfa_activate_totp", "mfa_view_recovery_codes", "mfa_reauthenticate", "second_factor"])
def test_young_people_have_no_second_factor(client: Client, cast: Cast, name: str) -> None:
    assert sign_in(client, cast.amara.user).get(reverse(name)).status_code == 404


def test_a_name_is_the_same_in_capitals_and_a_wrong_passphrase_gets_a_sentence(client: Client, cast: Cast) -> None:
    assert client.post(SIGN_IN, {"login": "AMARA", "password": PASSPHRASE}).status_code == 302
    wrong = type_passphrase(Client(), cast.amara.user, "not-these-words")
    unknown = Client().post(SIGN_IN, {"login": "nobody-at-all", "password": "not-these-words"})
    for answer in (wrong, unknown):
        assert "do not fit together" in answer.content.decode()


def test_an_account_that_is_closed_says_so_only_after_the_right_passphrase(client: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.amara.user.pk).update(is_active=False)
    assert "do not fit together" in type_passphrase(client, cast.amara.user, "wrong-words-here").content.decode()
    assert client.get(reverse("account_inactive")).status_code == 200


@pytest.mark.parametrize("typed", [PASSPHRASE.capitalize(), f"{PASSPHRASE} ", PASSPHRASE.replace("-", " ")])
def test_what_a_phone_adds_to_a_passphrase_keeps_nobody_out(client: Client, cast: Cast, typed: str) -> None:
    assert client.post(SIGN_IN, {"login": "amara", "password": typed}).status_code == 302
    assert Client().post(SIGN_IN, {"login": "amara", "password": typed.swapcase()}).status_code == 200


@pytest.mark.parametrize("typed", ["wrong", "Wrong words here", "wrong-words here "])
def test_a_name_that_nobody_has_takes_as_long_as_one_that_somebody_has(cast: Cast, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    encode = MD5PasswordHasher.encode  # the tests' hasher: checking and making both come here
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: (counted.append("hash"), encode(*given))[1])
    hashes = []
    for name in ("amara", "nobody-at-all"):
        counted.clear()
        assert Client().post(SIGN_IN, {"login": name, "password": typed}).status_code == 200
        hashes.append(len(counted))
    assert hashes[0] == hashes[1] > 0


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_set_password", "account_reset_password"])
def test_what_is_not_offered_is_not_there(client: Client, cast: Cast, name: str) -> None:
    assert client.get(reverse(name)).status_code == 404
    assert sign_in(client, cast.amara.user).get(reverse(name)).status_code == 404


def test_too_many_wrong_passphrases_close_the_door_for_five_minutes(client: Client, cast: Cast, clock: time_machine.Traveller) -> None:
    for _try in range(5):
        type_passphrase(client, cast.amara.user, "not-these-words")
    locked = type_passphrase(client, cast.amara.user)
    assert "Wait five minutes" in locked.content.decode()
    clock.shift(timedelta(minutes=6))
    assert type_passphrase(client, cast.amara.user).status_code == 302


@pytest.mark.need("R68")
def test_a_new_member_of_staff_chooses_a_passphrase_sets_up_the_app_and_is_let_in(client: Client, cast: Cast) -> None:
    assert type_passphrase(client, cast.ben)["Location"] == reverse("portal:desk")
    assert client.get(reverse("portal:desk"))["Location"] == reverse("second_factor")
    assert client.get(reverse("second_factor"))["Location"] == reverse("account_change_password")
    assert "Choose a passphrase of your own" in client.get(reverse("account_change_password")).content.decode()
    assert client.get(reverse("mfa_activate_totp"))["Location"] == reverse("second_factor")  # not before that
    chosen = {"oldpassword": PASSPHRASE, "password1": NEW, "password2": NEW}
    assert client.post(reverse("account_change_password"), chosen)["Location"] == reverse("second_factor")
    assert client.get(reverse("second_factor"))["Location"] == reverse("mfa_activate_totp")
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r"<strong>([A-Z2-7]{32})</strong>", page)
    assert secret
    assert "data:image/svg+xml" in page
    enrolled = client.post(reverse("mfa_activate_totp"), {"code": numbers(secret[1])})
    assert enrolled["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("portal:desk")).status_code == 200


def test_spare_codes_are_shown_once(client: Client, cast: Cast) -> None:
    with_the_app(client, cast.ben)
    client.post(reverse("mfa_generate_recovery_codes"))
    first = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert len(re.findall(r"<li>\d{8}</li>", first)) == 10
    assert not re.findall(r"\d{8}", again)


def test_staff_sign_in_with_the_app_and_wrong_numbers_get_a_sentence(client: Client, cast: Cast) -> None:
    second_factor(cast.ben)
    type_passphrase(client, cast.ben)
    assert client.get(reverse("portal:desk"))["Location"].startswith(SIGN_IN)
    assert "not right" in client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert client.post(reverse("mfa_authenticate"), {"code": numbers()})["Location"] == reverse("portal:desk")
    assert client.get(reverse("portal:desk")).status_code == 200


def test_guessing_the_numbers_closes_the_door(client: Client, cast: Cast) -> None:
    second_factor(cast.ben)
    type_passphrase(client, cast.ben)
    for guess in range(6):
        answer = client.post(reverse("mfa_authenticate"), {"code": f"00000{guess}"})
    assert "Wait five minutes" in answer.content.decode()
    assert client.post(reverse("mfa_authenticate"), {"code": numbers()}).status_code == 200  # not let in


def test_a_spare_code_lets_in_once_and_asks_to_set_up_the_app_again(client: Client, cast: Cast) -> None:
    with_the_app(client, cast.ben)
    client.post(reverse("mfa_generate_recovery_codes"))
    code = re.search(r"<li>(\d{8})</li>", client.get(reverse("mfa_view_recovery_codes")).content.decode())
    assert code
    for expected in (302, 200):
        lost = Client()
        type_passphrase(lost, cast.ben)
        answer = lost.post(reverse("mfa_authenticate"), {"code": code[1]})
        assert answer.status_code == expected
        if expected == 302:
            assert answer["Location"] == reverse("mfa_index")
            assert "You signed in with a spare code" in lost.get(reverse("mfa_index")).content.decode()
            assert lost.get(reverse("portal:desk")).status_code == 200


def test_no_table_holds_a_secret_in_clear(client: Client, cast: Cast) -> None:
    """Neither the stored factor nor the session in which one is being set up."""
    type_passphrase(client, cast.carys)
    client.post(reverse("account_change_password"), {"oldpassword": PASSPHRASE, "password1": NEW, "password2": NEW})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    waiting = re.search(r"<strong>([A-Z2-7]{32})</strong>", page)
    assert waiting
    kept = " ".join(str(session.get_decoded()) for session in Session.objects.all())
    assert waiting[1] not in kept
    client.post(reverse("mfa_activate_totp"), {"code": numbers(waiting[1])})
    second_factor(cast.ben)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = " ".join(str(row) for row in cursor.fetchall())
    for secret in (waiting[1], TOTP_SECRET, base64.b32decode(TOTP_SECRET).hex()):
        assert secret not in stored
    assert Authenticator.objects.get(user=cast.ben).wrap().validate_code(numbers())


def test_an_old_session_is_not_verified_by_a_new_app(client: Client, cast: Cast) -> None:
    with_the_app(client, cast.ben)
    reset_sign_in(user=cast.ben, by=cast.ruth, now=NOW)
    assert client.get(reverse("portal:desk"))["Location"].startswith(SIGN_IN)  # every session ended


def test_staff_without_the_second_factor_cannot_stop_or_read_it(client: Client, cast: Cast) -> None:
    type_passphrase(client, cast.ben)
    for name in ("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        assert client.get(reverse(name))["Location"] == reverse("second_factor")


@pytest.mark.need("R41")
def test_after_fifteen_minutes_the_page_closes_and_says_why(client: Client, cast: Cast, clock: time_machine.Traveller) -> None:
    type_passphrase(client, cast.amara.user)
    clock.shift(timedelta(minutes=14))
    assert client.get(reverse("portal:my_story")).status_code == 200  # every page starts the quarter of an hour anew
    clock.shift(timedelta(minutes=16))
    away = client.get(reverse("portal:my_story"))
    assert "away=1" in away["Location"]
    assert "You were away for 15 minutes" in client.get(away["Location"]).content.decode()
    assert "away" not in Client().get(reverse("portal:my_story"))["Location"]


def test_signing_in_goes_on_where_they_were_but_never_to_a_form_or_another_site(client: Client, cast: Cast) -> None:
    assert Client().post(reverse("portal:about_me"), {"words": "x"})["Location"] == SIGN_IN
    wanted = client.get(reverse("portal:my_people"))["Location"]
    assert wanted == f"{SIGN_IN}?next={quote(reverse('portal:my_people'), safe='')}"
    there = client.post(wanted, {"login": "amara", "password": PASSPHRASE, "next": reverse("portal:my_people")})
    assert there["Location"] == reverse("portal:my_people")
    elsewhere = type_passphrase(Client(), cast.amara.user, next="https://example.org/")
    assert elsewhere["Location"] == reverse("portal:home")


def test_a_new_passphrase_ends_every_other_session(client: Client, cast: Cast) -> None:
    other = Client()
    type_passphrase(other, cast.amara.user)
    type_passphrase(client, cast.amara.user)
    changed = {"oldpassword": PASSPHRASE, "password1": NEW, "password2": NEW}
    assert client.post(reverse("account_change_password"), changed)["Location"] == reverse("portal:settings")
    assert client.get(reverse("portal:my_story")).status_code == 200
    assert other.get(reverse("portal:my_story")).status_code == 302


def test_when_the_audit_cannot_be_written_nobody_is_signed_in(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the audit is away")

    monkeypatch.setattr("people.sign_in.record", fail)
    client.raise_request_exception = False
    assert type_passphrase(client, cast.amara.user).status_code == 500
    assert client.get(reverse("portal:my_story")).status_code == 302


def test_guessing_join_codes_closes_that_door_too(client: Client, clock: time_machine.Traveller) -> None:
    for _try in range(20):
        assert "does not work" in client.post(reverse("portal:join"), {"code": "ABCD-EFGH-JKMN"}).content.decode()
    assert "Too many codes were tried" in client.post(reverse("portal:join"), {"code": "ABCD-EFGH-JKMN"}).content.decode()
    clock.shift(timedelta(minutes=6))
    assert "does not work" in client.post(reverse("portal:join"), {"code": "ABCD-EFGH-JKMN"}).content.decode()
