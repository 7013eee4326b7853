"""When something goes wrong the page gives back what was typed here, and shows nothing that came from elsewhere or is secret."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from portal import errors
from portal.views import home
from tests.cast import Cast, sign_in

WORDS = "I typed this <b>for long</b>."


@pytest.mark.parametrize(("site", "shown"), [("same-origin", True), ("cross-site", False), (None, False)])
def test_words_are_given_back_only_to_a_page_of_ours(site: str | None, shown: bool) -> None:
    headers = {"Sec-Fetch-Site": site} if site else {}
    request = RequestFactory().post(
        "/about-me/", {"words": WORDS, "passphrase": "otter-candle-bridge", "username": "amara"}, headers=headers
    )
    assert errors.typed_here(request) == ([WORDS] if shown else [])


@pytest.mark.django_db
def test_a_form_that_is_too_old_gives_the_words_back_and_says_what_to_do(cast: Cast) -> None:
    amara = sign_in(Client(enforce_csrf_checks=True), cast.amara.user)
    answer = amara.post(reverse("portal:about_me"), {"words": WORDS}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 403
    assert b"I typed this &lt;b&gt;for long&lt;/b&gt;." in answer.content
    assert b"Copy it, open the page again, and put it in." in answer.content
    assert b"Open the page again and press the button once more." in amara.post(reverse("portal:about_me")).content


@pytest.mark.django_db
def test_when_we_fail_the_page_gives_the_words_back_and_says_it_was_our_fault(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "write_about_me", lambda **_: 1 / 0)
    amara = sign_in(Client(raise_request_exception=False), cast.amara.user)
    answer = amara.post(reverse("portal:about_me"), {"words": WORDS}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 500
    assert b"It was our fault, not yours." in answer.content
    assert b"I typed this &lt;b&gt;for long&lt;/b&gt;." in answer.content
