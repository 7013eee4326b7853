"""One story, once: what several systems tell is one entry with all its sources, whatever the order they came in."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.importers.known import known_from
from official_file.importers.ssda903 import import_return
from official_file.models import Entry, EntryNow, EntrySource, SourceSaid
from official_file.models.now import State
from official_file.verify import verify
from people.models import Child, Identifier
from tests.factories.joining import BEGAN, ENDED, NOTES, RETURN, SYSTEM, bring_in, told
from tests.factories.people import NOW, a_child
from tests.factories.returns import HEADER, OPEN_HOME, a_return

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def shown(child: Child) -> list[tuple[str, date | None, date | None, dict[str, object], str, list[str]]]:
    """What stands in the file now: kind, days, facts, text and systems of every entry."""
    rows = EntryNow.objects.filter(child=child).current().select_related("entry__payload").order_by("day", "kind", "recorded_at")
    return [
        (row.kind, row.day, row.end_day, row.entry.facts, row.entry.text, sorted(row.entry.sources.values_list("system", flat=True)))
        for row in rows
    ]


def the_entry() -> Entry:
    """The one entry that stands."""
    return EntryNow.objects.current().get().entry


@pytest.mark.need("M18")
def test_the_same_home_from_two_systems_is_one_entry_with_both_sources() -> None:
    """A second source that adds nothing makes no new version; what it said is kept word for word."""
    child = a_child()
    bring_in(child, RETURN, [told(RETURN, place="U4", provider="PR1")])
    first = the_entry()
    new, joined = bring_in(child, SYSTEM, [told(SYSTEM, place="U4", key="placement/7")])
    assert (new.drafts, joined) == ([], 1)
    assert the_entry() == first
    assert sorted(first.sources.values_list("system", "key")) == [("ssd", "placement/7"), ("ssda903", "1")]
    assert SourceSaid.objects.get().rule == "1"


def test_again_without_a_change_does_nothing() -> None:
    """Each system is compared with what it said itself, not with what the other made of it."""
    child = a_child()
    for _time in range(3):
        bring_in(child, RETURN, [told(RETURN, place="U4", provider="PR1")])
        bring_in(child, SYSTEM, [told(SYSTEM, place="U6", end=ENDED)])
    assert Entry.objects.count() == 2
    assert EntrySource.objects.filter(entry=the_entry()).count() == 2
    assert (the_entry().facts["place"], the_entry().when.end) == ("U4", ENDED)
    assert verify([child])[1] is None


@pytest.mark.parametrize("order", [(RETURN, SYSTEM), (SYSTEM, RETURN)])
def test_an_end_that_only_one_knows_is_never_lost(order: tuple[str, str]) -> None:
    """Whoever comes second, the entry says the end, and the codes of the return."""
    child = a_child()
    says = {RETURN: told(RETURN, place="U4", provider="PR1"), SYSTEM: told(SYSTEM, place="U6", end=ENDED)}
    for system in order:
        bring_in(child, system, [says[system]])
    assert shown(child) == [("home", BEGAN, ENDED, {"place": "U4", "provider": "PR1"}, "", ["ssd", "ssda903"])]


def test_two_of_one_system_stay_two() -> None:
    """A system that lists two visits of one day means two."""
    child = a_child()
    bring_in(child, SYSTEM, [told(SYSTEM, "visit", author_name="Ben Hughes", key=key) for key in "12"])
    bring_in(child, NOTES, [told(NOTES, "visit", author_name="Mr Ben Hughes", text="We talked.")])
    assert len(shown(child)) == 3


def test_a_visit_gets_the_words_of_the_notes_and_waits_for_a_worker() -> None:
    """The table knows that there was a visit, the notes what happened; nobody reads it before a worker opened it."""
    child = a_child()
    bring_in(child, SYSTEM, [told(SYSTEM, "visit", author_name="HUGHES, Ben")])
    bring_in(child, NOTES, [told(NOTES, "visit", author_name="Ben Hughes", text="We talked.", title="At home")])
    assert shown(child) == [("visit", BEGAN, None, {"title": "At home"}, "We talked.", ["case_notes", "ssd"])]
    assert EntryNow.objects.current().get().state == State.WAITING


def test_what_leaves_no_trace_joins_nothing_that_does() -> None:
    """A home for adoption and a home with foster carers are not one: one would open or hide the other."""
    child = a_child()
    bring_in(child, RETURN, [told(RETURN, place="U5")])
    bring_in(child, SYSTEM, [told(SYSTEM, place="U4")])
    assert len(shown(child)) == 2


def test_next_years_return_still_corrects_and_keeps_the_other_source() -> None:
    """An open home has ended: a new version, with both sources."""
    child = a_child()
    bring_in(child, RETURN, [told(RETURN, place="U4")])
    bring_in(child, SYSTEM, [told(SYSTEM, place="U4")])
    bring_in(child, RETURN, [told(RETURN, place="U4", end=ENDED)])
    assert shown(child) == [("home", BEGAN, ENDED, {"place": "U4"}, "", ["ssd", "ssda903"])]
    before = Entry.objects.count()
    bring_in(child, SYSTEM, [told(SYSTEM, place="U4")])
    bring_in(child, RETURN, [told(RETURN, place="U4", end=ENDED)])
    assert Entry.objects.count() == before


@pytest.mark.parametrize("moved", [RETURN, SYSTEM])
def test_a_source_that_no_longer_fits_gets_an_entry_of_its_own(moved: str) -> None:
    """It says another day now: the other keeps the entry."""
    child = a_child()
    for system in (RETURN, SYSTEM):
        bring_in(child, system, [told(system, place="U4")])
    for _again in range(2):
        bring_in(child, moved, [told(moved, place="U4", start=date(2018, 9, 9))])
        bring_in(child, SYSTEM if moved == RETURN else RETURN, [told(SYSTEM if moved == RETURN else RETURN, place="U4")])
    assert [(day, systems) for _kind, day, _end, _facts, _text, systems in shown(child)] == [
        (BEGAN, [RETURN if moved == SYSTEM else SYSTEM]),
        (date(2018, 9, 9), [moved]),
    ]
    assert Entry.objects.count() == 3


def test_only_what_is_asked_for_is_read_of_a_long_file() -> None:
    """Of one key what the whole file has of it, and of a source that was parted nothing, whichever way it is asked."""
    child = a_child()
    bring_in(child, NOTES, [told(NOTES, "note", text=f"Note {number}.", key=f"n-{number}") for number in range(5)])
    bring_in(child, SYSTEM, [told(SYSTEM, "note", text="Note 3.", key="n-2")])
    whole = known_from(NOTES, [child.pk])[child.pk].by_key
    assert known_from(NOTES, [child.pk], keys={"n-2", "n-3", "n-9"})[child.pk].by_key == {key: whole[key] for key in ("n-2", "n-3")}
    assert known_from(NOTES, [child.pk], keys=()) == {}


def test_nobody_elses_entry_is_ever_joined() -> None:
    """Two children who came into care on one day have two stories."""
    one, other = a_child(), a_child("Noor")
    bring_in(one, RETURN, [told(RETURN, "came_into_care")])
    bring_in(other, SYSTEM, [told(SYSTEM, "came_into_care")])
    counted: dict[UUID, int] = {pk: EntryNow.objects.filter(child=pk).count() for pk in (one.pk, other.pk)}
    assert set(counted.values()) == {1}


def test_a_child_whom_the_council_knows_by_two_numbers_loses_nothing(tmp_path: Path) -> None:
    """Both numbers of one import, and both beside what another system told."""
    child = a_child()
    Identifier.objects.bulk_create([Identifier(child=child, source=RETURN, key=key) for key in ("900001", "900009")])
    bring_in(child, SYSTEM, [told(SYSTEM, start=date(2017, 5, 16), place="U4")])
    rows = [OPEN_HOME, "900009,20/06/2019,S,C2,N3,K2,PR1,,,"]
    report = import_return(a_return(tmp_path, header=[HEADER, "900009,F,02/03/2013,BAFR,,0,"], episodes=rows), by=NIGHTLY_IMPORT, now=NOW)
    assert report.joined == 1
    homes = EntryNow.objects.current().filter(child=child, kind="home").order_by("day")
    assert [row.entry.sources.count() for row in homes] == [2, 1]
