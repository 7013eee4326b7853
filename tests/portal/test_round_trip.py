"""Every child of the demonstration leaves in open formats and comes in again: the same chains, the same pages."""

import json
import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import bagit
import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from audit.models import AuditEvent, ChainHead
from audit.queries import first_broken_link
from audit.who import THE_PORTAL
from files.actions.make_copies import make_copies
from files.models import FileReading, Making
from official_file.actions.read_document import read_document
from official_file.models import Connection, Entry, EntryNow
from official_file.queries import entries_for
from people.models import Child, JoinCode, ReadingPreference, User
from stories.models import Contribution
from tests.cast import sign_in
from tests.journeys.demonstration import TODAY, loaded

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow, pytest.mark.timeout(500)]
TOKENS = re.compile(rb'name="(csrfmiddlewaretoken|author|draft|tab)" value="[^"]+"')
WHOSE = re.compile(rb">[^<>]+ will answer by")  # nobody works where it came in yet, so nobody is promised by name
PAGES = ("my_story", "why", "my_papers", "who_has_looked", "newly_open")
Heads = dict[str, tuple[int, str]]


def heads() -> Heads:
    """Where every chain of every child ends."""
    rows = ChainHead.objects.filter(chain__regex="^(file|audit):[0-9a-f-]{36}$", position__gt=0)
    return {row.chain: (row.position, row.link) for row in rows}


def pages_of(found: Child) -> dict[str, bytes]:
    """What the young person reads: their story, why, papers, who looked, and every entry that is open to them."""
    assert found.user
    ReadingPreference.objects.filter(user=found.user).delete()  # how they like their pages stays where it was chosen
    browser, at = sign_in(Client(), found.user), {}
    for url in [reverse(f"portal:{name}") for name in PAGES] + [
        reverse("portal:entry", args=[row.pk]) for row in entries_for(found.user, found, TODAY).order_by("pk")[:8]
    ]:
        answer = browser.get(url)
        at[url] = str(answer.status_code).encode() + WHOSE.sub(b">Somebody will answer by", TOKENS.sub(b"", answer.content))
    return at


class Before:
    """What the installation that was left held."""

    folder: Path
    heads: Heads
    pages: dict[Any, dict[str, bytes]]
    counts: dict[str, int]


def counts() -> dict[str, int]:
    """How much there is of what matters."""
    held = {"entries": Entry.objects.count(), "standing": EntryNow.objects.count(), "connections": Connection.objects.count()}
    return {**held, "words": Contribution.objects.sent().count(), "events": AuditEvent.objects.filter(child__isnull=False).count()}


@pytest.fixture(scope="module")
def before(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Before:
    """The demonstration council, exported whole and gone again."""
    found = Before()
    found.folder = tmp_path_factory.mktemp("exports")
    with loaded(django_db_blocker):
        said = json.loads(run("export_child", "--all", str(found.folder), "--no-pdf", "--json"))
        assert (said["ok"], len(said["written"])) == (True, Child.objects.count())
        found.heads, found.counts = heads(), counts()
        found.pages = {one.pk: pages_of(one) for one in Child.objects.filter(user__isnull=False)}
    return found


@pytest.fixture
def elsewhere(before: Before, django_db_blocker: DjangoDbBlocker, fresh_storages: Path) -> Iterator[None]:
    """Another installation, in which nobody is, at the same moment."""
    with time_machine.travel(TODAY, tick=False), transaction.atomic():
        assert not Child.objects.exists()
        yield
        transaction.set_rollback(True)


def run(*arguments: str) -> str:
    """Run a command; what it wrote on standard output."""
    said = StringIO()
    call_command(*arguments, stdout=said, stderr=StringIO())
    return said.getvalue()


@pytest.mark.need("R89", "L2")
def test_everybody_comes_in_again_with_the_same_chains_and_reads_the_same_pages(before: Before, elsewhere: None) -> None:
    said = json.loads(run("import_export", str(before.folder), "--json"))
    assert (said["ok"], len(said["taken_in"])) == (True, Child.objects.count())
    assert heads() == before.heads
    assert counts() == before.counts
    assert json.loads(run("verify_file", "--json")) == {"ok": True, "entries": before.counts["entries"], "first_broken": None}
    for waiting in FileReading.objects.filter(state=FileReading.State.WAITING):  # what the background worker does next
        read_document(file=waiting.file, by=THE_PORTAL, now=TODAY)
    for making in Making.objects.filter(state=Making.State.WAITING):
        make_copies(making=making, by=THE_PORTAL, now=TODAY)
    for pk, pages in before.pages.items():
        again = pages_of(Child.objects.get(pk=pk))
        assert [url for url in pages if pages[url] != again[url]] == []
    assert first_broken_link("audit:installation") is None


def test_nobody_can_sign_in_with_an_account_that_came_in(before: Before, elsewhere: None) -> None:
    run("import_export", str(before.folder))
    for user in User.objects.all():
        assert not user.has_usable_password()
        assert user.is_active == (not user.is_staff)
        assert not user.memberships.exists()
    assert not JoinCode.objects.exists()


def test_an_export_is_exactly_what_verify_file_and_an_independent_reader_accept(before: Before) -> None:
    for folder in before.folder.iterdir():
        bagit.Bag(str(folder)).validate()
        said = json.loads(run("verify_file", "--export", str(folder), "--json"))
        assert (said["ok"], said["first_broken"]) == (True, None)
        assert {
            f"{chain}:{folder.name}": (head["position"], head["link"])
            for chain, head in said["export"]["heads"].items()
            if head["position"]
        } == {name: head for name, head in before.heads.items() if folder.name in name}


def test_somebody_who_is_here_already_is_refused_and_nothing_changes(before: Before, elsewhere: None) -> None:
    run("import_export", str(before.folder))
    held = counts()
    again = json.loads(run("import_export", str(before.folder), "--json"))
    assert (again["taken_in"], again["unchanged"]) == ([], Child.objects.count())
    with pytest.raises(CommandError, match="refused, nothing of them is here"):
        run("import_export", str(next(before.folder.iterdir())))
    assert counts() == held


@pytest.mark.parametrize(
    "name", ["chain.jsonl", "audit.jsonl", "people.jsonl", "receipt.json", "README.txt", "summary.html", "tables/sharings.jsonl"]
)
def test_one_byte_changed_anywhere_is_refused_and_named(before: Before, elsewhere: None, tmp_path: Path, name: str) -> None:
    fullest = max(before.folder.iterdir(), key=lambda path: (path / "data/tables/sharings.jsonl").stat().st_size)
    folder = shutil.copytree(fullest, tmp_path / "export")
    content = bytearray((folder / "data" / name).read_bytes())
    content[len(content) // 2] ^= 0x01
    (folder / "data" / name).write_bytes(content)
    with pytest.raises(CommandError, match="not whole"):
        run("verify_file", "--export", str(folder))
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("import_export", str(folder), "--json", stdout=said, stderr=StringIO())
    assert json.loads(said.getvalue())["failed"][0]["name"] == name
    assert not Child.objects.exists()
