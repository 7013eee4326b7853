"""A paper that is lawfully destroyed goes with its bytes and everything made from it; what another entry needs stays."""

from pathlib import Path

import pytest

from files.models import File, FilePage, FileReading
from files.queries import DESTROYED, SealBrokenError, broken_seals, read
from files.storages import safe, sealed
from official_file.actions.dispose import dispose
from official_file.actions.not_about_me import not_about_me
from official_file.actions.open_entry import open_entry
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.models import DisposalProposal, Entry, EntryFile
from official_file.verify import verify
from people.models import Child
from tests.cast import NOW, Cast
from tests.factories import documents
from tests.factories.manifests import a_document, a_folder, brought_in
from tests.factories.papers import a_paper

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("fresh_storages")]


def destroyed(entry: Entry, child: Child, cast: Cast) -> None:
    """The young person says that it is not about them, governance agrees, a second person confirms."""
    worker = cast.dev if child == cast.noor else cast.ben
    open_entry(entry=entry, with_them=True, by=worker, now=NOW)
    task = not_about_me(child=child, entry=entry, words="Who is Jordan?", by=child.user, now=NOW)
    settle_not_mine(task=task, theirs=False, words="You were right.", reason="Another boy.", by=cast.imani, now=NOW)
    dispose(proposal=DisposalProposal.objects.latest("at"), by=cast.tom, now=NOW)


def test_bytes_pictures_and_words_of_it_are_gone(cast: Cast, django_capture_on_commit_callbacks: object) -> None:
    entry = a_paper(cast.noor, "Jordan showed me his bike.")
    file, page = File.objects.get(), FilePage.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        destroyed(entry, cast.noor, cast)
    assert not sealed().exists(file.stored_as)
    assert not safe().exists(page.picture)
    assert not FilePage.objects.exists()
    with pytest.raises(SealBrokenError):
        read(file)
    assert list(broken_seals()) == [], "what was lawfully destroyed is not lost"
    assert FileReading.objects.get().reason == DESTROYED
    assert verify([cast.noor]) == (1, None)


def test_a_file_that_another_entry_stands_on_stays(cast: Cast, django_capture_on_commit_callbacks: object) -> None:
    entry, other = a_paper(cast.noor), a_paper(cast.amara, content=b"%PDF-1.7 another")
    file = File.objects.get(sha256=entry.facts["sha256"])
    EntryFile.objects.create(entry=other, file=file, position=2)
    with django_capture_on_commit_callbacks(execute=True):
        destroyed(entry, cast.noor, cast)
    assert read(file) == b"%PDF-1.7 a letter"
    assert FilePage.objects.filter(file=file).exists()


def test_the_next_nightly_import_does_not_bring_it_back(cast: Cast, tmp_path: Path, django_capture_on_commit_callbacks: object) -> None:
    row = a_document(cast.amara, tmp_path, documents.pdf())
    with django_capture_on_commit_callbacks(execute=True):
        destroyed(row.entry, cast.amara, cast)
    report = brought_in(a_folder(tmp_path, {"letter.pdf": documents.pdf()}, child="900001"), read=True)
    assert report.entries == {"added": 0, "superseded": 0, "unchanged": 1}
    assert [problem.code for problem in report.problems] == ["not_read"]
    assert not sealed().exists(File.objects.get().stored_as)
    assert not FilePage.objects.exists()
