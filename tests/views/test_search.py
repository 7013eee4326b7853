"""The young person's search: what it finds, says and keeps, and what it never shows."""

import html
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.approve_plain_version import HowWritten, approve_plain_version
from official_file.actions.write_key_summary import write_key_summary
from official_file.levels import EASY
from official_file.models import Connection, Entry, Sharing
from official_file.projection import refresh
from stories.actions.hide import hide
from tests.cast import NOW, Cast, sign_in
from tests.views.test_closed_cannot_be_inferred import add, decide
from tests.views.things import draft_words, sent_words

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def reader(cast: Cast, client: Client) -> Client:
    """Amara's phone."""
    return sign_in(client, cast.amara.user)


def search(client: Client, words: str, **narrow: str) -> str:
    """What the page says when these words are looked for, as text."""
    with time_machine.travel(NOW, tick=False):
        answer = client.post(reverse("portal:search"), {"words": words, **narrow}, follow=True)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode()).replace("<mark>", "").replace("</mark>", "")


def some_history(cast: Cast) -> None:
    """Homes by rule, and visits that a worker opened."""
    for year, place in ((2016, "U4"), (2019, "K2")):
        add(cast.amara, "home", {"place": place, "provider": "PR1", "rne": "P"}, date(year, 3, 4))
    facts = {"title": "A visit at the café", "summary": "We talked about football."}
    visit = add(
        cast.amara,
        "visit",
        facts,
        date(2020, 5, 4),
        text="Amara plays for the under 12s. Her coach is Gwyneth Pritchard.",
        author="Ben Hughes",
    )
    decide(visit, cast, "shared", opens_at=NOW)


@pytest.mark.need("R80", "R6")
def test_words_of_sentences_that_are_made_from_facts_are_found_and_marked(cast: Cast, reader: Client) -> None:
    """Nobody stored "foster": it is in the sentence that the table makes of a code."""
    some_history(cast)
    with time_machine.travel(NOW, tick=False):
        page = reader.post(reverse("portal:search"), {"words": "foster"}, follow=True).content.decode()
    assert "We found one thing" in page
    assert "<mark>foster</mark>" in page


@pytest.mark.need("R80", "M16")
@pytest.mark.parametrize("words", ["football", "Pritchard", "CAFE", "visit ben", "pritch", "footbal", "gwineth", "foot ball"])
def test_titles_summaries_originals_and_authors_are_found_however_they_are_spelt(cast: Cast, reader: Client, words: str) -> None:
    """Accents, capitals, beginnings, slips."""
    some_history(cast)
    assert "A visit at the café" in search(reader, words)


@pytest.mark.need("R80", "C1")
@pytest.mark.parametrize(
    "words",
    [
        "ty",
        "TŶ",
        "llyr",
        "eglwys",
        "\u0645\u062f\u0631\u0633\u0629",
        "\u0645\u064e\u062f\u0631\u0633\u0647",
        "\u0627\u062d\u0645\u062f",
        "\u0130stanbul",
    ],
    ids=["welsh", "welsh capitals", "welsh name", "welsh slip", "arabic", "arabic with vowels", "arabic without hamza", "turkish"],
)
def test_words_of_other_languages_are_found_with_and_without_their_marks(cast: Cast, reader: Client, words: str) -> None:
    """A letter in Welsh, Arabic and Turkish."""
    arabic = "\u0645\u062f\u0631\u0633\u0629 \u0623\u062d\u0645\u062f"
    text = f"Tŷ Llŷr, ger yr eglwis fach. {arabic}. Istanbul."
    letter = add(cast.amara, "letter", {"title": "A letter"}, date(2020, 1, 1), text=text)
    decide(letter, cast, "shared", opens_at=NOW)
    assert "We found one thing" in search(reader, words)


def test_a_misspelt_word_is_mended_and_says_so(cast: Cast, reader: Client) -> None:
    some_history(cast)
    assert "We did not find “footbal”" not in search(reader, "footbal")  # football begins with it
    assert "We did not find “fotball”. We looked for “football”." in search(reader, "fotball")
    assert "We did not find “xylophone”. We looked for the rest." in search(reader, "xylophone football")
    assert "We did not find all of your words together." in search(reader, "football foster")


def test_a_section_and_years_make_the_answer_shorter(cast: Cast, reader: Client) -> None:
    some_history(cast)
    assert "We found 2 things" in search(reader, "lived")
    assert "We found one thing" in search(reader, "lived", since="2018")
    assert "We found one thing" in search(reader, "lived", since="2017", until="2014")
    assert "We found nothing" in search(reader, "lived", section="health")


