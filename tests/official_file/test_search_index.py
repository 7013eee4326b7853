"""The search index follows the file: in bulk, one at a time, killed half-way, destroyed, made again."""

import contextlib
import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction

from audit.who import NIGHTLY_IMPORT
from files.models import File, FilePage
from moderation.jobs import sweep_now
from official_file.actions.append import append_entries
from official_file.actions.approve_plain_version import approve_plain_version
from official_file.actions.dispose import dispose
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import DisposalProposal, Entry, EntryFile, EntryNow, SearchWords
from official_file.plain_language.when import When
from official_file.search.asking import Asked, Searched, ask
from official_file.search.indexing import index_missing, waiting_to_be_indexed
from official_file.searching import index_entries
from people.models import Child
from tests.cast import NOW, Cast
from tests.views.test_closed_cannot_be_inferred import add
from tests.views.things import proposed_disposal

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def visits(number: int) -> list[EntryDraft]:
    """So many visits, each with a word of its own."""
    return [
        EntryDraft("visit", When(date(2020, 1, 1)), SourceRef("case_notes", f"v{one}"), facts={"title": f"Visit word{one}x"}, text="Sat.")
        for one in range(number)
    ]


def found_by_staff(child: Child, *words: str) -> Asked:
    """What a worker who reads all of this file finds."""
    rows = EntryNow.objects.filter(child=child)
    return ask(list(words), Searched(rows, rows, [child.pk], whole=True), NOW)


def check() -> dict[str, Any]:
    """What `rebuild_search --check` says."""
    out = io.StringIO()
    with contextlib.suppress(CommandError):
        call_command("rebuild_search", check=True, json=True, stdout=out, stderr=io.StringIO())
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_a_few_entries_are_ready_at_once_and_many_wait_for_the_worker(cast: Cast) -> None:
    append_entries(drafts=[(cast.amara, draft) for draft in visits(3)], by=NIGHTLY_IMPORT, now=NOW)
    assert waiting_to_be_indexed(NOW).count() == 0
    append_entries(drafts=[(cast.noor, draft) for draft in visits(10)], by=NIGHTLY_IMPORT, now=NOW)
    assert waiting_to_be_indexed(NOW).count() == 10


@pytest.mark.django_db(transaction=True)
def test_the_worker_makes_ready_what_an_import_added(cast: Cast, background_jobs: Any) -> None:
    """One job is asked for, however many batches there are; before it ran, every entry is marked by having no words."""
    for child in (cast.amara, cast.noor):
        append_entries(drafts=[(child, draft) for draft in visits(10)], by=NIGHTLY_IMPORT, now=NOW)
    assert waiting_to_be_indexed(NOW).count() == 20
    background_jobs()
    assert waiting_to_be_indexed(NOW).count() == 0
    assert check() == {"ok": True, "entries": 20, "missing": 0, "different": 0, "left_over": 0}


def test_what_a_killed_process_left_is_made_ready_by_the_sweep(cast: Cast) -> None:
    """The job was never asked for: the process ended when its transaction was stored."""
    append_entries(drafts=[(cast.amara, draft) for draft in visits(10)], by=NIGHTLY_IMPORT, now=NOW)
    assert check()["missing"] == 10
    assert sweep_now(NOW)["made_searchable"] == 10
    assert sweep_now(NOW)["made_searchable"] == 0
    assert check()["ok"]


def test_an_import_that_is_undone_leaves_no_words(cast: Cast) -> None:
    with transaction.atomic():
        add(cast.amara, "visit", {"title": "Okapi"}, date(2020, 1, 1))
        transaction.set_rollback(True)
    assert SearchWords.objects.count() == 0


def test_a_search_makes_ready_what_it_needs_and_does_not_wait_for_the_worker(cast: Cast) -> None:
    append_entries(drafts=[(cast.amara, draft) for draft in visits(10)], by=NIGHTLY_IMPORT, now=NOW)
    assert found_by_staff(cast.amara, "word7x").rows.count() == 1


