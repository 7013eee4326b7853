"""A hundred misspelt questions about Amara's life, asked of the demonstration: at least ninety find what they mean."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from official_file.models import EntryNow
from official_file.search.asking import Searched, ask
from official_file.search.words import words_asked
from people.models import Child, User
from tests.factories.misspellings import MISSPELT
from tests.journeys.demonstration import AMARA, TODAY, browser_of, child, loaded

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.database, pytest.mark.timeout(900)]
ENOUGH = 90


@pytest.fixture(scope="module", autouse=True)
def _council(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with loaded(django_db_blocker):
        yield


def found(user: User, amara: Child, words: str) -> set[object]:
    """The entries that this reader finds."""
    rows = EntryNow.objects.visible_to(user, TODAY).filter(child=amara)
    rows = rows.current() if user.is_staff else rows
    return set(ask(words_asked(words), Searched(rows, rows, [amara.pk], whole=user.is_staff), TODAY).rows.values_list("pk", flat=True))


@pytest.mark.need("R80")
def test_of_a_hundred_misspelt_questions_ninety_find_what_they_mean() -> None:
    """Found: everything that the right spelling finds, and at least a third of the answer is that."""
    priya, amara = User.objects.get(username="priya"), child(AMARA)
    missed = []
    for typed, means in MISSPELT:
        right, got = found(priya, amara, means), found(priya, amara, typed)
        assert right, means
        if not right <= got or len(got) > 3 * len(right):
            missed.append(typed)
    assert len(MISSPELT) == 100
    assert len(missed) <= len(MISSPELT) - ENOUGH, missed


@pytest.mark.need("R80")
def test_amara_finds_what_is_open_to_her_however_she_spells_it() -> None:
    """Where the right spelling finds something that is open, so does hers nine times of ten; closed words stay unknown."""
    amara = child(AMARA)
    assert amara.user is not None
    asked = [(typed, right) for typed, means in MISSPELT if (right := found(amara.user, amara, means))]
    missed = [typed for typed, right in asked if not right <= found(amara.user, amara, typed)]
    assert len(asked) >= 20
    assert len(missed) <= len(asked) // 10, missed


@pytest.mark.need("R80", "R6")
def test_her_page_finds_foster_in_sentences_and_says_what_it_mended() -> None:
    """As she uses it, in the browser."""
    browser = browser_of("amara")
    page = browser.post(reverse("portal:search"), {"words": "fostr carers"}, follow=True).content.decode()
    assert "We found" in page
    assert "<mark>foster</mark>" in page
    assert "We did not find “fostr”. We looked for “foster”" in page
