"""Words in the file leave for the council's own system, whole, once, and with a receipt; what fails waits and loses nothing."""

import html
import io
import json
import subprocess
import sys
import textwrap
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import bagit
import pikepdf
import pypdfium2
import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator

from audit.models import AuditEvent
from audit.who import THE_PORTAL
from files.actions.seal import seal
from files.actions.shut import shut
from files.bags import BagBroken, check_bag
from files.pdf import NothingFetched, make_pdf
from files.storages import safe
from moderation.actions.file_words import file_words
from moderation.actions.lease import lease
from moderation.actions.send_again import send_again
from moderation.jobs import sweep_now
from moderation.models import WriteBack
from moderation.way_back.packing import packed
from moderation.way_back.places import NotDelivered
from moderation.way_back.sending import send_what_waits
from official_file.models import EntryFile
from people.models import Task, TaskKind
from portal.queries.desk import desk_of
from stories.lifecycle import Status
from stories.models import Contribution
from tests.architecture.tree import ROOT
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_reading, a_sent, contribution_at
from tests.factories.filed_media import ORIGINAL, an_attachment
from tests.factories.filed_media import filed as file_it
from tests.services import council_system
from tests.services.council_system import KEY, CouncilSystem

pytestmark = pytest.mark.database
SCHEMA = json.loads((ROOT / "docs/reference/write-back.schema.json").read_text())
SOON = NOW + timedelta(minutes=1)


@pytest.fixture
def folder(settings: Any, fresh_storages: Path) -> Path:
    """An installation whose packages go to a folder."""
    made = fresh_storages / "council"
    made.mkdir()
    settings.WRITE_BACK_URL = made.as_uri()
    return made


@pytest.fixture
def system(settings: Any, fresh_storages: Path) -> Iterator[CouncilSystem]:
    """An installation whose packages go to an address."""
    made = CouncilSystem(fresh_storages / "system")
    made.start()
    settings.WRITE_BACK_URL, settings.WRITE_BACK_KEY, settings.WRITE_BACK_CA = made.url, KEY, made.authority
    settings.WRITE_BACK_SECONDS = 0.5
    yield made
    made.stop()


def filed(cast: Cast, status: Status = Status.FILED) -> Contribution:
    """Amara's words, in the file."""
    return contribution_at(status, cast)


def row_of(contribution: Contribution) -> WriteBack:
    """How it stands on its way."""
    return WriteBack.objects.get(contribution=contribution)


def whole_packages(folder: Path) -> list[Path]:
    """Everything somebody who looks into the folder can see; each validates with the library that knows nothing of us."""
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    for path in found:
        bagit.Bag(str(path)).validate()
    return found


@pytest.mark.need("R89")
def test_words_in_the_file_leave_as_a_bag_word_for_word(cast: Cast, folder: Path) -> None:
    words = filed(cast)
    assert send_what_waits(SOON) == {"sent_back": 1, "not_sent_back": 0}
    [bag] = whole_packages(folder)
    row = row_of(words)
    assert bag.name == str(row.pk)
    assert (bag / "data/words.txt").read_bytes() == words.words.encode()
    said = json.loads((bag / "data/package.json").read_text())
    Draft202012Validator(SCHEMA).validate(said)
    assert said["child"]["identifiers"] == [{"source": "ssda903", "key": "900001"}]
    assert (said["contribution"]["sha256"], said["entry"]["link"]) == (words.digest, words.entry.link)
    assert said["decision"]["by"] == {"name": "Ben Hughes", "role": "social_worker"}
    assert said["limited"] is False
    assert (row.state, row.sent_at, row.receipt["sha256"]) == ("sent", SOON, check_bag(bag))
    assert AuditEvent.objects.filter(event="words_sent_back", child=cast.amara.pk).count() == 1


