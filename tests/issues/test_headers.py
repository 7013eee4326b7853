"""What every answer carries, whatever it answers: closed to caches, frames of others, other hosts; forms only from our pages."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from people.models import Child
from tests.cast import NOW, PASSPHRASE, Cast, sign_in
from tests.factories.entries import an_entry
from tests.views.address_table import TABLE
from tests.views.things import Things, make_things

pytestmark = pytest.mark.django_db
MAY_COME_FROM_ANYWHERE = {"portal:hide"}  # leaving must never fail; tests/views/test_portal_pages.py says why that is safe
NO_FORMS = {"healthz", "cms_picture", "wagtail_serve"}


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def things(cast: Cast) -> Things:
    """One of everything an address can name."""
    return make_things(cast)


def check(answer: HttpResponse, where: str) -> None:
    """What must stand on every answer of ours."""
    missing = {"Content-Security-Policy", "Cache-Control", "X-Frame-Options", "X-Robots-Tag"} - set(answer.headers)
    assert not missing, (where, missing)
    policy = answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"], where
    assert "private" in answer.headers["Cache-Control"], where
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN", where
    assert answer.headers["X-Content-Type-Options"] == "nosniff", where
    assert answer.headers["Referrer-Policy"] == "same-origin", where
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow", where
    assert "ETag" not in answer.headers, where
    assert "Last-Modified" not in answer.headers, where
    for part in ("default-src 'none'", "script-src 'self';", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'self'"):
        assert part in f"{policy};", (where, part)
    for word in ("unsafe", "*", "http:", "https:"):
        assert word not in policy, (where, word)


@pytest.mark.parametrize("visitor", ["nobody", "amara", "ben", "ruth"])
def test_every_answer_is_closed_to_caches_frames_and_other_hosts(cast: Cast, things: Things, visitor: str) -> None:
    """Pages, redirects, refusals and pages that do not exist alike."""
    people = {"amara": cast.amara.user, "ben": cast.ben, "ruth": cast.ruth}
    browser = sign_in(Client(), people[visitor]) if visitor in people else Client()
    for name, row in TABLE.items():
        for thing in (None, uuid4()):
            url = things.address(name, row.thing, instead=thing)
            with transaction.atomic():
                answers = [browser.get(url), browser.post(url, dict(row.data)), browser.options(url), browser.head(url)]
                transaction.set_rollback(True)
            if name == "portal:hide":
                browser = sign_in(Client(), people[visitor]) if visitor in people else Client()
            for answer in answers:
                if not (name == "cms_picture" and answer.status_code != 404):
                    check(answer, f"{name} {answer.status_code}")


def test_answers_that_something_was_wrong_are_closed_too(client: Client, cast: Cast) -> None:
    amara = sign_in(client, cast.amara.user)
    strict = sign_in(Client(enforce_csrf_checks=True), cast.amara.user)
    many = {f"field{number}": "x" for number in range(2_000)}
    wrong = {
        400: amara.post(reverse("portal:about_me"), many),
        403: strict.post(reverse("portal:about_me"), {"words": "x"}),
        404: amara.get("/nothing-here/"),
        405: amara.delete(reverse("portal:hide")),
        413: amara.post(reverse("portal:about_me"), {"words": "x" * 3_100_000}),
    }
    for status, answer in wrong.items():
        assert answer.status_code == status
        check(answer, str(status))


def test_another_host_is_refused(client: Client) -> None:
    assert client.get(reverse("account_login"), headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("visitor", ["nobody", "amara", "ben", "ruth"])
def test_no_form_is_taken_from_elsewhere(cast: Cast, things: Things, visitor: str) -> None:
    people = {"amara": cast.amara.user, "ben": cast.ben, "ruth": cast.ruth}
    browser = Client(enforce_csrf_checks=True)
    if visitor in people:
        sign_in(browser, people[visitor])
    for name, row in TABLE.items():
        if name in MAY_COME_FROM_ANYWHERE | NO_FORMS:
            continue
        answer = browser.post(things.address(name, row.thing), dict(row.data))
        assert answer.status_code in (403, 404, 405) or answer.status_code == 302, name
        if answer.status_code == 302:  # only where nobody is signed in for it: to the sign-in page
            assert answer["Location"].startswith((reverse("account_login"), reverse("second_factor"))), (name, answer["Location"])


BAD_PLACES = (
    "https://evil.example/", "//evil.example/", "///evil.example", "\\\\evil.example", "/\\evil.example", "https:evil.example",
    "javascript:alert(1)", "http:///evil.example", " https://evil.example", "/%09/evil.example", "https://testserver@evil.example/",
)  # fmt: skip


@pytest.mark.parametrize("place", BAD_PLACES)
@pytest.mark.parametrize("name", ["account_login", "account_reauthenticate", "account_change_password", "account_logout", "portal:hide"])
def test_no_address_sends_anybody_to_another_site(cast: Cast, name: str, place: str) -> None:
    client = Client() if name == "account_login" else sign_in(Client(), cast.amara.user)
    given = {"login": "amara", "password": PASSPHRASE, "next": place}
    given |= {"oldpassword": PASSPHRASE, "password1": "otter-candle-bridge", "password2": "otter-candle-bridge"}
    answer = client.post(reverse(name), given)
    where = answer.headers.get("Location", "/")
    assert urlsplit(where).netloc == "", where
    assert re.match(r"/(?![/\\])", where), where
    if answer.status_code == 200 and name != "portal:hide":
        assert 'href="https://evil' not in answer.content.decode()


# --- a young person who died --------------------------------------------------------------------------------


def test_a_death_closes_the_account_with_a_sentence_and_opens_it_again_when_it_was_a_mistake(client: Client, cast: Cast) -> None:
    """The opening rules say so: a death closes the account, or is a mistake that a worker must see."""
    entry = an_entry(cast.amara, "home", date(2020, 1, 8), facts={"place": "U4"})
    amara = sign_in(client, cast.amara.user)
    Child.objects.filter(pk=cast.amara.pk).update(died_on=date(2026, 11, 1))
    for url in ("/", reverse("portal:entry", args=[entry.pk]), reverse("stories:list"), reverse("portal:welcome")):
        answer = amara.get(url)
        assert answer.status_code == 403, url
        assert "This sign-in is closed" in answer.content.decode()
    assert sign_in(Client(), cast.ben).get(reverse("portal:child", args=[cast.amara.pk])).status_code == 200
    Child.objects.filter(pk=cast.amara.pk).update(died_on=None)
    assert amara.get("/").status_code == 200


def test_a_closed_account_with_a_session_that_lives_on_opens_nothing(client: Client, cast: Cast) -> None:
    ben = sign_in(client, cast.ben)
    type(cast.ben).objects.filter(pk=cast.ben.pk).update(is_active=False)
    answer = ben.get(reverse("portal:child", args=[cast.amara.pk]))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_cookies_of_a_live_installation_are_named_for_their_host() -> None:
    """`__Host-` is refused by browsers unless it is Secure, has no Domain and stands at the root."""
    assert not settings.SESSION_COOKIE_DOMAIN
    assert not settings.CSRF_COOKIE_DOMAIN
    assert settings.SESSION_COOKIE_PATH == settings.CSRF_COOKIE_PATH == "/"
