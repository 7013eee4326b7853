"""The file as it grows: chains, corrections, what opens when, and how tampering is found."""

import io
import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from audit.triggers import install, missing
from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entries, append_entry
from official_file.actions.ask_for_chapter import ask_for_chapter
from official_file.actions.not_about_me import not_about_me
from official_file.drafts import EntryDraft, SourceRef
from official_file.kinds import WrongFacts
from official_file.models import Entry, EntryNow, Sharing
from official_file.models.now import State
from official_file.plain_language.when import When
from official_file.projection import rebuild, refresh
from official_file.queries import entries_for, entry_for, waiting_count
from official_file.verify import verify
from people.models import Child, Task, TaskKind, User
from tests.factories.people import NOW, a_child, a_member_of_staff, allocate_for_test

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LONG_AGO = date(2019, 3, 4)


def home(start: date, end: date | None = None, place: str = "U4", supersedes: UUID | None = None) -> EntryDraft:
    """A home with foster carers."""
    facts = {"place": place, "provider": "PR1", "rne": "P"}
    return EntryDraft("home", When(start, end), SourceRef("ssda903", f"episodes/1/{start}/1/home"), facts=facts, supersedes=supersedes)


def add(child: Child, draft: EntryDraft, now: datetime = NOW) -> Entry:
    """One entry, as the nightly import adds it."""
    return append_entry(child=child, draft=draft, by=NIGHTLY_IMPORT, now=now)


def visible(child: Child, at: datetime = NOW) -> list[str]:
    """The kinds of entries its subject sees at that moment."""
    return [row.kind for row in entries_for(child.user, child, at)]


def open_for_test(entry: Entry, worker: User, decision: str = "shared", **fields: object) -> EntryNow:
    """A worker's decision, as the verbs of the opening desk store it."""
    values = {"opens_at": NOW, **fields}
    Sharing.objects.create(entry=entry, decision=decision, by=worker, by_name="Priya", by_role="social_worker", at=NOW, **values)
    return refresh(entry)


def test_entries_are_chained_and_the_chain_is_whole() -> None:
    """Each link covers the one before; nothing local goes in."""
    child = a_child()
    first, second = append_entries(drafts=[(child, home(LONG_AGO)), (child, home(date(2021, 5, 6)))], by=NIGHTLY_IMPORT, now=NOW)
    assert (first.position, second.position) == (1, 2)
    assert second.previous == first.link
    assert verify([child]) == (2, None)


@pytest.mark.parametrize("fault", ["content", "link", "gone", "last gone", "swapped payloads"])
def test_verify_file_names_the_first_broken_link(fault: str) -> None:
    """Somebody with the database's password took the triggers away and changed something."""
    child = a_child()
    for year in (2018, 2019, 2020):
        add(child, home(date(year, 1, 1)))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("official_file_entry", "official_file_entrypayload", "official_file_entrysource"):
            for suffix in ("no_update", "no_delete"):
                cursor.execute(f"DROP TRIGGER {table}_{suffix}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
        pk = {entry.position: str(entry.pk) if connection.vendor == "postgresql" else entry.pk.hex for entry in Entry.objects.all()}
        remove = [
            "DELETE FROM official_file_searchwords WHERE entry_id = %s",
            "DELETE FROM official_file_entrynow WHERE entry_id = %s",
            "DELETE FROM official_file_entrysource WHERE entry_id = %s",
            "DELETE FROM official_file_entrypayload WHERE entry_id = %s",
            "DELETE FROM official_file_entry WHERE id = %s",
        ]
        statements: dict[str, list[tuple[str, list[object]]]] = {
            "content": [("UPDATE official_file_entrypayload SET body = replace(body, 'U4', 'K2') WHERE entry_id = %s", [pk[2]])],
            "link": [("UPDATE official_file_entry SET link = 'x' WHERE id = %s", [pk[2]])],
            "gone": [(sql, [pk[2]]) for sql in remove],
            "last gone": [(sql, [pk[3]]) for sql in remove],
            "swapped payloads": [
                (
                    "UPDATE official_file_entrypayload SET body = (SELECT body FROM official_file_entrypayload WHERE entry_id = %s) "
                    "WHERE entry_id = %s",
                    [pk[1], pk[2]],
                )
            ],
        }
        for sql, params in statements[fault]:
            cursor.execute(sql, params)
    _count, broken = verify([child])
    assert broken is not None
    assert (broken.child, broken.position) == (str(child.pk), 3 if fault == "last gone" else 2)
    assert broken.why.endswith(".")
    out = io.StringIO()
    with pytest.raises(CommandError, match="was changed at entry"):
        call_command("verify_file", json=True, stdout=out)
    assert json.loads(out.getvalue())["first_broken"]["position"] == broken.position
    install(connection)
    assert missing(connection) == []


def test_facts_that_do_not_fit_their_kind_are_refused_and_nothing_is_written() -> None:
    """One wrong draft undoes the whole batch."""
    child = a_child()
    wrong = EntryDraft("home", When(LONG_AGO), SourceRef("ssda903", "k"), facts={"postcode": "AB1 2CD"})
    with pytest.raises(WrongFacts):
        append_entries(drafts=[(child, home(LONG_AGO)), (child, wrong)], by=NIGHTLY_IMPORT, now=NOW)
    assert not Entry.objects.exists()


def test_a_routine_home_opens_by_itself_after_90_days_in_staffed_hours() -> None:
    """Moved on Saturday 1 August 2026; 90 days later is Friday 30 October, which opens at nine."""
    child = a_child()
    add(child, home(date(2026, 8, 1)))
    assert visible(child, datetime(2026, 10, 30, 8, 59, tzinfo=UTC)) == []
    assert visible(child, datetime(2026, 10, 30, 9, 0, tzinfo=UTC)) == ["home"]


@pytest.mark.parametrize(
    "draft",
    [
        EntryDraft("visit", When(LONG_AGO), SourceRef("case_notes", "n"), text="We talked."),
        EntryDraft("reason_for_care", When(LONG_AGO), SourceRef("ssda903", "r"), facts={"code": "N1"}),
        EntryDraft("move_reason", When(LONG_AGO), SourceRef("ssda903", "m"), facts={"code": "CARPL"}),
        EntryDraft("health_check", When(LONG_AGO), SourceRef("ssda903", "h"), facts={"sdq_score": 11}),
        EntryDraft("legal_status", When(LONG_AGO), SourceRef("ssda903", "l"), facts={"code": "L1"}),
        EntryDraft("home", When(LONG_AGO), SourceRef("ssda903", "q"), facts={"place": "QQ"}),
    ],
    ids=lambda draft: draft.kind,
)
def test_what_a_worker_must_read_first_stays_closed_and_is_counted(draft: EntryDraft) -> None:
    """Text, reasons, health, sensitivity 2 and codes we do not know wait for a named worker."""
    child = a_child()
    worker = a_member_of_staff("Priya", "social_worker")
    allocate_for_test(child, worker)
    entry = add(child, draft)
    assert (visible(child), waiting_count(child)) == ([], 1)
    assert entry_for(child.user, entry.pk, NOW) is None
    assert entry_for(worker, entry.pk, NOW) is not None
    open_for_test(entry, worker)
    assert (visible(child), waiting_count(child)) == ([draft.kind], 0)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [("home", {"place": "A5"}), ("legal_status", {"code": "E1"}), ("adoption", {"step": "matched"}), ("left_care", {"code": "E2"})],
)
def test_adoption_and_a_death_leave_no_trace(kind: str, facts: dict[str, str]) -> None:
    """Not seen, not counted."""
    child = a_child()
    add(
        child, EntryDraft(kind, When(LONG_AGO), SourceRef("ssda903", "a"), facts=facts, restricted="adoption" if kind == "adoption" else "")
    )
    assert (visible(child), waiting_count(child)) == ([], 0)


