"""What a phone and the database keep of a session: nothing of a record, nobody's code, and no longer than it lasts."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.record import record
from moderation.actions.file_words import file_words
from moderation.jobs import sweep_now
from people.join_codes import digest_of
from people.models import Child, JoinCode
from stories.actions.hide import hide
from stories.models import Contribution
from tests.cast import NOW, PASSPHRASE, Cast, sign_in
from tests.factories.contributions import a_reading, a_sent
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
CODE = "ABCD-EFGH-JKMN"
WORDS = "otter-candle-bridge"


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def code_for(child: Child, cast: Cast) -> None:
    """A code that Ben gave by hand."""
    JoinCode.objects.create(child=child, digest=digest_of(CODE), made_by=cast.ben, made_at=NOW, expires_at=NOW + timedelta(days=7))


def rejoin(client: Client) -> None:
    """Use the code and choose new words."""
    client.post(reverse("portal:join"), {"code": CODE})
    client.post(reverse("portal:join_name"), {"username": "amara", "passphrase": WORDS, "again": WORDS})


@pytest.mark.need("R67")
def test_what_was_just_done_is_never_said_in_a_cookie(client: Client, cast: Cast) -> None:
    """A cookie stays on the phone when the page is left at once, and the next who opens the site would read it."""
    entry = an_entry(cast.amara, "home", NOW.date().replace(year=2020), facts={"place": "U4"})
    amara = sign_in(client, cast.amara.user)
    answer = amara.post(reverse("portal:entry_talk", args=[entry.pk]), {"words": ""})
    assert set(answer.cookies) <= {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    assert "You asked to talk about this" in amara.get(answer["Location"]).content.decode()
    amara.post(reverse("portal:entry_talk", args=[entry.pk]), {"words": ""})
    amara.post(reverse("portal:hide"))
    assert "You asked" not in amara.get(reverse("account_login")).content.decode()


def test_every_cookie_goes_when_the_browser_closes_and_is_closed_to_scripts(client: Client, cast: Cast) -> None:
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": "amara", "password": PASSPHRASE})
    assert set(client.cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    for name, cookie in client.cookies.items():
        assert not cookie["expires"], name
        assert not cookie["max-age"], name
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name


def test_a_code_on_its_way_is_not_readable_in_the_database(client: Client, cast: Cast) -> None:
    """It is kept only as a digest, and a session that holds it in clear would undo that."""
    code_for(cast.amara, cast)
    client.post(reverse("portal:join"), {"code": CODE})
    kept = [json.dumps(SessionStore().decode(row.session_data)) for row in Session.objects.all()]
    assert kept
    assert not any(part in text for text in kept for part in (CODE, CODE.replace("-", "")))


@pytest.mark.need("R67")
def test_the_way_back_in_ends_every_session_there_was_and_is_shown_to_its_owner(client: Client, cast: Cast) -> None:
    """A worker who used the code themselves could read drafts: so it stands in the list of sign-ins, and nobody stays signed in."""
    thief = Client()
    thief.post(reverse("account_login"), {"login": "amara", "password": PASSPHRASE})
    assert thief.get(reverse("portal:settings")).status_code == 200
    code_for(cast.amara, cast)
    rejoin(client)
    assert thief.get(reverse("portal:settings")).status_code == 302
    assert "You chose a new passphrase with a code" in client.get(reverse("portal:settings")).content.decode()


def test_a_code_works_once(client: Client, cast: Cast) -> None:
    code_for(cast.amara, cast)
    second = Client()
    second.post(reverse("portal:join"), {"code": CODE})
    rejoin(client)
    answer = second.post(reverse("portal:join_name"), {"username": "other", "passphrase": WORDS, "again": WORDS})
    assert "That code does not work" in answer.content.decode()
    assert "_auth_user_id" not in second.session


def test_signing_in_and_joining_change_the_name_of_the_session(client: Client, cast: Cast) -> None:
    """Else somebody who planted a session would be signed in with it."""
    code_for(cast.amara, cast)
    client.post(reverse("portal:join"), {"code": CODE})
    before = client.session.session_key
    client.post(reverse("portal:join_name"), {"username": "amara", "passphrase": WORDS, "again": WORDS})
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_the_sweep_empties_sessions_that_are_over(client: Client, cast: Cast) -> None:
    """Words that waited in one for their author must not wait for ever."""
    sign_in(client, cast.amara.user)
    over = SessionStore()
    over["words_that_wait"] = {"words": "Quokka"}
    over.set_expiry(-1)
    over.save()
    sweep_now(NOW)
    assert not Session.objects.filter(session_key=over.session_key).exists()
    assert client.get(reverse("portal:settings")).status_code == 200


def test_many_tries_elsewhere_do_not_push_counted_tries_out_of_the_cache(client: Client, cast: Cast) -> None:
    """The cache keeps counts of wrong tries: a flood of other names must not make it forget them."""
    assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000


@pytest.mark.parametrize("again", [PASSPHRASE, PASSPHRASE.capitalize(), PASSPHRASE.replace("-", " ")])
def test_a_new_passphrase_is_a_new_one(client: Client, cast: Cast, again: str) -> None:
    """The first was an account manager's to know; typing it again, or nearly, would leave it theirs."""
    sign_in(client, cast.amara.user)
    answer = client.post(reverse("account_change_password"), {"oldpassword": PASSPHRASE, "password1": again, "password2": again})
    assert answer.status_code == 200
    assert "Choose another one" in answer.content.decode()


