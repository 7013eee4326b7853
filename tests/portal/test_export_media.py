"""Photos and recordings leave with the file and come in with it: originals byte for byte, captions in the chain, pictures made again."""

from pathlib import Path
from typing import Any

import pytest

from audit.models import ChainHead
from audit.who import THE_PORTAL
from files.actions.make_copies import make_copies
from files.actions.shut import shut
from files.models import Making, SafeCopy, SealedShut
from files.queries import SHUT_ELSEWHERE, broken_seals, read
from files.storages import safe, sealed
from official_file.media import media_of
from official_file.models import Entry
from official_file.verify import verify
from portal.actions.export_file import ON_THE_SERVER
from portal.actions.take_in_export import take_in_export
from stories.models import Attachment
from tests.cast import NOW, make_cast
from tests.factories.contributions import a_sent
from tests.factories.documents import jpeg
from tests.factories.filed_media import a_filed_photo, an_attachment
from tests.portal.test_export import export, gone_afterwards, lines

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def heads() -> dict[str, str]:
    """The newest link of every chain of a file."""
    return dict(ChainHead.objects.filter(chain__startswith="file:").values_list("chain", "link"))


@pytest.mark.need("L2", "R32")
def test_photos_leave_and_come_in_and_show_again_with_the_same_chains(tmp_path: Path, fresh_storages: Any) -> None:
    with gone_afterwards():
        cast = make_cast()
        original = jpeg()
        entry = a_filed_photo(cast.amara, cast.ben, content=original, caption="Me & B \u202e!", in_words="A dog.")
        waiting = an_attachment(a_sent(cast.amara, "Wait for me."), "sound")
        folder, before = export(cast.amara, tmp_path / "out"), heads()
        sealed().delete(waiting.file.stored_as)
        sealed().delete(media_of(entry)[0].file.stored_as)
        for copy in SafeCopy.objects.all():
            safe().delete(copy.stored_as)
    summary = (folder / "data/summary.html").read_text()
    assert "Me &amp; B \u202e!" in summary
    assert len(list((folder / "data/originals").iterdir())) == 2
    taken = take_in_export(folder=folder, by=ON_THE_SERVER, now=NOW)
    here = media_of(Entry.objects.get(pk=entry.pk))[0]
    assert (heads(), verify([taken.child])[1]) == (before, None)
    assert (here.caption, here.in_words, here.state) == ("Me & B \u202e!", "A dog.", "waiting")
    assert read(here.file) == original
    make_copies(making=here.making, by=THE_PORTAL, now=NOW)
    assert media_of(Entry.objects.get(pk=entry.pk))[0].is_ready
    assert Attachment.objects.get(kind="sound").making.state == Making.State.WAITING


def test_what_is_shut_does_not_leave_and_comes_in_as_shut(tmp_path: Path, fresh_storages: Any) -> None:
    with gone_afterwards():
        cast = make_cast()
        entry = a_filed_photo(cast.amara, cast.ben)
        shut(file=media_of(entry)[0].file, by=cast.joan.who(NOW), now=NOW)
        folder = export(cast.amara, tmp_path / "out")
    assert not (folder / "data/originals").exists()
    assert "Nobody may open it, by law." in (folder / "data/summary.html").read_text()
    assert len(lines(folder, "tables/shut_files.jsonl")) == 1
    take_in_export(folder=folder, by=ON_THE_SERVER, now=NOW)
    here = media_of(Entry.objects.get(pk=entry.pk))[0]
    assert (here.state, here.making.state, here.file.reading.reason) == ("closed", "closed", SHUT_ELSEWHERE)
    assert SealedShut.objects.filter(file=here.file).exists()
    assert list(broken_seals()) == []