def test_plain_words_written_later_are_found_by_their_subject_as_well(cast: Cast) -> None:
    entry = add(cast.amara, "visit", {"title": "A visit", "summary": "Old summary."}, date(2020, 1, 1), text="Sat.")
    approve_plain_version(entry=entry, text="Ben came and you baked bread.", by=cast.ben, now=NOW)
    words = SearchWords.objects.get(entry=entry)
    assert "bread" in words.open_words.split()
    assert "summary" not in words.open_words.split()  # it is read no longer, except by staff
    assert "summary" in words.staff_words.split()


@pytest.mark.need("M16")
def test_words_on_the_pages_of_a_document_are_found(cast: Cast) -> None:
    entry = add(cast.amara, "letter", {"title": "A scan"}, date(2020, 1, 1))
    file = File.objects.create(sha256="0" * 64, size=1, content_type="image/png", sealed_at=NOW, sealed_by="import")
    EntryFile.objects.create(entry=entry, file=file)
    FilePage.objects.create(file=file, number=2, text="Certificate of swimming, fifty metres", how=FilePage.How.SEEN)
    assert found_by_staff(cast.amara, "swimming").rows.count() == 0
    index_entries([entry], now=NOW)
    assert found_by_staff(cast.amara, "swiming").rows.get().pk == entry.pk


def test_what_was_lawfully_destroyed_cannot_be_searched_for(cast: Cast) -> None:
    proposal = DisposalProposal.objects.get(pk=proposed_disposal(cast))
    assert SearchWords.objects.filter(entry=proposal.entry).exists()
    dispose(proposal=proposal, by=cast.tom, now=NOW)
    assert not SearchWords.objects.filter(entry=proposal.entry).exists()
    assert found_by_staff(cast.noor, "children").rows.count() == 0
    assert check()["ok"]


def test_what_a_day_changes_is_made_again(cast: Cast) -> None:
    """A home that was to end next week ends, and is told with its end."""
    ends = date(2026, 11, 25)
    draft = EntryDraft(
        "home", When(date(2026, 1, 1), ends), SourceRef("ssda903", "h"), facts={"place": "U4", "provider": "PR1", "rne": "P"}
    )
    append_entries(drafts=[(cast.amara, draft)], by=NIGHTLY_IMPORT, now=NOW)
    assert "november" not in SearchWords.objects.get().open_words.split()
    later = NOW + timedelta(days=10)
    assert index_missing(later) == 1
    assert "november" in SearchWords.objects.get().open_words.split()
    with time_machine.travel(later, tick=False):
        assert check()["ok"]


def test_the_check_names_what_differs_and_the_command_puts_it_right(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        entries = [add(cast.amara, "visit", {"title": f"Visit {one}"}, date(2020, 1, 1), text="Sat.") for one in range(4)]
        SearchWords.objects.filter(entry=entries[0]).update(open_words="something else")
        SearchWords.objects.filter(entry=entries[1]).delete()
        entries[2].now.delete()  # an entry without a standing is in no list; its words are too many
        assert check() == {"ok": False, "entries": 3, "missing": 1, "different": 1, "left_over": 1}
        call_command("rebuild_search", stderr=io.StringIO())
        assert check()["ok"]


def test_two_files_with_the_same_words_are_never_mixed(cast: Cast) -> None:
    for child in (cast.amara, cast.noor):
        append_entries(drafts=[(child, draft) for draft in visits(2)], by=NIGHTLY_IMPORT, now=NOW)
    everywhere = EntryNow.objects.all()  # so that the index alone keeps them apart
    for words in (["word1x"], ["word"], ["visit", "word"]):
        asked = ask(words, Searched(everywhere, everywhere, [cast.amara.pk], whole=True), NOW)
        assert {row.child_id for row in asked.rows} == {cast.amara.pk}
    assert Entry.objects.count() == 4