@pytest.mark.need("R68")
@pytest.mark.parametrize("name", ["mfa_deactivate_totp", "mfa_generate_recovery_codes"])
def test_a_session_left_open_is_not_enough_to_take_over_the_second_step(client: Client, cast: Cast, name: str) -> None:
    """Ten minutes on, somebody at the worker's laptop is asked to show who they are first."""
    sign_in(client, cast.ben)
    with time_machine.travel(NOW + timedelta(minutes=10), tick=False):
        answer = client.post(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith((reverse("account_reauthenticate"), reverse("mfa_reauthenticate")))
    assert Authenticator.objects.filter(user=cast.ben, type=Authenticator.Type.TOTP).exists()
    assert not Authenticator.objects.filter(user=cast.ben, type=Authenticator.Type.RECOVERY_CODES).exists()


# --- hidden on this phone -----------------------------------------------------------------------------------


@pytest.mark.need("R69")
def test_the_address_of_hidden_words_asks_for_the_passphrase(client: Client, cast: Cast) -> None:
    """The browser remembers addresses: words hidden after they were read must not open from its history."""
    sent = a_sent(cast.amara, "Quokka words.")
    entry = file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    hide(contribution=Contribution.objects.get(pk=sent.pk), by=cast.amara.user, now=NOW)
    amara = sign_in(client, cast.amara.user)
    for name in ("entry", "entry_wrong", "entry_talk", "entry_not_me"):
        answer = amara.get(reverse(f"portal:{name}", args=[entry.pk]))
        assert answer.status_code == 302, name
        assert answer["Location"] == reverse("stories:hidden", args=[sent.pk])


def test_what_is_hidden_is_not_counted_as_new(client: Client, cast: Cast) -> None:
    sent = a_sent(cast.amara, "Quokka words.", hide=True)
    file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    assert "new to read" not in sign_in(client, cast.amara.user).get(reverse("portal:home")).content.decode()


def test_no_dot_env_of_ours_is_served(client: Client) -> None:
    for path in ("/.env", "/static/../config/settings.py", "/cms-media/images/../../keys.json", "/cms-media/keys.json"):
        assert client.get(path).status_code == 404


def test_nothing_of_a_record_is_logged_when_something_breaks(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("Quokka words.")

    monkeypatch.setattr("portal.views.home.news_for", fail)
    amara = sign_in(client, cast.amara.user)
    amara.raise_request_exception = False
    answer = amara.get(reverse("portal:home"))
    assert answer.status_code == 500
    assert "Quokka" not in answer.content.decode()
    record(Event.SIGNED_IN, child=cast.amara.pk, by=cast.amara.user.who(), at=NOW)
