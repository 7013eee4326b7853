"""Papers on pages: only to those who may, only what was made new, with how the words were read; bytes that nobody's browser keeps."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from audit.models import AuditEvent
from files.models import File, FilePage, FileReading, FileScan
from files.reading.findings import FINDINGS
from official_file.actions.open_entry import open_entry
from official_file.models import Connection, Entry, EntryNow
from official_file.unconfirmed import unconfirmed_in
from people.errors import NotAllowed
from people.models import ChildName
from tests.cast import NOW, Cast, sign_in
from tests.factories.papers import PICTURE, SOUND, a_paper, a_recording

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages")]
OWN = ("paper", "paper_picture", "paper_small")
STAFFS = ("staff_paper", "staff_paper_picture", "staff_paper_small", "staff_original", "staff_paper_progress")


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(cast: Cast) -> Client:
    return sign_in(Client(), cast.amara.user)


@pytest.fixture
def ben(cast: Cast) -> Client:
    return sign_in(Client(), cast.ben)


def opened(entry: Entry, cast: Cast) -> Entry:
    """Opened by Ben, a day ago."""
    open_entry(entry=entry, with_them=True, by=cast.ben, now=NOW - timedelta(days=1))
    return entry


def url(name: str, entry: Entry, number: int = 1) -> str:
    return reverse(f"portal:{name}", args=[entry.pk, number] if name.endswith(("picture", "small")) else [entry.pk])


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.need("M17", "R5", "R13")
def test_an_open_paper_sits_in_its_entry_and_is_read_page_by_page(amara: Client, cast: Cast) -> None:
    entry = opened(a_paper(cast.amara), cast)
    in_its_place = text(amara, reverse("portal:entry", args=[entry.pk]))
    assert url("paper", entry) in in_its_place
    assert url("paper_small", entry) in in_its_place
    first = text(amara, url("paper", entry))
    assert first.index("We asked the school for a place.") < first.index("Dear head teacher"), "what it is comes before its words"
    assert "Page 1 of 2" in first
    assert "Priya Shah, social worker, wrote this." in first
    assert "A program read these words" not in first
    second = text(amara, url("paper", entry) + "?page=2")
    assert "Yours, Priya" in second
    assert "Dear head teacher" not in second
    assert url("paper", entry).split("paper")[0] in text(amara, reverse("portal:my_papers"))


@pytest.mark.need("M16")
def test_words_a_program_read_are_marked(amara: Client, ben: Client, cast: Cast) -> None:
    entry = opened(a_paper(cast.amara, how=FilePage.How.SEEN), cast)
    assert "A program read these words from the picture." in text(amara, url("paper", entry))
    assert "Read from a picture by a program: check it" in text(ben, url("staff_paper", entry))


@pytest.mark.need("R13")
def test_who_wrote_it_is_plainly_missing(amara: Client, cast: Cast) -> None:
    entry = opened(a_paper(cast.amara, author_name="", author_role="", written_on=None), cast)
    said = text(amara, url("paper", entry))
    assert "We do not know who wrote this. The file does not say." in said
    assert "We do not know what day it was written." in said


@pytest.mark.need("M17")
def test_a_recording_is_played_where_it_belongs(amara: Client, cast: Cast) -> None:
    entry = opened(a_recording(cast.amara), cast)
    assert f'<audio controls preload="none" src="{url("paper_sound", entry)}">' in text(amara, reverse("portal:entry", args=[entry.pk]))
    assert amara.get(url("paper_sound", entry)).content == SOUND
    assert "We do not know who made this. The file does not say." in text(amara, reverse("portal:entry", args=[entry.pk]))


@pytest.mark.parametrize("name", OWN)
def test_a_closed_paper_is_nothing_to_its_subject(amara: Client, cast: Cast, name: str) -> None:
    closed = a_paper(cast.amara)
    answer, nothing = amara.get(url(name, closed)), amara.get(url(name, closed).replace(str(closed.pk), str(uuid4())))
    assert (answer.status_code, answer.content) == (404, nothing.content)
    assert "A letter to the school" not in text(amara, reverse("portal:my_papers"))


@pytest.mark.parametrize("name", OWN)
def test_nobody_elses_paper_and_no_page_that_is_not_there(amara: Client, cast: Cast, name: str) -> None:
    assert amara.get(url(name, a_paper(cast.noor))).status_code == 404
    mine = opened(a_paper(cast.amara, content=b"%PDF-1.7 mine"), cast)
    if name != "paper":
        assert amara.get(url(name, mine, 3)).status_code == 404


@pytest.mark.parametrize("name", STAFFS)
def test_staff_out_of_reach_get_nothing(cast: Cast, name: str) -> None:
    entry = a_paper(cast.amara)
    assert sign_in(Client(), cast.dev).get(url(name, entry)).status_code == 404
    assert sign_in(Client(), cast.ben).get(url(name, entry)).status_code == 200


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("quarantined", "We have this paper, but it cannot be shown here."),
        ("waiting", "We have this paper. It is being made ready to read."),
        ("unreadable", "We have this paper, but it cannot be shown here."),
    ],
)
def test_a_paper_that_cannot_be_shown_says_so_honestly(amara: Client, cast: Cast, state: str, said: str) -> None:
    entry = opened(a_paper(cast.amara, state=state, reading={"pages_read": 0, "reason": "Secretreason"}), cast)
    for address in (reverse("portal:entry", args=[entry.pk]), url("paper", entry)):
        page = text(amara, address)
        assert said in page
        assert "Secretreason" not in page


def test_staff_read_why_it_is_closed_and_what_to_do(ben: Client, cast: Cast) -> None:
    reason = FINDINGS["macros"].sentence
    entry = a_paper(cast.amara, state="quarantined", reading={"reason": reason})
    assert escape(reason) in text(ben, reverse("portal:staff_entry", args=[entry.pk]))
    said = text(ben, url("staff_paper", entry))
    assert escape(reason) in said
    assert "Kept closed" in said
    assert "Dear head teacher" not in said
    for name in ("staff_original", "staff_paper_picture", "staff_paper_small"):
        assert ben.get(url(name, entry)).status_code == 404


def test_what_a_scanner_finds_later_closes_everything(amara: Client, ben: Client, cast: Cast) -> None:
    entry = opened(a_paper(cast.amara), cast)
    FileScan.objects.create(file=File.objects.get(), state="infected", at=NOW + timedelta(hours=1))
    assert "cannot be shown here" in text(amara, url("paper", entry))
    assert amara.get(url("paper_picture", entry)).status_code == 404
    assert ben.get(url("staff_original", entry)).status_code == 404


def test_without_a_scanner_what_is_made_new_shows_and_the_original_stays(ben: Client, cast: Cast) -> None:
    entry = a_paper(cast.amara, clean=False)
    said = text(ben, url("staff_paper", entry))
    assert "Dear head teacher" in said
    assert "handed out once a virus scanner has checked it" in said
    assert ben.get(url("staff_original", entry)).status_code == 404


def test_with_a_scanner_that_has_not_answered_nothing_shows(ben: Client, cast: Cast, settings: object) -> None:
    settings.SCANNER_URL = "clamd://127.0.0.1:1"
    entry = a_paper(cast.amara, clean=False)
    assert "Dear head teacher" not in text(ben, url("staff_paper", entry))
    assert ben.get(url("staff_paper_picture", entry)).status_code == 404


def test_an_original_is_saved_under_a_name_that_says_nothing_and_it_is_written_down(ben: Client, cast: Cast) -> None:
    entry = a_paper(cast.amara)
    answer = ben.get(url("staff_original", entry))
    assert answer.content == b"%PDF-1.7 a letter"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="document-{File.objects.get().sha256[:8]}.pdf"'
    written = AuditEvent.objects.get(event="original_handed_out")
    assert (written.child, written.about_id, written.by_name) == (cast.amara.pk, entry.pk, "Ben Hughes")
    said = text(sign_in(Client(), cast.amara.user), reverse("portal:who_has_looked"))
    assert "Ben Hughes (social worker) took a copy of a paper in your file." in said


@pytest.mark.parametrize("name", ["staff_original", "staff_paper_picture", "staff_paper_small"])
def test_bytes_are_never_kept_never_guessed_never_run(ben: Client, cast: Cast, name: str) -> None:
    answer = ben.get(url(name, a_paper(cast.amara)), headers={"Accept-Encoding": "gzip"})
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Content-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("asked", "status", "part", "said"),
    [
        ("bytes=0-3", 206, slice(0, 4), "bytes 0-3/{size}"),
        ("bytes=4-", 206, slice(4, None), "bytes 4-{last}/{size}"),
        ("bytes=-5", 206, slice(-5, None), None),
        ("bytes=2-999999", 206, slice(2, None), "bytes 2-{last}/{size}"),
        ("bytes=999999-", 416, slice(0, 0), "bytes */{size}"),
        ("bytes=-0", 416, slice(0, 0), "bytes */{size}"),
        ("bytes=5-2", 200, slice(None), None),
        ("bytes=0-1,3-4", 200, slice(None), None),
        ("lines=0-1", 200, slice(None), None),
        ("bytes=-", 200, slice(None), None),
    ],
)
def test_a_part_is_handed_out_when_a_part_is_asked_for(
    amara: Client, cast: Cast, asked: str, status: int, part: slice, said: str | None
) -> None:
    entry = opened(a_recording(cast.amara), cast)
    answer = amara.get(url("paper_sound", entry), headers={"Range": asked})
    assert (answer.status_code, answer.content) == (status, SOUND[part])
    if said:
        assert answer["Content-Range"] == said.format(size=len(SOUND), last=len(SOUND) - 1)


def test_progress_looks_again_by_itself_until_it_has_ended(ben: Client, cast: Cast) -> None:
    entry = a_paper(cast.amara, "one", "two", "three", state="reading", reading={"pages_read": 1})
    answer = ben.get(url("staff_paper_progress", entry))
    assert "1 of 3 pages read" in answer.content.decode()
    assert answer["Refresh"].endswith("?again=1")
    assert "Refresh" not in ben.get(url("staff_paper_progress", entry) + "?again=60"), "nobody is watching any more"
    assert "one" not in answer.content.decode().split("<main")[1].split("1 of 3")[0]
    FileReading.objects.update(state="read", pages_read=3)
    ended = ben.get(url("staff_paper_progress", entry))
    assert "Refresh" not in ended
    assert "Show the pages" in ended.content.decode()


def test_asked_for_again_it_is_read_again(ben: Client, cast: Cast) -> None:
    entry = a_paper(cast.amara)
    ben.post(url("staff_read_again", entry))
    assert FileReading.objects.get().state == "waiting"
    assert not FilePage.objects.exists()
    FileReading.objects.update(state="quarantined", reason="Kept.")
    ben.post(url("staff_read_again", entry))
    assert FileReading.objects.get().state == "quarantined"


def test_a_paper_that_names_somebody_they_may_not_know_of_does_not_open(cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="ssd", key="c", names=["Tobias Renwick"], relation="your brother")
    entry = a_paper(cast.amara, "Dear Priya,", "her brother Tobias Renwick was there")
    assert [one.names[0] for one in unconfirmed_in(entry)] == ["Tobias Renwick"]
    with pytest.raises(NotAllowed):
        open_entry(entry=entry, by=cast.ben, now=NOW)
    assert not EntryNow.objects.get(pk=entry.pk).opens_at


@pytest.mark.need("M14")
def test_a_former_name_in_a_paper_is_said_before_it_is_met(amara: Client, cast: Cast) -> None:
    ChildName.objects.create(child=cast.amara, name="Temperance Vane", kind=ChildName.Kind.FORMER, ends=NOW.date())
    entry = opened(a_paper(cast.amara, "Dear Temperance Vane,"), cast)
    first = text(amara, url("paper", entry))
    assert "Temperance" not in first
    assert "Read it all the same" in first
    assert "Temperance" in text(amara, url("paper", entry) + "?original=1")


def test_looking_at_a_document_is_written_down(ben: Client, cast: Cast) -> None:
    text(ben, url("staff_paper", a_paper(cast.amara)))
    assert AuditEvent.objects.filter(event="entry_looked_at", child=cast.amara.pk).count() == 1


def test_the_entry_shows_staff_the_document_with_its_pages(ben: Client, cast: Cast) -> None:
    entry = a_paper(cast.amara)
    said = text(ben, reverse("portal:staff_entry", args=[entry.pk]))
    assert url("staff_paper", entry) in said
    assert url("staff_paper_small", entry, 2) in said
    assert ben.get(url("staff_paper_picture", entry)).content == PICTURE
    assert "sha256" not in said