def test_an_older_version_stays_readable_until_the_newer_one_opens() -> None:
    """An open home gets an end: the home must not vanish for 90 days, nor tell the news early."""
    child = a_child()
    first = add(child, home(LONG_AGO))
    second = add(child, home(LONG_AGO, date(2026, 11, 1), supersedes=first.pk))
    rows = list(entries_for(child.user, child, NOW))
    assert [row.entry_id for row in rows] == [first.pk]
    later = NOW + timedelta(days=120)
    assert [row.entry_id for row in entries_for(child.user, child, later)] == [second.pk]


def test_what_was_withheld_stays_withheld_in_its_next_version() -> None:
    """Tomorrow's import must not undo a worker's decision."""
    child = a_child()
    worker = a_member_of_staff("Priya", "social_worker")
    first = add(child, home(LONG_AGO))
    open_for_test(first, worker, "withheld", ground="SH_SELF", review_on=date(2027, 1, 1), opens_at=None)
    second = add(child, home(LONG_AGO, date(2020, 1, 1), supersedes=first.pk))
    assert EntryNow.objects.get(pk=second.pk).state == State.WITHHELD
    assert visible(child) == []


def test_this_is_not_about_me_hides_every_version_at_once_and_tells_governance() -> None:
    """One working day: it may be somebody else's record."""
    child = a_child()
    first = add(child, home(LONG_AGO))
    add(child, home(LONG_AGO, date(2026, 11, 1), supersedes=first.pk))
    task = not_about_me(child=child, entry=first, words="I never lived there", by=child.user, now=NOW)
    assert visible(child) == visible(child, NOW + timedelta(days=400)) == []
    assert (task.kind, task.for_role) == (TaskKind.NOT_ABOUT_ME, "ig_officer")
    assert task.due_at == datetime(2026, 11, 19, 17, tzinfo=UTC)


def test_asking_twice_for_a_chapter_is_one_task() -> None:
    """It goes to the worker, or to the access team where there is none."""
    child = a_child()
    entry = add(child, home(LONG_AGO))
    first = ask_for_chapter(child=child, first_entry=entry, by=child.user, now=NOW)
    again = ask_for_chapter(child=child, first_entry=entry, by=child.user, now=NOW + timedelta(hours=1))
    assert first == again
    assert Task.objects.get().for_role == "access_worker"


def test_the_index_can_be_rebuilt_from_entries_and_decisions() -> None:
    """EntryNow is an index: throwing it away loses nothing."""
    child = a_child()
    worker = a_member_of_staff("Priya", "social_worker")
    first = add(child, home(LONG_AGO))
    add(child, home(LONG_AGO, date(2020, 1, 1), supersedes=first.pk))
    text = add(child, EntryDraft("visit", When(LONG_AGO), SourceRef("case_notes", "n"), text="We talked."))
    open_for_test(text, worker)
    sent_back = add(child, EntryDraft("visit", When(LONG_AGO), SourceRef("case_notes", "b"), text="Back."))
    open_for_test(sent_back, worker, "returned", opens_at=None)
    held = add(child, EntryDraft("visit", When(LONG_AGO), SourceRef("case_notes", "m"), text="Later."))
    open_for_test(held, worker, "held", held_until=date(2027, 3, 2), opens_at=datetime(2027, 3, 2, 9, tzinfo=UTC))
    before = list(EntryNow.objects.order_by("pk").values())
    EntryNow.objects.update(state=State.SHARED, opens_at=NOW, closes_at=None, superseded_by=None)
    rebuild(Entry.objects.filter(child=child).select_related("payload").order_by("position"))
    assert list(EntryNow.objects.order_by("pk").values()) == before
