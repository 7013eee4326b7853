"""What only looks alike is put before a person, once, and never two things of which one leaves no trace."""

import random
import time
from datetime import date, timedelta
from typing import Any

import pytest

from official_file.actions.part_source import part_source
from official_file.actions.say_two_events import say_two_events
from official_file.joining_rules import Told
from official_file.likeness_rules import proposal
from official_file.models import Entry, PossibleDuplicate
from official_file.near_duplicates import MOST_ASKED, propose
from people.models import Child
from tests.cast import NOW, Cast
from tests.factories.joining import BEGAN, NOTES, RETURN, SYSTEM, a_joined_home, bring_in, told
from tests.factories.people import a_child

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOTE = "We met at school. Amara had drawn a picture of the dog and told me about the swimming lesson on Friday."
A_DAY = timedelta(days=1)


def bring_in_and_ask(child: Child, system: str, *drafts: Any) -> int:
    """One import, and what it asks a person."""
    before = set(Entry.objects.values_list("pk", flat=True))
    bring_in(child, system, drafts)
    return propose(entries=list(Entry.objects.exclude(pk__in=before)), now=NOW)


@pytest.mark.need("M18")
def test_the_same_kind_from_two_systems_within_three_days_is_asked_about_once() -> None:
    """The second import finds it; the third does not ask again."""
    child = a_child()
    assert bring_in_and_ask(child, RETURN, told(RETURN, place="U4")) == 0
    assert bring_in_and_ask(child, SYSTEM, told(SYSTEM, start=BEGAN + 3 * A_DAY, place="U6")) == 1
    asked = PossibleDuplicate.objects.get()
    assert (asked.rule, asked.answer, asked.first.sources.get().system) == ("A", "", RETURN)
    assert bring_in_and_ask(child, SYSTEM, told(SYSTEM, start=BEGAN + 3 * A_DAY, place="U6", end=date(2020, 1, 1))) == 0
    assert PossibleDuplicate.objects.count() == 1


@pytest.mark.parametrize(
    "other",
    [
        told(SYSTEM, start=BEGAN + 4 * A_DAY, place="U4"),
        told(SYSTEM, start=BEGAN + A_DAY, place="K2"),
        told(SYSTEM, start=BEGAN + A_DAY, place="U5"),
        told(SYSTEM, "legal_status", start=BEGAN + A_DAY, code="C2"),
        told(RETURN, start=BEGAN + A_DAY, place="U4", key="2"),
    ],
    ids=["too far", "another kind of place", "leaves no trace", "another kind", "the same system"],
)
def test_what_does_not_look_alike_is_not_asked_about(other: Any) -> None:
    child = a_child()
    bring_in_and_ask(child, RETURN, told(RETURN, place="U4"))
    assert bring_in_and_ask(child, other.source.system, *([told(RETURN, place="U4")] if other.source.system == RETURN else []), other) == 0


@pytest.mark.parametrize(("words", "asked"), [(NOTE, 1), (NOTE.replace("picture", "pitcure") + " ", 1), (NOTE[::-1], 0)])
def test_a_note_that_was_copied_is_asked_about_whoever_wrote_it(words: str, asked: int) -> None:
    """Two notes of one system, a day apart, in nearly the same words."""
    notes = [
        told(NOTES, "note", text=NOTE, author_name="Ben Hughes", key="1"),
        told(NOTES, "note", BEGAN + A_DAY, text=words, author_name="Priya Shah", key="2"),
    ]
    assert bring_in_and_ask(a_child(), NOTES, *notes) == asked


def test_a_paper_and_a_note_of_the_same_day_and_heading_are_asked_about() -> None:
    paper, written = (
        {"kind": kind, "facts": {"title": title}, "text": "", "when": {"from": "2018-03-04", "to": None, "precision": "day"}}
        for kind, title in (("document", "Review minutes"), ("review_minutes", "Minutes, review"))
    )
    rule = proposal(Told("documents", paper), Told(NOTES, written))
    assert rule is not None
    assert rule.letter == "C"


def test_what_a_person_answered_is_not_asked_again_in_any_version(cast: Cast) -> None:
    child = cast.amara
    bring_in_and_ask(child, RETURN, told(RETURN, place="U4"))
    bring_in_and_ask(child, SYSTEM, told(SYSTEM, start=BEGAN + A_DAY, place="U6"))
    say_two_events(duplicate=PossibleDuplicate.objects.get(), by=cast.ben, now=NOW)
    assert bring_in_and_ask(child, RETURN, told(RETURN, place="U4", end=date(2021, 1, 1))) == 0
    part_source(source=a_joined_home(cast.noor), reason="Two homes.", by=cast.dev, now=NOW)
    assert propose(entries=list(Entry.objects.all()), now=NOW) == 0


def test_a_standard_sentence_of_every_day_asks_no_flood_of_questions() -> None:
    """Forty notes that say the same: a few questions each at most."""
    notes = [told(NOTES, "note", BEGAN, text=NOTE, key=str(number)) for number in range(40)]
    assert bring_in_and_ask(a_child(), NOTES, *notes) <= 40 * MOST_ASKED // 2


@pytest.mark.slow
def test_the_work_grows_with_what_is_added_and_not_with_its_square() -> None:
    """Ten times as many notes of the same week take about ten times as long."""
    words = random.Random(7)
    took = {}
    for many in (300, 3_000):
        child = a_child(f"Child {many}")
        texts = [" ".join(words.choices(NOTE.split(), k=60)) for _number in range(many)]
        bring_in(child, NOTES, [told(NOTES, "note", BEGAN + n % 5 * A_DAY, text=text, key=f"{many}/{n}") for n, text in enumerate(texts)])
        entries = list(Entry.objects.filter(child=child))
        began = time.perf_counter()
        propose(entries=entries, now=NOW)
        took[many] = time.perf_counter() - began
    assert took[3_000] < took[300] * 25, took
