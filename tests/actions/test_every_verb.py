"""Of every verb: it writes to the audit, and when the audit cannot be written nothing else is. On both databases: most lock rows."""

import ast
from unittest import mock

import pytest
from django.db import DatabaseError, connection, transaction

from audit.models import AuditEvent
from tests.actions.every_verb import SILENT, VERBS
from tests.architecture.tree import ROOT
from tests.cast import Cast

OURS = ("audit_", "people_", "official_file_", "stories_", "moderation_", "access_requests_", "files_", "mfa_", "auth_")
Tables = dict[str, list[str]]


def verbs_there_are() -> set[str]:
    """The name of every public function under an actions/ folder."""
    found = set()
    for path in ROOT.glob("*/actions/*.py"):
        if path.parent.parent.name != "tests":
            found |= {node.name for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)}
    return {name for name in found if not name.startswith("_")}


def everything() -> Tables:
    """Every row of every table of ours, as text."""
    tables = [name for name in connection.introspection.table_names() if name.startswith(OURS)]
    found: Tables = {}
    with connection.cursor() as cursor:
        for name in tables:
            cursor.execute(f'SELECT * FROM "{name}"')
            found[name] = sorted(map(str, cursor.fetchall()))
    return found


def changed(before: Tables, after: Tables) -> list[str]:
    """The tables in which something changed."""
    return [name for name in before if before[name] != after[name]]


def test_every_verb_is_in_the_table_or_says_why_it_leaves_no_line() -> None:
    there = verbs_there_are()
    assert there - VERBS.keys() - SILENT.keys() == set(), "say in tests/actions/every_verb.py how these are driven"
    assert (VERBS.keys() | SILENT.keys()) - there == set(), "these are gone"
    assert VERBS.keys() & SILENT.keys() == set()


@pytest.mark.database
@pytest.mark.django_db
@pytest.mark.need("R60")
@pytest.mark.parametrize("name", VERBS)
def test_a_verb_writes_to_the_audit_or_does_nothing_at_all(cast: Cast, name: str) -> None:
    do = VERBS[name](cast)
    before = everything()
    refuse = DatabaseError("the disk is full")
    with (
        mock.patch.object(AuditEvent, "save", side_effect=refuse),
        mock.patch("audit.record.insert_objects", side_effect=refuse),
        pytest.raises(DatabaseError, match="the disk is full"),
        transaction.atomic(),
    ):
        do()
    assert changed(before, everything()) == []
    written = AuditEvent.objects.count()
    do()
    assert AuditEvent.objects.count() > written
    assert "audit_auditevent" in changed(before, everything())


@pytest.mark.django_db
@pytest.mark.need("R60")
@pytest.mark.parametrize("name", VERBS)
def test_no_word_of_a_record_stands_in_the_audit(cast: Cast, name: str) -> None:
    """Facts are codes, and names of staff: never what was written, nor who is in the file."""
    VERBS[name](cast)()
    said = " ".join(str(row.facts) for row in AuditEvent.objects.all())
    for words in (
        "Thank you.",
        "We talked.",
        "Another boy",
        "trains",
        "scared",
        "Court first",
        "She rang",
        "Grace",
        "A note",
        "Dear",
        "Why?",
    ):
        assert words not in said, words
