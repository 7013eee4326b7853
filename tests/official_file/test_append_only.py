"""Every model says whether its rows may change, and what may not change is tried in every way we know."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction

from audit.append_only import AppendOnlyError, AppendOnlyModel
from audit.events import Event
from audit.models import AuditEvent
from audit.protection import AppendOnly, SealedOnce
from audit.record import record
from audit.startup import check_protection
from audit.triggers import install, missing, missing_where_used
from audit.who import Who
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, Sharing
from official_file.plain_language.when import When
from people.models import Child
from stories.lifecycle import Status
from stories.models import Contribution
from tests.cast import Cast
from tests.factories.contributions import contribution_at
from tests.factories.people import NOW, a_child, a_member_of_staff

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SOMEONE = Who("Priya Shah", "social_worker")

APPEND_ONLY = {
    "access_requests.BreachStep",
    "access_requests.ChildView",
    "access_requests.ClockFact",
    "access_requests.Competence",
    "access_requests.ComplaintStep",
    "access_requests.ConflictAnswer",
    "access_requests.IdentityStep",
    "access_requests.ItemLook",
    "access_requests.ItemReading",
    "access_requests.KnowledgeRound",
    "access_requests.LetterPosted",
    "access_requests.Release",
    "access_requests.RequestLetter",
    "access_requests.RequestMessage",
    "access_requests.SearchAnswer",
    "access_requests.SecondCheck",
    "audit.AuditEvent",
    "files.File",
    "files.FileScan",
    "files.SealedShut",
    "moderation.Check",
    "moderation.Decision",
    "moderation.HandOver",
    "moderation.ImageReport",
    "moderation.ImageReportStep",
    "moderation.MediaOpened",
    "moderation.RiskOutcome",
    "official_file.CoveredPassage",
    "official_file.Disposal",
    "official_file.DisposalProposal",
    "official_file.Entry",
    "official_file.EntryFile",
    "official_file.EntryPayload",
    "official_file.EntrySource",
    "official_file.EntryThemes",
    "official_file.Gap",
    "official_file.KeySummary",
    "official_file.PlainVersion",
    "official_file.PlanAnswer",
    "official_file.ReadTogether",
    "official_file.RoutineRule",
    "official_file.SentencesApproved",
    "official_file.SharedEvent",
    "official_file.SharedPart",
    "official_file.Sharing",
    "official_file.TriedChange",
    "official_file.SharingCheck",
    "official_file.SourceChange",
    "official_file.SourceParted",
    "official_file.SourceSaid",
    "people.Readiness",
    "stories.Description",
    "stories.Note",
    "stories.Reply",
    "stories.RiskFlag",
    "stories.Translation",
}
SEALED = {
    "access_requests.AccessRequest",
    "access_requests.Complaint",
    "access_requests.Consultation",
    "access_requests.DataBreach",
    "access_requests.Item",
    "official_file.AskedBefore",
    "official_file.Rectification",
    "stories.Attachment",
    "stories.Contribution",
}
MUTABLE = {
    "access_requests.AskDraft",
    "access_requests.Authority",
    "access_requests.Debrief",
    "access_requests.Gathering",
    "access_requests.PackPlace",
    "access_requests.SourceSearch",
    "access_requests.StatusCode",
    "access_requests.Upload",
    "people.AboutMePart",
    "people.ReadingPreference",
    "audit.ChainHead",
    "files.FilePage",
    "files.FileReading",
    "files.Held",
    "files.Making",
    "files.SafeCopy",
    "moderation.Reading",
    "moderation.SavedReply",
    "moderation.WriteBack",
    "official_file.Connection",
    "official_file.EntryNow",
    "official_file.ImportRun",
    "official_file.LifeBook",
    "official_file.LifeBookPage",
    "official_file.Meeting",
    "official_file.NowTheme",
    "official_file.PlainDraft",
    "official_file.PossibleDuplicate",
    "official_file.ReaderChoice",
    "official_file.ReadingTogether",
    "official_file.RetentionHold",
    "official_file.SearchWords",
    "people.Child",
    "people.ChildName",
    "people.Cover",
    "people.DoubtfulMatch",
    "people.EmergencyAccess",
    "people.Family",
    "people.FamilyMember",
    "people.Identifier",
    "people.JoinCode",
    "people.Membership",
    "people.ContactWay",
    "people.Notice",
    "people.NoticePreference",
    "people.NoticeSending",
    "people.Relationship",
    "people.SecondFactorDevice",
    "people.Task",
    "people.Team",
    "people.User",
}
OURS = {"access_requests", "audit", "files", "moderation", "official_file", "people", "portal", "stories"}


def a_visit(child: Child) -> Entry:
    """One entry with text."""
    draft = EntryDraft("visit", When(date(2024, 2, 3)), SourceRef("case_notes", "n-1"), text="We talked.", author_name="Priya Shah")
    return append_entry(child=child, draft=draft, by=SOMEONE, now=NOW)


def test_every_model_of_ours_is_listed_as_append_only_sealed_or_mutable() -> None:
    """A new model cannot slip in without somebody deciding."""
    found = {model._meta.label: getattr(model, "PROTECTION", None) for model in apps.get_models() if model._meta.app_label in OURS}
    assert {label for label, rule in found.items() if isinstance(rule, AppendOnly)} == APPEND_ONLY
    assert {label for label, rule in found.items() if isinstance(rule, SealedOnce)} == SEALED
    assert {label for label, rule in found.items() if rule is None} == MUTABLE


@pytest.mark.parametrize("label", sorted(APPEND_ONLY))
def test_python_refuses_to_change_an_append_only_model(label: str) -> None:
    """Save again, delete, update and bulk update are refused before the database is asked."""
    model = apps.get_model(label)
    assert issubclass(model, AppendOnlyModel)
    row = model()
    row._state.adding = False
    attempts = [
        row.save,
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(**{model._meta.concrete_fields[1].attname: None}),
        lambda: model.objects.bulk_update([row], [model._meta.concrete_fields[1].name]),
    ]
    for attempt in attempts:
        with pytest.raises(AppendOnlyError):
            attempt()


def _settle_foreign_keys() -> None:
    """PostgreSQL alters no table while checks wait for the end of the transaction that a test stands in."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _refused(sql: str, params: list[object] | None = None) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params or [])


