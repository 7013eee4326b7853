"""No search tells anybody anything of what they may not see: not in results, counts, snippets, mending or the number of queries.

The same two files are asked the same questions, once with something closed in them and once without it: the answers are the same
bytes. So a word that stands only in what is closed is answered like a word that does not exist, whoever asks.
"""

import html
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from official_file.models import Entry, Sharing
from official_file.projection import refresh
from people.models import Cover, User
from stories.models import Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_sent
from tests.views.test_closed_cannot_be_inferred import CLOSED_HOW, add, closed_entry, open_history

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NEW_EACH_TIME = re.compile(r'csrfmiddlewaretoken" value="[^"]+"|found=[0-9a-f-]{36}')
CLOSED_WORDS = ("zebrafinch", "quokkasummary", "wombatletter", "axolotlauthor", "narwhalbrother", "alcohol", "locked")
WORDS = st.sampled_from(CLOSED_WORDS)
FEW = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def questions(draw: st.DrawFn) -> str:
    """A closed word as it is, with a slip, its beginning, beside an open word, with signs, or twice over."""
    word = draw(WORDS)
    at = draw(st.integers(1, len(word) - 2))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    sign = draw(st.sampled_from(['"', "*", " OR ", "\U0001f600", "-", "'"]))
    forms = (word, slip, word[:at] + word[at + 1 :], word[:5], f"visit {word}", f"{word} {slip}", f"{word}{sign}{word}", word.upper())
    return draw(st.sampled_from(forms))


def answer(user: User, words: str, url: str) -> tuple[str, int]:
    """What somebody is answered, without what is new each time and without their own words; and how many queries it took."""
    client = sign_in(Client(), user)
    sent = client.post(url, {"words": words})
    with CaptureQueriesContext(connection) as queries:
        page = client.get(sent["Location"])
    assert page.status_code == 200
    asked = html.escape(words)
    text = NEW_EACH_TIME.sub("", page.content.decode()).replace(f'value="{asked}"', "")
    return text, len(queries)


def undone(body: Callable[[], None]) -> None:
    """Run one example and take back everything it stored."""
    with time_machine.travel(NOW, tick=False), transaction.atomic():
        body()
        transaction.set_rollback(True)


def hide_again(entry: Entry, cast: Cast) -> None:
    """Limit an entry to its child's worker and the manager."""
    Sharing.objects.create(entry=entry, decision="limited", by=cast.ben, by_name="Ben", by_role="social_worker", at=NOW)
    refresh(entry)


@pytest.mark.need("R61", "R80")
@given(hows=st.lists(st.sampled_from(CLOSED_HOW), min_size=1, max_size=3), asked=st.lists(questions(), min_size=1, max_size=3))
@FEW
def test_no_question_tells_a_young_person_of_what_is_closed_to_them(cast: Cast, hows: list[str], asked: list[str]) -> None:
    """Of what waits, is held, withheld, still to come, sensitive or about people they may not know of."""

    def example() -> None:
        assert cast.amara.user is not None
        url = reverse("portal:search")
        open_history(cast.amara, cast, [date(2016, 1, 1), date(2019, 5, 4)])
        before = [answer(cast.amara.user, words, url) for words in asked]
        for how in hows:
            closed_entry(cast.amara, cast, how, date(2003, 6, 7))
        assert [answer(cast.amara.user, words, url) for words in asked] == before

    undone(example)


@pytest.mark.need("R61", "R80")
@given(asked=st.lists(questions(), min_size=1, max_size=3))
@FEW
def test_no_question_tells_one_young_person_or_a_stranger_of_another(cast: Cast, asked: list[str]) -> None:
    """Noor, and Dev who works with Noor, ask; it all stands in Amara's file, open to her."""

    def example() -> None:
        assert cast.noor.user is not None
        open_history(cast.noor, cast, [date(2019, 5, 4)])
        asking = ((cast.noor.user, "portal:search"), (cast.dev, "portal:search_all"), (cast.gwen, "portal:search_all"))
        before = [answer(user, words, reverse(url)) for words in asked for user, url in asking]
        letter = {"title": "Zebrafinch", "summary": "Quokkasummary alcohol locked"}
        entry = add(cast.amara, "letter", letter, date(2019, 1, 1), text="Wombatletter", author="Axolotlauthor")
        Sharing.objects.create(entry=entry, decision="shared", opens_at=NOW, by=cast.ben, by_name="B", by_role="social_worker", at=NOW)
        refresh(entry)
        a_sent(cast.amara, "Zebrafinch and narwhalbrother.")
        assert [answer(user, words, reverse(url)) for words in asked for user, url in asking] == before

    undone(example)


@pytest.mark.need("R61", "R80")
@given(asked=st.lists(questions(), min_size=1, max_size=3))
@FEW
def test_no_question_tells_staff_of_what_is_limited_to_others(cast: Cast, asked: list[str]) -> None:
    """Carys stands in for Ben: she reads the file, but not what is limited, nor words that were sent to David alone."""

    def example() -> None:
        day = timedelta(days=1)
        Cover.objects.create(worker=cast.ben, covering=cast.carys, recorded_by=cast.joan, starts=NOW - day, ends=NOW + day)
        open_history(cast.amara, cast, [date(2019, 5, 4)])
        urls = (reverse("portal:search_child", args=[cast.amara.pk]), reverse("portal:search_all"))
        before = [answer(cast.carys, words, url) for words in asked for url in urls]
        secret = {"title": "Zebrafinch", "summary": "Quokkasummary alcohol locked"}
        hide_again(add(cast.amara, "note", secret, date(2019, 1, 1), text="Wombatletter", author="Axolotlauthor"), cast)
        a_sent(cast.amara, "Zebrafinch and narwhalbrother.", chosen_reader=cast.david.pk)
        assert Contribution.objects.filter(child=cast.amara).exists()
        assert [answer(cast.carys, words, url) for words in asked for url in urls] == before

    undone(example)