@pytest.mark.need("R89")
def test_the_pdf_can_be_read_aloud_and_holds_welsh_and_arabic_as_they_were_written(cast: Cast, folder: Path) -> None:
    a_filed(cast, "Dw i'n hoffi'r môr a'r ŵyn.\n\nأحب السباحة")
    send_what_waits(SOON)
    [bag] = whole_packages(folder)
    pages = list(pypdfium2.PdfDocument(bag / "data/words.pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "Dw i'n hoffi'r môr a'r ŵyn." in text
    assert "السباحة" in unicodedata.normalize("NFKC", text)
    with pikepdf.open(bag / "data/words.pdf") as pdf:
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en-gb", True)
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()


def test_nothing_is_fetched_whatever_the_words_say() -> None:
    page = "<html lang='en'><title>x</title><link rel=stylesheet href='http://127.0.0.1:9/a.css'><img alt='' src='file:///etc/passwd'>"
    with mock.patch.object(NothingFetched, "fetch", autospec=True, side_effect=NothingFetched.fetch) as fetched:
        assert make_pdf(page).startswith(b"%PDF")
    assert {call.args[1] for call in fetched.call_args_list} == {"http://127.0.0.1:9/a.css", "file:///etc/passwd"}
    with pytest.raises(ValueError, match="Nothing is fetched"):
        NothingFetched().fetch("data:text/css,")


def test_limited_words_say_so_and_who_agreed(cast: Cast, folder: Path) -> None:
    filed(cast, Status.FILED_LIMITED)
    send_what_waits(SOON)
    said = json.loads((whole_packages(folder)[0] / "data/package.json").read_text())
    Draft202012Validator(SCHEMA).validate(said)
    assert said["limited"] is True
    assert said["decision"]["confirmed"]["by"] == {"name": "Joan Mills", "role": "team_manager"}


def test_originals_that_belong_to_the_words_go_with_them(cast: Cast, folder: Path) -> None:
    words = filed(cast)
    photo = seal(content=b"\x89PNG\r\n\x1a\nnot much of a picture", name="me.png", by=cast.amara.user.who(), now=NOW)
    EntryFile.objects.create(entry=words.entry, file=photo, name="me.png")
    send_what_waits(SOON)
    [bag] = whole_packages(folder)
    said = json.loads((bag / "data/package.json").read_text())["files"][1]
    assert (said["name"], said["sha256"], said["media_type"]) == ("me.png", photo.sha256, "image/png")
    assert (bag / "data" / said["path"]).read_bytes().startswith(b"\x89PNG")


def test_what_is_not_in_the_file_does_not_leave(cast: Cast, folder: Path) -> None:
    for status in (Status.DRAFT, Status.SENT, Status.BEING_READ, Status.LETS_TALK, Status.NOT_ADDED, Status.WITHDRAWN):
        contribution_at(status, cast)
    assert send_what_waits(SOON) == {"sent_back": 0, "not_sent_back": 0}
    assert whole_packages(folder) == []


def test_where_nothing_is_set_up_everything_waits_and_goes_when_it_is(cast: Cast, settings: Any, fresh_storages: Path) -> None:
    words = filed(cast)
    assert sweep_now(SOON)["sent_back"] == 0
    assert (row_of(words).state, row_of(words).attempts) == ("waiting", 0)
    settings.WRITE_BACK_URL = fresh_storages.as_uri()
    assert sweep_now(SOON + timedelta(days=40))["sent_back"] == 1


def test_what_an_older_version_filed_leaves_too(cast: Cast, folder: Path) -> None:
    words = filed(cast)
    row_of(words).delete()
    assert sweep_now(SOON)["sent_back"] == 1
    assert row_of(words).state == "sent"


def test_sent_twice_it_is_sent_once(cast: Cast, folder: Path) -> None:
    words = filed(cast)
    send_what_waits(SOON)
    before = row_of(words).receipt
    assert send_what_waits(SOON + timedelta(days=1)) == {"sent_back": 0, "not_sent_back": 0}
    assert (row_of(words).receipt, len(whole_packages(folder))) == (before, 1)


def test_a_worker_that_dies_before_it_keeps_the_receipt_sends_the_same_bytes_again(cast: Cast, system: CouncilSystem) -> None:
    words = filed(cast)
    with mock.patch("moderation.way_back.sending.keep_receipt", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        send_what_waits(SOON)
    first = dict(system.kept)
    cast.amara.identifiers.create(source="ssd", key="new-overnight")
    assert send_what_waits(SOON + timedelta(minutes=1)) == {"sent_back": 0, "not_sent_back": 0}  # it is still leased
    assert send_what_waits(SOON + timedelta(minutes=20)) == {"sent_back": 1, "not_sent_back": 0}
    assert system.kept == first
    assert len(system.asked) == 2
    assert row_of(words).receipt["received_at"] == system.receipts[str(row_of(words).pk)]["received_at"]


def test_two_workers_never_send_one_package_at_once(cast: Cast, folder: Path) -> None:
    row = row_of(filed(cast))
    assert lease(write_back=row.pk, by=THE_PORTAL, now=SOON)
    assert lease(write_back=row.pk, by=THE_PORTAL, now=SOON) is None


@pytest.mark.need("R89")
def test_an_address_gets_it_signed_and_its_receipt_is_kept(cast: Cast, system: CouncilSystem) -> None:
    words = filed(cast)
    assert send_what_waits(SOON) == {"sent_back": 1, "not_sent_back": 0}
    row = row_of(words)
    with zipfile.ZipFile(io.BytesIO(system.kept[str(row.pk)])) as sent:
        assert sent.read("data/words.txt") == words.words.encode()
    assert row.receipt == system.receipts[str(row.pk)]
    assert not safe().exists(f"way-back/{row.pk}.zip")


@pytest.mark.parametrize(
    ("behave", "why"),
    [
        (council_system.answer_500, "The council's system answered 500."),
        (council_system.answer_elsewhere, "The council's system answered 307."),
        (council_system.hang, "The council's system did not answer in time."),
        (council_system.drip, "The council's system did not finish its answer."),
        (council_system.close_half_way, "The council's system could not be reached"),
        (council_system.wrong_receipt, "The receipt of the council's system is for something else."),
        (council_system.no_receipt, "The council's system gave no receipt that can be read."),
    ],
)
def test_a_system_that_misbehaves_gets_it_later_and_nothing_is_lost(cast: Cast, system: CouncilSystem, behave: Any, why: str) -> None:
    words, system.behave = filed(cast), behave
    assert send_what_waits(SOON) == {"sent_back": 0, "not_sent_back": 1}
    row = row_of(words)
    assert (row.state, row.attempts, row.try_after) == ("failing", 1, SOON + timedelta(minutes=5))
    assert row.last_error.startswith(why)
    system.behave = None
    assert send_what_waits(SOON + timedelta(minutes=6)) == {"sent_back": 1, "not_sent_back": 0}


def test_a_system_without_a_certificate_we_trust_or_without_a_key_gets_nothing(cast: Cast, system: CouncilSystem, settings: Any) -> None:
    words, settings.WRITE_BACK_CA = filed(cast), ""
    send_what_waits(SOON)
    assert row_of(words).last_error == "The certificate of the council's system is not one we can trust."
    settings.WRITE_BACK_KEY = ""
    send_what_waits(SOON + timedelta(days=1))
    assert row_of(words).last_error == "WRITE_BACK_KEY is not set, so nothing can be signed."
    assert system.asked == []


def test_a_system_that_is_away_is_waited_for_longer_each_time(cast: Cast, system: CouncilSystem) -> None:
    words = filed(cast)
    system.stop()
    now, waits = SOON, []
    for _time in range(9):
        send_what_waits(now)
        waits.append(row_of(words).try_after - now)
        now = row_of(words).try_after
    minutes = [int(wait.total_seconds() // 60) for wait in waits]
    assert minutes == [5, 10, 20, 40, 80, 160, 320, 360, 360]
    task = Task.objects.get(kind=TaskKind.WRITE_BACK_FAILED)
    assert [owed.what for owed in desk_of(cast.joan, now).asked + desk_of(cast.joan, now).overdue] != []
    assert not desk_of(cast.gwen, now).asked
    send_again(write_back=row_of(words), by=cast.joan, now=now)
    task.refresh_from_db()
    assert (task.done_by, row_of(words).try_after) == (cast.joan, now)


def test_a_system_that_is_away_is_asked_three_times_a_sweep_and_not_for_each_package(cast: Cast, system: CouncilSystem) -> None:
    for number in range(5):
        a_filed(cast, f"Words {number}")
    system.behave = council_system.answer_500
    assert send_what_waits(SOON) == {"sent_back": 0, "not_sent_back": 3}
    assert len(system.asked) == 3
    system.behave = None
    assert send_what_waits(SOON + timedelta(minutes=6)) == {"sent_back": 5, "not_sent_back": 0}


def test_a_folder_that_is_full_or_gone_leaves_nothing_half_written(cast: Cast, folder: Path) -> None:
    """A real limit on how large a file may become, in a process of its own."""
    words = filed(cast)
    row = row_of(words)
    with packed(WriteBack.objects.get(pk=row.pk)) as package:
        kept = folder.parent / "kept.zip"
        kept.write_bytes(package.file.read_bytes())
        said = in_a_small_room(kept, package.id, package.digest, folder)
    assert said == "The folder for the council's system cannot be written: File too large."
    assert list(folder.iterdir()) == []
    folder.rmdir()
    send_what_waits(SOON)
    assert row_of(words).last_error == "The folder for the council's system is not there."


def in_a_small_room(kept: Path, number: str, digest: str, folder: Path) -> str:
    """What delivering says where no file may have more than 4,000 bytes."""
    program = f"""
        import os, resource, signal
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        import django; django.setup()
        from datetime import datetime, UTC
        from pathlib import Path
        from moderation.way_back.places import NotDelivered, Package, deliver
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
        try:
            deliver(Package({number!r}, Path({str(kept)!r}), {digest!r}), to={folder.as_uri()!r}, now=datetime.now(UTC))
        except NotDelivered as error:
            os.write(1, str(error).encode())
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_a_package_cut_short_in_our_own_storage_is_made_again(cast: Cast, folder: Path) -> None:
    row = row_of(filed(cast))
    safe().save(f"way-back/{row.pk}.zip", ContentFile(b"PK\x03\x04 half a pack"))
    assert send_what_waits(SOON) == {"sent_back": 1, "not_sent_back": 0}
    assert len(whole_packages(folder)) == 1


def test_without_pango_the_words_wait_and_somebody_reads_what_to_install(cast: Cast, folder: Path) -> None:
    words = filed(cast)
    with mock.patch("files.pdf.MISSING", "A PDF cannot be made: install libpango-1.0-0."):
        assert send_what_waits(SOON) == {"sent_back": 0, "not_sent_back": 1}
    assert "libpango" in row_of(words).last_error
    assert send_what_waits(SOON + timedelta(hours=1)) == {"sent_back": 1, "not_sent_back": 0}


BAG = ("data/words.txt", "data/words.pdf", "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt")


@pytest.mark.parametrize("name", BAG)
def test_a_bag_with_one_byte_changed_anywhere_is_not_whole(cast: Cast, folder: Path, name: str) -> None:
    filed(cast)
    send_what_waits(SOON)
    [bag] = whole_packages(folder)
    content = bytearray((bag / name).read_bytes())
    for position in {0, len(content) // 2, len(content) - 1}:
        spoilt = bytearray(content)
        spoilt[position] ^= 0x20
        (bag / name).write_bytes(spoilt)
        with pytest.raises(BagBroken):
            check_bag(bag)
    (bag / name).write_bytes(content)
    check_bag(bag)


@pytest.mark.need("R89")
def test_a_worker_reads_where_the_words_are(cast: Cast, client: Client, folder: Path, settings: Any) -> None:
    words = filed(cast)
    address = reverse("moderation:reading", args=[words.pk])
    ben = sign_in(client, cast.ben)

    def page() -> str:
        with time_machine.travel(NOW, tick=False):
            return html.unescape(ben.get(address).content.decode())

    assert "On its way into the council's system." in page()
    with mock.patch("moderation.way_back.sending.deliver", side_effect=NotDelivered("The council's system answered 500.")):
        send_what_waits(NOW)
    assert "Not yet in the council's system. We try again at 10:05." in page()
    assert "The council's system answered 500." in page()
    with time_machine.travel(NOW, tick=False):
        assert ben.post(reverse("moderation:send_again", args=[words.pk])).status_code == 302
    send_what_waits(NOW)
    assert "In the council's system since 18 November 2026." in page()
    WriteBack.objects.filter(contribution=words).update(state="waiting", sent_at=None)
    settings.WRITE_BACK_URL = ""
    assert "this portal is not joined to the council's system yet. Nothing is lost" in page()


def a_filed(cast: Cast, words: str) -> Contribution:
    """These words, in the file."""
    sent = a_sent(cast.amara, words)
    file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    return Contribution.objects.get(pk=sent.pk)


@pytest.mark.need("R52", "R33")
def test_a_photo_leaves_as_it_came_with_its_caption_and_apart_from_it_what_a_worker_wrote(cast: Cast, folder: Path) -> None:
    sent = a_sent(cast.amara, "Look.")
    made = an_attachment(sent, caption="Me & B \u202e!", in_words="A dog.")
    made.descriptions.create(kind="alt", text="A dog at the sea.", by=cast.ben, by_name="Ben Hughes", by_role="social_worker", at=NOW)
    hidden = an_attachment(sent, content=b"\xff\xd8\xff another")
    file_it(sent, cast.ben)
    shut(file=hidden.file, by=cast.joan.who(NOW), now=NOW)
    send_what_waits(SOON)
    [bag] = whole_packages(folder)
    said = json.loads((bag / "data/package.json").read_text())
    Draft202012Validator(SCHEMA).validate(said)
    first, second = said["contribution"]["attachments"]
    assert (first["caption"], first["in_words"], first["described"][0]["text"]) == ("Me & B \u202e!", "A dog.", "A dog at the sea.")
    assert (bag / "data" / first["path"]).read_bytes() == ORIGINAL
    assert second["path"] is None
    assert all(b"another" not in path.read_bytes() for path in bag.rglob("*") if path.is_file())
