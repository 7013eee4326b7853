"""Every address x everybody in the cast: allowed, or the answer for a page that does not exist, as one table says.

The addresses are enumerated from the URL configuration: a view that is missing from the table fails here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django.plugin import DjangoDbBlocker

from tests.cast import NOW, Cast, make_cast, sign_in, sign_in_without_second_factor
from tests.views.address_table import NOBODY, TABLE, WITHOUT_SECOND_FACTOR, Row
from tests.views.things import Things, make_things

EDITORS_DESK = ("wagtail", "content/")  # one row of the table: tests/cms tries each of its addresses


def names(patterns: list[Any], space: str = "", before: str = "") -> Iterator[str]:
    """The name of every view, with its namespace; the path of one that has no name."""
    for pattern in patterns:
        where = before + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner, where)
        elif isinstance(pattern, URLPattern) and not where.startswith(EDITORS_DESK):
            yield f"{space}{pattern.name}" if pattern.name else where


def test_no_view_is_missing_from_the_table_and_no_row_names_a_view_that_is_gone() -> None:
    """Somebody decides who may open each new page."""
    assert sorted(set(names(get_resolver().url_patterns))) == sorted(TABLE)


@dataclass(frozen=True)
class Council:
    """One of everything an address can name, and the session of everybody who is signed in."""

    things: Things
    sessions: dict[str, str]
    nothing: dict[tuple[str, bool], Any]

    def is_like_nothing(self, answer: Any, visitor: str, row: Row, ask_nowhere: Callable[[], Any]) -> bool:
        """Whether the answer is the one this visitor gets for what does not exist: at another address of that kind, or at this one."""
        known = self.nothing.get((visitor, row.post))
        if known is not None and same(answer, known):
            return True
        self.nothing[visitor, row.post] = ask_nowhere()
        return same(answer, self.nothing[visitor, row.post])

    def visitors(self) -> dict[str, Client]:
        """A new browser for everybody: each of the cast, nobody, and a worker without the second factor."""
        browsers = {name: Client() for name in self.sessions}
        for name, browser in browsers.items():
            browser.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[name]
        return {**browsers, NOBODY: Client()}


@pytest.fixture(scope="module")
def council(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Council]:
    """Made once for this file; what a test changes is taken back when it ends, and the council when the last one did."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast()
        yield Council(make_things(cast), signed_in(cast), {})
        transaction.set_rollback(True)


def signed_in(cast: Cast) -> dict[str, str]:
    """The session of each of the cast, and of a worker without the second factor."""
    people = {child.known_as.lower(): child.user for child in cast.young_people} | {user.username: user for user in cast.staff}
    with time_machine.travel(NOW, tick=False):
        browsers = {name: sign_in(Client(), user) for name, user in people.items() if user}
        browsers[WITHOUT_SECOND_FACTOR] = sign_in_without_second_factor(Client(), cast.ben)
    return {name: browser.cookies[settings.SESSION_COOKIE_NAME].value for name, browser in browsers.items()}


def ask(browser: Client, url: str, row: Row) -> Any:
    """The answer, and everything the question changed taken back."""
    with transaction.atomic():
        answer = browser.post(url, dict(row.data)) if row.post else browser.get(url)
        transaction.set_rollback(True)
    return answer


@pytest.mark.need("R61")
@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(TABLE))
def test_each_address_opens_for_whom_the_table_says_and_is_nothing_for_others(name: str, council: Council) -> None:
    """Nobody is asked to sign in; a stranger gets byte for byte what an id that does not exist gets."""
    row = TABLE[name]
    found = {}
    with time_machine.travel(NOW, tick=False):
        url, nowhere = council.things.address(name, row.thing), council.things.address(name, row.thing, instead=uuid4())
        strangers = [one for one in council.sessions if one not in row.allowed and row.thing and one != WITHOUT_SECOND_FACTOR]
        asked_for_nothing = strangers[sorted(TABLE).index(name) % 4 :: 4]  # each address by some of them, each of them at many
        for visitor, browser in council.visitors().items():
            answer = ask(browser, url, row)
            found[visitor] = answer.status_code
            if visitor in asked_for_nothing:
                assert same(answer, ask(browser, nowhere, row)), visitor
            elif visitor in strangers:
                assert council.is_like_nothing(answer, visitor, row, partial(ask, browser, nowhere, row)), visitor
    sent_away = {visitor for visitor, status in found.items() if status == 404}
    outside = {NOBODY, WITHOUT_SECOND_FACTOR}
    assert set(found) - sent_away - outside == set(row.allowed) - outside, found
    check_outsiders(name, row.allowed, found)
    assert not [visitor for visitor, status in found.items() if status >= 500]


def same(one: Any, other: Any) -> bool:
    """Whether two answers cannot be told apart."""
    kept = {key: value for key, value in one.headers.items() if key not in ("Set-Cookie", "Content-Length")}
    also = {key: value for key, value in other.headers.items() if key not in ("Set-Cookie", "Content-Length")}
    return (one.status_code, one.content, kept) == (other.status_code, other.content, also)


def check_outsiders(name: str, allowed: frozenset[str], found: dict[str, int]) -> None:
    """Somebody not signed in is asked to sign in; staff without the second factor are asked for it or get nothing."""
    if NOBODY in allowed:
        assert found[NOBODY] in (200, 302), name
        return
    assert found[NOBODY] in (302, 404), name
    assert found[WITHOUT_SECOND_FACTOR] in (302, 404) or name.startswith(("account_", "mfa_")), name


@pytest.mark.django_db
def test_somebody_not_signed_in_gets_the_same_answer_for_what_exists_and_what_does_not(client: Client, council: Council) -> None:
    """The sign-in page, with only the address they asked for."""
    for name, row in TABLE.items():
        if row.thing and NOBODY not in row.allowed:
            for pk in (None, uuid4()):
                url = council.things.address(name, row.thing, instead=pk)
                answer = client.post(url) if row.post else client.get(url)
                back = "" if row.post else f"?next={quote(url, safe='')}"  # nothing leads back to a form that was sent
                assert answer.status_code == 404 or answer["Location"] == f"{reverse('account_login')}{back}", name