@pytest.fixture
def entry() -> Entry:
    """An entry of Amara's file, opened by her worker."""
    made = a_visit(a_child())
    worker = a_member_of_staff("Priya", "social_worker")
    Sharing.objects.create(entry=made, decision="shared", opens_at=NOW, by=worker, by_name="Priya", by_role="social_worker", at=NOW)
    return made


@pytest.mark.need("R69")
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("official_file_entry", "payload_digest"),
        ("official_file_entrypayload", "body"),
        ("official_file_entrysource", "key"),
        ("official_file_sharing", "decision"),
        ("audit_auditevent", "by_name"),
    ],
)
def test_raw_sql_cannot_update_delete_or_truncate(entry: Entry, table: str, column: str) -> None:
    """The database itself refuses, whoever asks."""
    _refused(f"UPDATE {table} SET {column} = 'changed'")
    _refused(f"DELETE FROM {table}")
    if connection.vendor == "postgresql":
        _refused(f"TRUNCATE {table} CASCADE")
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
        _refused(f"DELETE FROM {table}")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="OR REPLACE is SQLite's own")
@pytest.mark.parametrize("key", ["id", "rowid", "child_id, position"])
def test_insert_or_replace_cannot_swap_a_row(entry: Entry, key: str) -> None:
    """REPLACE deletes without firing delete triggers, so a look before each insert refuses it: by id, by rowid, by place."""
    fresh = {"id": uuid.uuid4().hex, "rowid": 999, "child_id, position": (entry.child_id.hex, 99)}
    del fresh[key]
    columns = "id, rowid, child_id, position, previous, payload_digest, link, recorded_at, recorded_by"
    position = "position" if key == "child_id, position" else "99"
    values = {
        "id": "id" if key == "id" else f"'{uuid.uuid4().hex}'",
        "rowid": "rowid" if key == "rowid" else "999",
        "child_id, position": f"child_id, {position}",
    }
    select = f"{values['id']}, {values['rowid']}, {values['child_id, position']}, previous, 'x', 'x', recorded_at, recorded_by"
    _refused(f"INSERT OR REPLACE INTO official_file_entry ({columns}) SELECT {select} FROM official_file_entry LIMIT 1")