@pytest.mark.need("R81")
def test_the_words_are_in_no_address_and_the_way_back_leads_to_the_same_line(cast: Cast, reader: Client) -> None:
    some_history(cast)
    with time_machine.travel(NOW, tick=False):
        sent = reader.post(reverse("portal:search"), {"words": "Pritchard"})
        assert "ritchard" not in sent["Location"]
        found = reader.get(sent["Location"])
        line = found.context["found"].lines[0]
        entry = reader.get(line.url)
        back = f"{sent['Location']}&page=1#e-{line.line.id}"
        assert back.replace("&", "&amp;") in entry.content.decode()
        assert "ritchard" not in line.url
        assert reader.get(sent["Location"]).content  # once more, as Back does
        stranger = sign_in(Client(), cast.noor.user).get(sent["Location"])
    assert "ritchard" not in stranger.content.decode()


@pytest.mark.parametrize(
    "words", ['"', '" OR *', "foster* NEAR(", "{title} : x", "'; DROP TABLE x; --", "\\", "a:*b & !c | d", "%s %(x)s", "-football"]
)
def test_signs_that_mean_something_to_a_database_mean_nothing(cast: Cast, reader: Client, words: str) -> None:
    some_history(cast)
    with time_machine.travel(NOW, tick=False):
        assert reader.post(reverse("portal:search"), {"words": words}, follow=True).status_code in (200, 422)


@pytest.mark.parametrize(
    ("words", "says"),
    [("", "Type a word"), ("   ", "Type a word"), ("\U0001f600", "Type a word"), ("a\0b", "Type a word"), ("x" * 20_000, "too long")],
)
def test_what_cannot_be_looked_for_is_answered_with_a_sentence(reader: Client, words: str, says: str) -> None:
    answer = reader.post(reverse("portal:search"), {"words": words})
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_what_nobody_can_see_is_answered_like_what_does_not_exist(cast: Cast, reader: Client) -> None:
    """The same bytes before and after something closed holds the word."""
    some_history(cast)
    before = {word: search(reader, word) for word in ("zebrafinch", "zebrafinhc", "zeb")}
    add(cast.amara, "letter", {"title": "Zebrafinch", "summary": "Zebrafinch"}, date(2018, 1, 1), text="Zebrafinch")
    for word, page in before.items():
        assert clean(search(reader, word)) == clean(page)
        assert "We found nothing" in page


def clean(page: str) -> str:
    """Without the ids that are new on every page."""

    return re.sub(r'(csrfmiddlewaretoken" value=|found=)"?[\w-]+', "", page)


def test_own_words_are_found_unless_they_are_hidden_on_this_phone(cast: Cast, reader: Client) -> None:
    draft_words(cast)
    one = sent_words(cast)
    assert "We found 2 things" in search(reader, "side")
    hide(contribution=one, by=cast.amara.user, now=NOW)
    assert "We found one thing" in search(reader, "side")


def test_what_closes_again_is_not_found_any_more(cast: Cast, reader: Client) -> None:
    some_history(cast)
    visit = add(cast.amara, "visit", {"title": "Okapi"}, date(2020, 5, 4), text="Okapi")
    decide(visit, cast, "shared", opens_at=NOW)
    assert "We found one thing" in search(reader, "okapi")
    Sharing.objects.create(
        entry=visit,
        decision="held",
        held_until=date(2027, 1, 1),
        by=cast.ben,
        by_name="Ben",
        by_role="social_worker",
        at=NOW + timedelta(hours=1),
    )
    refresh(visit)
    assert "We found nothing" in search(reader, "okapi")


@pytest.mark.need("R80", "R9")
@pytest.mark.parametrize("words", ["mother", "mum", "Grace", "MUMMY", "my mother"])
def test_somebody_is_found_among_my_people_by_name_and_by_any_word_for_who_they_are(cast: Cast, reader: Client, words: str) -> None:
    told = {"child": cast.amara, "source": "case_notes", "names": ["Grace Okafor", "Mummy"], "relation": "your mum"}
    grace = Connection.objects.create(key="c1", known_confirmed_by=cast.ben, known_confirmed_at=NOW, **told)
    page = search(reader, words)
    assert "We found one thing" in page
    assert f"{reverse('portal:my_people')}#p-{grace.pk}" in page
    assert "We found nothing" in search(reader, words, section="school")
    Connection.objects.update(known_confirmed_by=None, known_confirmed_at=None)
    nobody = search(reader, words)
    assert "We found nothing" in nobody
    assert "Grace Okafor" not in nobody


@pytest.mark.need("R80", "R5")
def test_easy_words_and_what_a_paper_says_in_short_are_found(cast: Cast, reader: Client) -> None:
    some_history(cast)
    visit = Entry.objects.get(now__kind="visit")
    approve_plain_version(entry=visit, text="Ben kicked a ball.", how=HowWritten(level=EASY), by=cast.ben, now=NOW)
    write_key_summary(entry=visit, what_it_is="It tells about the tournament.", by=cast.ben, now=NOW)
    easy, short = search(reader, "kicked"), search(reader, "tournament")
    assert "In easy words" in easy
    assert "Ben kicked a ball." in easy
    assert "In short" in short
    assert "It tells about the tournament." in short
