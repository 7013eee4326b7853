"""What was lawfully destroyed takes its photos and recordings with it: the originals, and every copy that was made to be shown."""

from typing import Any

import pytest

from files.models import SafeCopy
from files.queries import SealBrokenError, read
from files.safe_copies import get
from official_file.actions.dispose import dispose
from official_file.actions.not_about_me import not_about_me
from official_file.actions.settle_not_mine import settle_not_mine
from official_file.media import media_of
from official_file.models import DisposalProposal, Entry, EntryFile
from tests.cast import NOW, Cast
from tests.factories.contributions import a_sent
from tests.factories.filed_media import ORIGINAL, a_filed_photo, an_attachment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def destroyed(entry: Entry, cast: Cast, run_jobs: Any) -> None:
    """Proposed by one person, done by another."""
    task = not_about_me(child=cast.noor, entry=entry, by=cast.noor.user, now=NOW)
    settle_not_mine(task=task, theirs=False, words="You are right.", reason="Another boy's photo.", by=cast.imani, now=NOW)
    proposal = DisposalProposal.objects.get(entry=entry)
    with run_jobs(execute=True):
        dispose(proposal=proposal, by=cast.tom, now=NOW)


def test_the_original_and_every_copy_go(cast: Cast, fresh_storages: Any, django_capture_on_commit_callbacks: Any) -> None:
    entry = a_filed_photo(cast.noor, cast.dev)
    file, names = EntryFile.objects.get(entry=entry).file, list(SafeCopy.objects.values_list("stored_as", flat=True))
    destroyed(entry, cast, django_capture_on_commit_callbacks)
    assert [get(name) for name in names] == [None, None]
    assert not SafeCopy.objects.exists()
    with pytest.raises(SealBrokenError):
        read(file)
    assert media_of(Entry.objects.get(pk=entry.pk)) == []


def test_the_same_photo_in_words_that_wait_is_kept(cast: Cast, fresh_storages: Any, django_capture_on_commit_callbacks: Any) -> None:
    entry = a_filed_photo(cast.noor, cast.dev)
    waiting = an_attachment(a_sent(cast.noor, "The same again."))
    destroyed(entry, cast, django_capture_on_commit_callbacks)
    assert read(waiting.file) == ORIGINAL
    assert get(waiting.making.copies.get(form="photo").stored_as) is not None
