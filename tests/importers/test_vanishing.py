"""A row that the council's system no longer holds: said so, hidden until a worker has looked, never deleted."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

import pytest

from audit.models import AuditEvent
from audit.sentences import sentence
from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.actions.hold_entry import hold_entry
from official_file.actions.open_entry import open_entry
from official_file.actions.withhold_entry import withhold_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.vanishing import Gone, note_changes
from official_file.models import Entry, EntryNow, EntrySource, ImportRun, SourceChange
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.queries import entry_for, waiting_count, waiting_for
from people.models import Task, TaskKind
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
LONG_AGO = date(2020, 1, 8)
TABLES = ("placements", "visits")


def home(cast: Cast, key: str = "placements/1", *, now: datetime = NOW, **more: object) -> Entry:
    """A home as the nightly import adds it."""
    facts = {"place": "U4", "provider": "PR1", "rne": "P"} | more.pop("facts", {})
    draft = EntryDraft("home", When(LONG_AGO, more.pop("end", None)), SourceRef("ssd", key), facts=facts, **more)
    return append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=now)


def visit(cast: Cast, key: str = "visits/1") -> Entry:
    """Free text of a worker."""
    draft = EntryDraft("visit", When(LONG_AGO), SourceRef("ssd", key), facts={"title": "A visit"}, text="We talked.")
    return append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=NOW)


def night(cast: Cast, number: int, *seen: str, tables: Collection[str] = TABLES) -> Gone | None:
    """One night's finding, `number` days after NOW; what it found about Amara."""
    at = NOW + timedelta(days=number)
    run = ImportRun.objects.create(system="ssd", started_at=at)
    found = note_changes(system="ssd", seen={cast.amara.pk: seen}, tables=tables, as_of=at.date(), run=run, by=NIGHTLY_IMPORT, now=at)
    return found.get(cast.amara.pk)


def stands(entry: Entry) -> tuple[str, datetime | None, date | None]:
    """How it stands: state, opening, gone since."""
    row = EntryNow.objects.get(pk=entry.pk)
    return row.state, row.opens_at, row.gone_since


def is_open(cast: Cast, entry: Entry, day: int) -> bool:
    """Whether Amara can read it that many days after NOW."""
    return entry_for(cast.amara.user, entry.pk, NOW + timedelta(days=day, hours=1)) is not None


@pytest.mark.need("M15")
def test_a_row_that_went_is_hidden_until_a_worker_has_looked_and_stays_in_the_file(cast: Cast) -> None:
    entry = home(cast)
    assert is_open(cast, entry, 0)
    assert night(cast, 1) == Gone(vanished=1)
    assert stands(entry) == (State.WAITING, None, (NOW + timedelta(days=1)).date())
    assert not is_open(cast, entry, 1)
    assert Entry.objects.filter(pk=entry.pk).exists()
    assert list(waiting_for(cast.amara, cast.ben, NOW + timedelta(days=1))) == [EntryNow.objects.get(pk=entry.pk)]
    open_entry(entry=entry, by=cast.ben, now=NOW + timedelta(days=2), with_them=True)
    assert is_open(cast, entry, 3)
    assert stands(entry)[2] == (NOW + timedelta(days=1)).date(), "it is still gone, and staff go on reading since when"


def test_the_same_night_twice_finds_nothing_new(cast: Cast) -> None:
    home(cast)
    assert night(cast, 1) == Gone(vanished=1)
    assert night(cast, 2) is None
    assert SourceChange.objects.count() == 1
    assert Task.objects.filter(kind=TaskKind.GONE_FROM_SOURCE).count() == 1


def test_a_row_that_comes_back_before_anybody_looked_stands_as_it_stood(cast: Cast) -> None:
    entry, read = home(cast), visit(cast)
    open_entry(entry=read, by=cast.ben, now=NOW, with_them=True)
    before = stands(entry), stands(read)
    assert night(cast, 1) == Gone(vanished=2)
    assert Task.objects.open().filter(kind=TaskKind.GONE_FROM_SOURCE, child=cast.amara, for_user=cast.ben).count() == 1
    assert night(cast, 2, "placements/1", "visits/1") == Gone(returned=2)
    assert (stands(entry), stands(read)) == before
    assert not Task.objects.open().filter(kind=TaskKind.GONE_FROM_SOURCE).exists(), "nobody owes a look any more"
    assert is_open(cast, read, 2)


def test_what_a_worker_decided_meanwhile_stays_when_the_row_comes_back(cast: Cast) -> None:
    entry = home(cast)
    night(cast, 1)
    hold_entry(entry=entry, until=date(2027, 3, 2), reason="Ask the foster team.", by=cast.ben, now=NOW + timedelta(days=2))
    night(cast, 3, "placements/1")
    assert stands(entry) == (State.HELD, None, None)
    assert not is_open(cast, entry, 4)