def test_an_upsert_cannot_change_a_row(entry: Entry) -> None:
    """ON CONFLICT DO UPDATE is an update like any other."""
    columns = "id, child_id, position, previous, payload_digest, link, recorded_at, recorded_by"
    _refused(
        f"INSERT INTO official_file_entry ({columns}) SELECT {columns} FROM official_file_entry WHERE true "
        "ON CONFLICT (id) DO UPDATE SET payload_digest = 'changed'"
    )


def test_start_up_and_migrate_fail_when_a_trigger_was_dropped(entry: Entry) -> None:
    """Somebody with the database's password took the protection away: nothing starts until it is looked into."""
    _settle_foreign_keys()
    check_protection()
    on = " ON official_file_entry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER official_file_entry_no_update{on}")
    assert missing(connection) == ["official_file_entry_no_update"]
    with pytest.raises(ImproperlyConfigured, match="official_file_entry_no_update"):
        check_protection()
    with pytest.raises(CommandError, match="verify_file"):
        call_command("migrate", verbosity=0)
    call_command("restore_protection")
    check_protection()


def test_a_weakened_trigger_counts_as_gone(entry: Entry) -> None:
    """A trigger of the right name that refuses nothing is no protection."""
    _settle_foreign_keys()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE official_file_entry DISABLE TRIGGER official_file_entry_no_delete")
        else:
            cursor.execute("DROP TRIGGER official_file_entry_no_delete")
            cursor.execute("CREATE TRIGGER official_file_entry_no_delete BEFORE DELETE ON official_file_entry BEGIN SELECT 1; END")
    assert missing(connection) == ["official_file_entry_no_delete"]
    install(connection)
    assert missing(connection) == []


def test_an_update_that_protects_a_new_column_accuses_nobody(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trigger of the version before is whole, but for a column that its table is yet to get; one that guards less is not."""
    contribution_at(Status.SENT, cast)
    before = Contribution.PROTECTION
    assert isinstance(before, SealedOnce)
    monkeypatch.setattr(Contribution, "PROTECTION", replace(before, columns=(*before.columns, "not_there_yet")))
    assert missing_where_used(connection) == []
    monkeypatch.undo()
    _settle_foreign_keys()
    name = "stories_contribution_sealed_update"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{' ON stories_contribution' if connection.vendor == 'postgresql' else ''}")
        if connection.vendor == "sqlite":
            when = "OLD.sent_at IS NOT NULL AND (OLD.id IS NOT NEW.id)"
            cursor.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON stories_contribution WHEN {when} BEGIN SELECT 1; END")
    assert missing_where_used(connection) == [name]
    install(connection)


def test_if_the_audit_cannot_be_written_nothing_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The change and its audit stand or fall together."""
    child = a_child()

    def fails(self: AuditEvent, *args: object, **kwargs: object) -> None:
        message = "no room"
        raise DatabaseError(message)

    monkeypatch.setattr(AuditEvent, "save", fails)
    with pytest.raises(DatabaseError), transaction.atomic():
        a_visit(child)
    assert not Entry.objects.filter(child=child).exists()


def test_audit_rows_hold_copies_and_no_foreign_keys() -> None:
    """They outlive what they describe."""
    assert not [field for field in AuditEvent._meta.get_fields() if isinstance(field, models.ForeignKey)]
    row = record(Event.FILE_LOOKED_AT, child=uuid.uuid4(), by=SOMEONE, at=NOW)
    assert (row.by_name, row.by_role) == ("Priya Shah", "social_worker")
