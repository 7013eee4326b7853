"""Covering passages before an entry opens: by whom, which words, on which ground; and that no covered word is read anywhere."""

from datetime import date, timedelta

import pytest

from official_file.actions.hold_entry import hold_entry
from official_file.actions.open_chapter import open_chapter
from official_file.actions.open_entry import open_entry
from official_file.actions.say_it_happened import say_it_happened
from official_file.actions.withhold_entry import withhold_entry
from official_file.covered import cover_of, for_subject
from official_file.covering import Passage, labels_for, marks_of
from official_file.health_basis import Opinion
from official_file.mentioned import people_of
from official_file.models import Connection, CoveredPassage, Entry, EntryThemes, SearchWords, Sharing
from official_file.models.now import State
from people.errors import NotAllowed
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry, now_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PRIVATE = "[a person whose name we keep private]"
WHY = "He never agreed, and she does not know him."
RAY = Passage("Ray", PRIVATE, "TP_PRIVATE", WHY)
TEXT = "Ray came to the door. RAY'S dog barked. Amara and Ben Hughes went out."
TODAY, LATER = NOW.date(), NOW + timedelta(days=1)


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes of a visit that name a neighbour, in the title too."""
    return an_entry(cast.amara, "visit", date(2024, 2, 3), text=TEXT, facts={"title": "Visit, with Ray there"})


def refused(code: str) -> "pytest.RaisesExc[NotAllowed]":
    """The rule that says no, by its code."""
    return pytest.raises(NotAllowed, check=lambda refusal: refusal.code == code)


def test_covered_words_are_read_as_their_label_wherever_they_stand(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, covered=[RAY], by=cast.ben, now=NOW)
    assert for_subject(visit) == f"{PRIVATE} came to the door. {PRIVATE}'S dog barked. Amara and Ben Hughes went out."
    rows = CoveredPassage.objects.filter(entry=visit)
    assert [(row.start, row.end) for row in rows] == [(0, 3), (22, 25), (len(TEXT) + 13, len(TEXT) + 16)]
    assert {(row.ground, row.reason, row.by_name) for row in rows} == {("TP_PRIVATE", RAY.reason, "Ben Hughes")}


def test_a_later_decision_changes_what_is_covered_and_keeps_the_earlier_one(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, covered=[RAY], by=cast.ben, now=NOW)
    open_entry(entry=visit, by=cast.ben, now=NOW + timedelta(hours=1))
    assert "Ray" not in for_subject(visit), "a new decision that says nothing about it leaves it covered"
    open_entry(entry=visit, covered=[], by=cast.ben, now=NOW + timedelta(hours=2))
    assert for_subject(visit) == TEXT
    assert CoveredPassage.objects.filter(entry=visit).count() == 6


def test_covering_more_of_what_is_open_closes_nothing_and_uncovering_waits_for_staffed_hours(cast: Cast, visit: Entry) -> None:
    evening = NOW + timedelta(hours=10)
    open_entry(entry=visit, by=cast.ben, now=NOW)
    open_entry(entry=visit, covered=[RAY], by=cast.ben, now=evening)
    assert now_of(visit).opens_at == NOW
    open_entry(entry=visit, covered=[], by=cast.ben, now=evening + timedelta(minutes=1))
    assert now_of(visit).opens_at > evening + timedelta(hours=1)


@pytest.mark.parametrize(
    ("passage", "code"),
    [
        (Passage("Roy", PRIVATE, "TP_PRIVATE", WHY), "words_not_there"),
        (Passage("R", PRIVATE, "TP_PRIVATE", WHY), "too_short"),
        (Passage("Ray", "[your uncle]", "TP_PRIVATE", WHY), "no_such_label"),
        (Passage("Ray", "[the man who told us]", "TP_PRIVATE", WHY), "no_such_label"),
        (Passage("Ray", PRIVATE, "PR_WISHES", WHY), "no_such_ground"),
        (Passage("Ray", PRIVATE, "TP_PRIVATE"), "no_reason"),
        (Passage("Ray", PRIVATE, "TP_PRIVATE", "It might upset her."), "not_a_reason"),
        (Passage("Ben Hughes", PRIVATE, "TP_PRIVATE", WHY), "staff_name"),
        (Passage("Amara", PRIVATE, "TP_PRIVATE", WHY), "their_own_name"),
    ],
)
def test_what_may_not_be_covered_is_refused_and_opens_nothing(cast: Cast, visit: Entry, passage: Passage, code: str) -> None:
    with refused(code):
        open_entry(entry=visit, covered=[passage], by=cast.ben, now=NOW)
    assert now_of(visit).state == State.WAITING
    assert not CoveredPassage.objects.exists()


def test_a_relation_stands_in_a_label_only_when_they_know_of_the_person(cast: Cast) -> None:
    row = Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Ada Okafor"], relation="aunt")
    assert "[your aunt]" not in labels_for(people_of(cast.amara))
    row.known_confirmed_by, row.known_confirmed_at = cast.ben, NOW
    row.save()
    assert "[your aunt]" in labels_for(people_of(cast.amara))


def test_whom_the_text_mentions_is_proposed_once_with_every_form(cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Grace Okafor"], relation="mother")
    text = "Grace Okafor rang on 07700 900123. Later Grace came, with Ben Hughes."
    entry = an_entry(cast.amara, "visit", date(2024, 2, 3), text=text)
    marks = {mark.who: mark for mark in marks_of(entry, people_of(cast.amara))}
    grace = marks["Grace Okafor (mother)"]
    assert (set(grace.words), grace.label, grace.ground, grace.proposed) == ({"Grace Okafor", "Grace"}, PRIVATE, "TP_PRIVATE", True)
    assert next(mark for who, mark in marks.items() if "07700" in who).ground == "TP_CONTACT"
    assert all(mark.professional and not mark.proposed for who, mark in marks.items() if "Ben" in who)


def test_an_entry_that_names_somebody_unknown_opens_once_they_are_covered(cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Ada Okafor"], relation="sister")
    entry = an_entry(cast.amara, "visit", date(2024, 2, 3), text="We spoke of Ada Okafor.")
    with refused("names_somebody"):
        open_entry(entry=entry, by=cast.ben, now=NOW)
    open_entry(entry=entry, covered=[Passage("Ada Okafor", PRIVATE, "TP_CHILD", WHY)], by=cast.ben, now=NOW)
    assert for_subject(entry) == f"We spoke of {PRIVATE}."


def test_the_search_of_its_subject_does_not_know_the_covered_words(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, covered=[RAY], by=cast.ben, now=NOW)
    words = SearchWords.objects.get(entry=visit)
    assert "ray" not in words.open_words.split()
    assert "ray" in words.staff_words.split()


def test_their_own_words_are_never_covered(cast: Cast, visit: Entry) -> None:
    assert cover_of(visit).hide("Ray") == "Ray", "nothing is covered before anybody decided so"


def test_themes_are_named_as_it_opens(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, themes=["family"], by=cast.ben, now=NOW)
    assert EntryThemes.objects.get(entry=visit).themes == ["family"]


def test_a_chapter_keeps_what_was_covered_of_its_entries(cast: Cast, visit: Entry) -> None:
    open_entry(entry=visit, covered=[RAY], by=cast.ben, now=NOW)
    withhold_entry(entry=visit, ground="SH_SELF", review_on=TODAY + timedelta(days=90), reason="Evidence of 3 May.", by=cast.ben, now=LATER)
    open_chapter(child=cast.amara, entries=[visit], by=cast.ben, now=LATER + timedelta(hours=1))
    assert "Ray" not in for_subject(visit)


@pytest.mark.need("R66")
@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "say_how_they_know"),
        ({"opinion": Opinion("", TODAY)}, "who_gave_opinion"),
        ({"opinion": Opinion("Dr Lum", None)}, "opinion_day"),
        ({"opinion": Opinion("Dr Lum", TODAY + timedelta(days=1))}, "opinion_day"),
        ({"opinion": Opinion("Dr Lum", date(2026, 5, 18))}, "opinion_too_old"),
    ],
)
def test_health_data_opens_on_an_opinion_of_the_last_six_months_or_when_they_know_it(
    cast: Cast, given: dict[str, Opinion], code: str
) -> None:
    """DPA 2018 Sch 3 para 6, in the verb itself."""
    checks = an_entry(cast.amara, "health_check", date(2025, 3, 31), facts={"teeth_check": 1})
    with refused(code):
        open_entry(entry=checks, by=cast.ben, now=NOW, **given)


def test_the_basis_on_which_health_data_opened_is_kept(cast: Cast) -> None:
    checks = an_entry(cast.amara, "health_check", date(2025, 3, 31), facts={"teeth_check": 1})
    made = open_entry(entry=checks, opinion=Opinion("Dr Ada Lum, paediatrician", date(2026, 5, 19)), by=cast.ben, now=NOW)
    assert (made.health_basis, made.health_opinion_by, made.health_opinion_on) == (
        "opinion",
        "Dr Ada Lum, paediatrician",
        date(2026, 5, 19),
    )
    again = open_entry(entry=checks, because="We went together.", by=cast.ben, now=LATER)
    assert (again.health_basis, again.reason) == ("already_knows", "We went together.")


def test_what_is_held_for_something_to_happen_opens_when_a_worker_says_so(cast: Cast, visit: Entry) -> None:
    with refused("until_when"):
        hold_entry(entry=visit, reason="Court first.", by=cast.ben, now=NOW)
    with refused("not_held_for_this"):
        say_it_happened(entry=visit, by=cast.ben, now=NOW)
    made = hold_entry(entry=visit, event="Her nan has told her", reason="Nan wants to say it herself.", by=cast.ben, now=NOW)
    assert (made.held_event, made.held_until, now_of(visit).state) == ("Her nan has told her", None, State.HELD)
    say_it_happened(entry=visit, covered=[RAY], by=cast.ben, now=LATER)
    assert now_of(visit).state == State.SHARED
    assert Sharing.objects.filter(entry=visit).count() == 2


@pytest.mark.need("R66")
def test_harm_by_health_data_is_a_ground_only_with_a_live_opinion(cast: Cast, visit: Entry) -> None:
    """DPA 2018 Sch 3 para 5: the appropriate health professional said so in the last six months."""
    given = {"ground": "SH_HEALTH", "review_on": TODAY + timedelta(days=90), "reason": "Said at the clinic.", "by": cast.ben, "now": NOW}
    with refused("who_gave_opinion"):
        withhold_entry(entry=visit, **given)
    with refused("opinion_too_old"):
        withhold_entry(entry=visit, opinion=Opinion("Dr Lum", date(2026, 5, 18)), **given)
    made = withhold_entry(entry=visit, opinion=Opinion("Dr Lum", date(2026, 11, 2)), **given)
    assert (made.health_opinion_by, made.health_opinion_on, made.reason) == ("Dr Lum", date(2026, 11, 2), "Said at the clinic.")