def test_gone_again_after_a_worker_opened_it_is_hidden_again(cast: Cast) -> None:
    entry = home(cast)
    night(cast, 1)
    open_entry(entry=entry, by=cast.ben, now=NOW + timedelta(days=2), with_them=True)
    night(cast, 3, "placements/1")
    assert is_open(cast, entry, 4)
    night(cast, 5)
    assert not is_open(cast, entry, 6)


def test_what_was_withheld_or_held_stays_so(cast: Cast) -> None:
    held, withheld = home(cast, "placements/1"), visit(cast)
    EntryNow.objects.filter(pk=held.pk).update(opens_at=None)
    hold_entry(entry=held, until=date(2027, 3, 2), reason="Court.", by=cast.ben, now=NOW)
    withhold_entry(entry=withheld, ground="SH_SELF", review_on=date(2026, 12, 20), reason="It would harm.", by=cast.ben, now=NOW)
    night(cast, 1)
    assert stands(held) == (State.HELD, None, (NOW + timedelta(days=1)).date())
    assert stands(withheld)[0] == State.WITHHELD
    assert not Task.objects.filter(kind=TaskKind.GONE_FROM_SOURCE).exists(), "both are closed by a decision, which comes back by itself"


def test_an_entry_with_another_source_left_is_not_gone(cast: Cast) -> None:
    entry = home(cast)
    EntrySource.objects.create(entry=entry, system="ssda903", key="episodes/900001/2020-01-08/1/home")
    assert night(cast, 1) == Gone(vanished=1)
    assert stands(entry)[0] == State.BY_RULE
    assert is_open(cast, entry, 1)
    assert not Task.objects.filter(kind=TaskKind.GONE_FROM_SOURCE).exists()


def test_of_a_table_that_was_not_in_the_export_nothing_is_known(cast: Cast) -> None:
    entry = home(cast)
    assert night(cast, 1, tables=("visits",)) is None
    assert is_open(cast, entry, 1)


def test_another_system_and_another_child_are_not_touched(cast: Cast) -> None:
    entry = home(cast)
    run = ImportRun.objects.create(system="ssd", started_at=NOW)
    later = NOW + timedelta(days=1)
    common = {"tables": TABLES, "as_of": later.date(), "run": run, "by": NIGHTLY_IMPORT, "now": later}
    assert note_changes(system="eclipse", seen={cast.amara.pk: ()}, **common) == {}
    assert note_changes(system="ssd", seen={cast.noor.pk: ()}, **common) == {}
    assert is_open(cast, entry, 1)


def test_every_version_of_what_went_is_hidden(cast: Cast) -> None:
    """An older version that is still read until the newer one opens is about the same row."""
    older = visit(cast)
    open_entry(entry=older, by=cast.ben, now=NOW, with_them=True)
    draft = EntryDraft(
        "visit", When(LONG_AGO), SourceRef("ssd", "visits/1"), facts={"title": "A visit"}, text="We talked again.", supersedes=older.pk
    )
    newer = append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=NOW)
    assert is_open(cast, older, 0)
    assert night(cast, 1) == Gone(vanished=1)
    assert not is_open(cast, older, 1)
    assert not is_open(cast, newer, 1)
    assert night(cast, 2, "visits/1") == Gone(returned=1)
    assert is_open(cast, older, 2)
    assert stands(newer)[0] == State.WAITING


def test_what_leaves_no_trace_leaves_none_when_it_goes(cast: Cast) -> None:
    """Not even in the count of what waits; also when a worker had opened it."""
    entry = home(cast, facts={"place": "A5"})
    assert waiting_count(cast.amara) == 0
    night(cast, 1)
    assert waiting_count(cast.amara) == 0
    night(cast, 2, "placements/1")
    open_entry(entry=entry, by=cast.ben, now=NOW + timedelta(days=3), with_them=True, because="The adoption team agreed in May.")
    assert is_open(cast, entry, 3)
    night(cast, 4)
    assert not is_open(cast, entry, 4)
    assert waiting_count(cast.amara) == 0
    night(cast, 5, "placements/1")
    assert is_open(cast, entry, 5)


def test_it_is_written_down_in_words_that_give_nothing_away(cast: Cast) -> None:
    home(cast)
    night(cast, 1)
    event = AuditEvent.objects.get(event="source_changed")
    assert sentence(event) == "Your record was compared with the council's other system."
    assert event.facts == {"vanished": 1, "returned": 0}


def test_a_task_is_due_and_says_what_to_do(cast: Cast) -> None:
    home(cast)
    night(cast, 1)
    task = Task.objects.get(kind=TaskKind.GONE_FROM_SOURCE)
    assert (task.about_type, task.about_id, task.for_user) == ("child", cast.amara.pk, cast.ben)
    assert task.due_at > datetime(2026, 12, 1, tzinfo=UTC)
