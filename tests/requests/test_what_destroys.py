"""Everything that can make something of a file go is known by name: refused while a request is open, or nothing of the file.

A new line of code that deletes fails the first test until somebody has said which of the two it is.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audit.who import THE_PORTAL
from files.actions.forget_copies import forget_copies
from files.actions.seal import seal
from files.actions.shut import shut
from files.models import File, Making
from files.queries import broken_seals
from official_file.models import Entry, EntryPayload, RetentionHold, TriedChange
from tests.architecture.tree import ROOT
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry
from tests.factories.requests import a_request

DESTROYS = re.compile(r"\.delete\(|\b_raw_delete\(|\bdestroy\(file")
SHOWN, UNSENT, INDEX = "made again from the original", "never sent, and nobody's but its maker's", "an index, made again"
REFUSED = "refused while anything holds the record, and the try is kept"
NOTHING_OF_THE_FILE: dict[str, str] = {
    "files/actions/destroy.py": "only `dispose` (refused) and `unmake_book` (made again) call it",
    "files/actions/clear_held.py": UNSENT,
    "files/actions/forget_copies.py": SHOWN,
    "files/actions/hold.py": UNSENT,
    "files/actions/read_again.py": SHOWN,
    "files/actions/seal.py": "bytes cut short by a crash, of which no row was ever written",
    "files/actions/seal_held.py": "the place where it waited: its bytes are sealed in the same step",
    "files/actions/shut.py": "copies of an illegal image; its sealed bytes stay for those who may lawfully ask",
    "files/actions/throw_away_held.py": UNSENT,
    "files/safe_copies.py": SHOWN,
    "moderation/actions/keep_saved_reply.py": "words to begin an answer with, about no person",
    "moderation/way_back/packing.py": "a parcel for the council's system, packed again from what is filed",
    "official_file/actions/choose_for_book.py": "what was chosen for a book; the entries stay",
    "official_file/actions/dispose.py": REFUSED,
    "official_file/actions/unmake_book.py": "a book's PDF, made again from its entries; before a disposal, which is refused",
    "official_file/importers/vanishing.py": "a task to look at what came back",
    "official_file/projection.py": INDEX,
    "official_file/search/checking.py": INDEX,
    "official_file/search/indexing.py": INDEX,
    "official_file/theme_index.py": INDEX,
    "people/actions/add_name.py": "a note that a name was never theirs, and it is",
    "people/actions/end_cover.py": "cover that had not begun",
    "people/actions/keep_contact_way.py": "where somebody likes to be told of news: theirs alone",
    "people/actions/reset_sign_in.py": "a way to sign in",
    "people/actions/tell_of_notices.py": "that news were told of",
    "people/actions/write_about_part.py": "their own words about themselves, which they wrote anew",
    "people/doubting.py": "a doubt about whose record it is, settled",
    "stories/actions/change_media.py": UNSENT,
}


def test_whatever_destroys_is_known_by_name_and_why_it_may() -> None:
    found = set()
    for app in ("files", "moderation", "official_file", "people", "stories"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if not {"migrations", "management"} & set(path.parts) and DESTROYS.search(path.read_text(encoding="utf-8")):
                found.add(str(path.relative_to(ROOT)))
    assert found == set(NOTHING_OF_THE_FILE)


@pytest.fixture
def kept(cast: Cast) -> Entry:
    """An entry of Idris's, who has asked for his file."""
    entry = an_entry(cast.idris, "note", date(2004, 1, 1), text="He was brought in.")
    a_request(cast)
    return entry


def _shut(file: File, _cast: Cast) -> None:
    shut(file=file, by=THE_PORTAL, now=NOW)


def _forget(file: File, _cast: Cast) -> None:
    forget_copies(makings=Making.objects.filter(file=file), by=THE_PORTAL, now=NOW)


@pytest.mark.parametrize("verb", [_shut, _forget])
def test_what_may_go_leaves_the_entry_and_the_sealed_bytes(kept: Entry, cast: Cast, verb: Callable[[File, Cast], None]) -> None:
    file = seal(content=b"%PDF-1.4 a letter", name="letter.pdf", by=THE_PORTAL, now=NOW)
    verb(file, cast)
    assert EntryPayload.objects.filter(entry=kept).exists()
    assert list(broken_seals()) == []
    assert not TriedChange.objects.exists()


@pytest.mark.parametrize(
    ("name", "what", "data"),
    [
        ("propose_disposal", "propose_disposal", {"ground": "retention", "reason": "Old."}),
        ("lift_hold", "lift_hold", {"why": "In the way.", "sure": "on"}),
    ],
)
def test_a_raw_post_is_refused_and_kept_as_well(kept: Entry, cast: Cast, name: str, what: str, data: dict[str, Any]) -> None:
    imani = sign_in(Client(raise_request_exception=False), cast.imani)
    thing = kept.pk if name == "propose_disposal" else RetentionHold.objects.get().pk
    answer = imani.post(reverse(f"portal:{name}", args=[thing]), data)
    assert answer.status_code in (403, 422)
    assert "request" in answer.content.decode() or "asked for this file" in answer.content.decode()
    tried = TriedChange.objects.get()
    assert (tried.what, tried.by_name) == (what, "Imani Clarke")
    assert RetentionHold.objects.get().lifted_at is None
