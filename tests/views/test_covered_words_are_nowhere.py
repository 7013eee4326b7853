"""No covered word reaches the person it is about: on no page, in no print, at no level, by no search, in no copy, in no picture.

Every address of theirs is tried, also those that are added later.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

import pytest
import time_machine
from django.test import Client
from django.urls import URLPattern, reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from files.models import FileReading
from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.open_entry import open_entry
from official_file.covered import for_subject
from official_file.covering import SOMETHING, Passage
from official_file.models import Entry, KeySummary
from official_file.plan_rules import WORDS
from people.models import Child
from portal import urls
from portal.exporting.my_copy import own_copy
from stories import urls as stories_urls
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry
from tests.factories.papers import a_paper
from tests.views.test_closed_cannot_be_inferred import FEW, undone

pytestmark = [pytest.mark.django_db]

OF_STORY, OF_ENTRY = ("", "?by=section", "?by=time", "?by=year"), ("", "?original=1", "?level=easy", "?page=2", "?print=18&level=original")
BEFORE = NOW - timedelta(hours=1)
WRITTEN = ("visit", "letter", "plan", "decision", "review_minutes", "assessment", "note", "pen_picture", "why_letter")
PASSAGES = ("Zebrafinch", "Zebrafinch Wombat", "14 Quokka Lane", "Pangolin's friend", "Δελφίνι", "كنغر")


@pytest.fixture
def amara(cast: Cast) -> Client:
    """Her phone."""
    return sign_in(Client(), cast.amara.user)


def addresses(entries: list[Entry]) -> Iterator[str]:
    """Every address of hers that takes nothing, or the id of an entry."""
    for space, patterns in (("portal", urls.urlpatterns), ("stories", stories_urls.urlpatterns)):
        for pattern in patterns:
            if not isinstance(pattern, URLPattern) or pattern.name is None:
                continue
            takes = set(pattern.pattern.converters)
            if not takes:
                queries = OF_STORY if pattern.name == "my_story" else ("",)
                yield from (reverse(f"{space}:{pattern.name}") + query for query in queries)
            if takes == {"entry_id"}:
                queries = OF_ENTRY if pattern.name in ("entry", "paper") else ("",)
                yield from (reverse(f"{space}:{pattern.name}", args=[entry.pk]) + query for entry in entries for query in queries)


def everything(client: Client, child: Child, entries: list[Entry], looked_for: list[str]) -> dict[str, str]:
    """All that she can read, by where it stands."""
    found = {}
    for address in addresses(entries):
        answer = client.get(address)
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
            found[address] = answer.content.decode()
    for words in looked_for:
        page = client.post(reverse("portal:search"), {"words": words}, follow=True).content.decode()
        assert "entry-line" not in page.replace("entry-line__", ""), f"{words!r} was found"
        found[f"looked for {words}"] = page.replace(words, "", 4)  # what she typed stands in the box
    copy = zipfile.ZipFile(io.BytesIO(own_copy(child.user, child, NOW).content))
    for name in copy.namelist():
        assert not name.endswith(".jpg"), "a picture of a page with covered words is in the copy"
        found[name] = copy.read(name).decode()
    return found


def written(cast: Cast, kind: str, words: list[str]) -> Entry:
    """An entry whose text, title, summary, plain words and key summary all say these words, in capitals too."""
    said = " and ".join(words)
    facts: dict[str, object] = {"title": f"About {said}", "summary": f"We saw {said.upper()}."}
    if kind == "plan":
        facts |= {"strengths": said, "items": [{word: f"{word}: {said}" for word in WORDS}]}
    entry = an_entry(cast.amara, kind, date(2024, 2, 3), text=f"We met {said}.\n{said.upper()} went home. So did {said}.", facts=facts)
    for number in (2, 1):
        approve_plain_version(entry=entry, text=f"You met {said}. {number}", by=cast.ben, now=BEFORE - timedelta(minutes=number))
    summary = {"what_it_is": f"A note of {said}.", "what_was_decided": said, "what_happens_next": said}
    KeySummary.objects.create(entry=entry, by=cast.ben, by_name="Ben", at=BEFORE, **summary)
    return entry


@pytest.mark.need("R65", "R66")
@given(
    kinds=st.lists(st.sampled_from(WRITTEN), min_size=2, max_size=3, unique=True),
    words=st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=3, unique=True),
)
@settings(FEW, max_examples=2)
def test_no_covered_word_is_on_any_page_in_any_search_or_in_the_copy(cast: Cast, amara: Client, kinds: list[str], words: list[str]) -> None:
    def example() -> None:
        passages = [Passage(one, SOMETHING, "TP_PRIVATE", "It is private.") for one in words]
        entries = [written(cast, kind, words) for kind in kinds]
        paper = a_paper(cast.amara, "Dear head,", f"we met {' and '.join(words)}.", day=date(2024, 2, 3))
        FileReading.objects.update(started_at=BEFORE, ended_at=BEFORE)
        for entry in (*entries, paper):
            open_entry(entry=entry, covered=passages, by=cast.ben, now=BEFORE)
        assert all(SOMETHING in for_subject(entry) for entry in entries)
        pages = everything(amara, cast.amara, [*entries, paper], sorted({part for one in words for part in one.split()} - {"14", "friend"}))
        assert any(SOMETHING in page for page in pages.values())
        for where, page in pages.items():
            told = page.casefold().replace("&#x27;", "'")
            assert not [one for one in words if one.casefold() in told], where

    with time_machine.travel(NOW, tick=False):
        undone(example)


@pytest.mark.need("R66")
def test_of_a_paper_with_covered_words_its_subject_reads_the_words_and_gets_no_picture(cast: Cast, amara: Client) -> None:
    paper = a_paper(cast.amara, "Dear head,", "we met Zebrafinch.")
    FileReading.objects.update(started_at=BEFORE, ended_at=BEFORE)
    with time_machine.travel(NOW, tick=False):
        open_entry(entry=paper, by=cast.ben, now=BEFORE)
        pictures = [reverse(f"portal:paper_{name}", args=[paper.pk, 2]) for name in ("picture", "small")]
        assert [amara.get(url).status_code for url in pictures] == [200, 200]
        passage = Passage("Zebrafinch", SOMETHING, "TP_PRIVATE", "It is private.")
        open_entry(entry=paper, covered=[passage], by=cast.ben, now=NOW)
        assert [amara.get(url).status_code for url in pictures] == [404, 404]
        page = amara.get(reverse("portal:paper", args=[paper.pk]), {"page": "2"}).content.decode()
        assert (f"we met {SOMETHING}" in page, "Zebrafinch" in page, "<img" in page) == (True, False, False)
        staff = sign_in(Client(), cast.ben)
        assert staff.get(reverse("portal:staff_paper_picture", args=[paper.pk, 2])).status_code == 200


def test_a_paper_that_was_read_anew_stays_closed_until_somebody_has_looked_again(cast: Cast, amara: Client) -> None:
    """Nobody knows where the covered words stand in what was read since."""
    paper = a_paper(cast.amara, "we met Zebrafinch.", facts={"title": "A letter about Zebrafinch"})
    passage = Passage("Zebrafinch", SOMETHING, "TP_PRIVATE", "It is private.")
    with time_machine.travel(NOW, tick=False):
        open_entry(entry=paper, covered=[passage], by=cast.ben, now=BEFORE)
        FileReading.objects.update(started_at=NOW, ended_at=NOW)
        page = amara.get(reverse("portal:paper", args=[paper.pk])).content.decode()
        assert "we met" not in page
        assert "Zebrafinch" not in amara.get(reverse("portal:my_papers")).content.decode()
        assert "Zebrafinch" not in "".join(chain([page], [amara.get(reverse("portal:entry", args=[paper.pk])).content.decode()]))
