"""The life of a photo or recording: held, made ready, turned another way, sent; refused, or tried again when a worker was killed."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django_tasks_db.models import DBTaskResult

from audit.who import Who
from files.actions import make_copies as making_copies
from files.actions.ask_for_copies import ask_for_copies
from files.actions.change_recipe import change_recipe
from files.actions.clear_held import clear_held
from files.actions.hold import hold
from files.actions.make_copies import MOST_TRIES, make_copies
from files.actions.seal_held import seal_held
from files.actions.throw_away_held import throw_away_held
from files.jobs import look_after_media
from files.media import NotTaken
from files.media.refusals import REFUSALS, WAITS_FOR_SCANNER, NotNow
from files.models import File, Held, Making, SafeCopy
from files.queries import SOUND_STALLED, STALLED, left_behind, making_of, read, read_held, safe_copy
from files.storages import safe, sealed
from tests.factories import media
from tests.services.clamav import eicar
from tests.services.loopback import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages")]
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
AMARA, BIRUK = Who("Amara", "young_person", None), Who("Biruk", "young_person", None)
State = Making.State
BLUR = {"blur": [[0, 0, 5000, 5000]]}


def a_making(content: bytes = b"", recipe: dict | None = None) -> Making:
    """A photo that was held, and whose copies were asked for."""
    held = hold(content=content or media.jpeg(), name="IMG_0001.jpg", by=AMARA, now=NOW)
    return ask_for_copies(held=held, recipe=recipe or {}, by=AMARA, now=NOW)


def a_ready(content: bytes = b"", recipe: dict | None = None) -> Making:
    """The same, made ready."""
    making = make_copies(making=a_making(content, recipe), by=AMARA, now=NOW)
    assert making.state == State.READY, making.reason
    return making


def stored(storage, folder: str = "") -> list[str]:
    """Everything under a folder of a storage."""
    if not storage.exists(folder or "."):
        return []
    folders, names = storage.listdir(folder)
    below = [name for one in folders for name in stored(storage, f"{folder}/{one}".lstrip("/"))]
    return sorted([f"{folder}/{name}".lstrip("/") for name in names] + below)


@pytest.mark.need("R32")
def test_a_photo_is_held_made_ready_and_sealed_as_it_arrived(django_capture_on_commit_callbacks) -> None:
    content = media.jpeg_with_thumbnail()
    with django_capture_on_commit_callbacks(execute=True):
        making = a_making(content)  # the job is done at once in tests
    making.refresh_from_db()
    assert making.state == State.READY
    assert {copy.form for copy in making.copies.all()} == {"photo", "small"}
    assert read_held(making.held) == content
    with django_capture_on_commit_callbacks(execute=True):
        file = seal_held(making=making, by=AMARA, now=NOW)
    assert read(file) == content
    assert stored(sealed()) == [file.stored_as]
    assert not Held.objects.exists()
    assert making_of(file, {}) == making
    assert safe_copy(Making.objects.get(), "photo").parent_sha256 == file.sha256 == hashlib.sha256(content).hexdigest()
    assert seal_held(making=making, by=AMARA, now=NOW) == file


def test_each_copy_says_what_it_was_made_from_and_with(django_capture_on_commit_callbacks) -> None:
    for copy in a_ready(media.sound("m4a", 0.4)).copies.all():
        with safe().open(copy.stored_as) as there:
            content = there.read()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (copy.size, copy.sha256)
        assert copy.parent_sha256 == hashlib.sha256(media.sound("m4a", 0.4)).hexdigest()
        assert "ffmpeg" in copy.tool


def test_another_recipe_throws_away_what_was_made(django_capture_on_commit_callbacks) -> None:
    making = a_ready()
    before = stored(safe())
    with django_capture_on_commit_callbacks() as later:
        change_recipe(making=making, recipe=BLUR, by=AMARA, now=NOW)
    making.refresh_from_db()
    assert (making.state, making.recipe) == (State.WAITING, BLUR)
    assert safe_copy(making, "photo") is None
    later[0]()
    assert stored(safe()) == []
    assert make_copies(making=making, by=AMARA, now=NOW).state == State.READY
    assert set(stored(safe())) & set(before) == set()
    assert change_recipe(making=making, recipe=BLUR, by=AMARA, now=NOW).state == State.READY


def test_what_was_sent_is_changed_and_thrown_away_no_more() -> None:
    making = a_ready()
    seal_held(making=making, by=AMARA, now=NOW)
    for late in (
        lambda: change_recipe(making=making, recipe=BLUR, by=AMARA, now=NOW),
        lambda: throw_away_held(making=making, by=AMARA, now=NOW),
    ):
        with pytest.raises(NotTaken) as refusal:
            late()
        assert refusal.value.code == "sent_already"


def test_what_is_thrown_away_leaves_no_trace(django_capture_on_commit_callbacks) -> None:
    making = a_ready()
    with django_capture_on_commit_callbacks(execute=True):
        throw_away_held(making=making, by=AMARA, now=NOW)
    assert stored(safe()) == stored(sealed()) == []
    assert [model.objects.count() for model in (Held, Making, SafeCopy, File)] == [0, 0, 0, 0]


@pytest.mark.parametrize(("content", "code"), [(b"", "empty"), (b"MZ\x90\0" * 9, "not_taken"), (b"%PDF-1.7\n", "paper")])
def test_what_is_not_taken_leaves_nothing_behind(content, code) -> None:
    with pytest.raises(NotTaken) as refusal:
        hold(content=content, name="photo.jpg", by=AMARA, now=NOW)
    assert (refusal.value.code, refusal.value.sentence) == (code, REFUSALS[code])
    assert stored(sealed()) == []


@pytest.mark.parametrize(
    ("limit", "most", "code"),
    [("kinds.MOST_PHOTO_BYTES", 100, "photo_too_large"), ("kinds.MOST_PIXELS", 100, "too_many_pixels")],
)
def test_too_large_is_said_before_anything_is_decoded(limit, most, code) -> None:
    with mock.patch(f"files.media.{limit}", most), pytest.raises(NotTaken) as refusal:
        hold(content=media.jpeg(), name="photo.jpg", by=AMARA, now=NOW)
    assert refusal.value.code == code


@pytest.mark.parametrize(("limit", "most"), [("MOST_HELD", 2), ("MOST_HELD_BYTES", len(media.jpeg()) * 5 // 2)])
def test_one_person_holds_so_much_and_no_more_until_it_is_sent(limit, most) -> None:
    with mock.patch(f"files.actions.hold.{limit}", most):
        first = a_making()
        a_making()
        with pytest.raises(NotTaken) as refusal:
            a_making()
        assert refusal.value.code == "too_much"
        seal_held(making=first, by=AMARA, now=NOW)
        a_making()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "a\u202egpj.exe", "x" * 300 + ".jpg", "\N{GRINNING FACE}.heic", "C:\\a\\b.png", ""]
)
def test_no_name_leads_anywhere(name) -> None:
    held = hold(content=media.jpeg(), name=name, by=AMARA, now=NOW)
    assert len(held.original_name) <= 255
    assert not set(held.original_name) & set("/\\\u202e")
    assert stored(sealed()) == [f"held/{held.pk}"]


def test_the_same_photo_twice_is_one_original() -> None:
    first, second = a_ready(), a_ready()
    assert seal_held(making=first, by=AMARA, now=NOW) == seal_held(making=second, by=AMARA, now=NOW)


def test_a_broken_picture_is_refused_in_a_sentence_and_not_sealed() -> None:
    making = make_copies(making=a_making(media.jpeg()[:300]), by=AMARA, now=NOW)
    assert (making.state, making.reason) == (State.REFUSED, REFUSALS["broken_photo"])
    with pytest.raises(NotTaken) as refusal:
        seal_held(making=making, by=AMARA, now=NOW)
    assert refusal.value.code == "broken_photo"
    assert stored(safe()) == []


def test_the_scanner_finds_what_hides_behind_a_photo(settings, clamav_server) -> None:
    settings.SCANNER_URL = clamav_server.scanner_url
    making = make_copies(making=a_making(media.jpeg() + eicar()), by=AMARA, now=NOW)
    assert (making.state, making.reason) == (State.REFUSED, REFUSALS["infected"])
    assert make_copies(making=a_making(), by=AMARA, now=NOW).state == State.READY


def test_a_scanner_that_is_away_is_waited_for(settings, clamav_server) -> None:
    making = a_making()
    settings.SCANNER_URL = f"clamd://127.0.0.1:{free_port()}"
    for _ in range(MOST_TRIES + 2):
        making = make_copies(making=making, by=AMARA, now=NOW)
        assert (making.state, making.reason) == (State.WAITING, WAITS_FOR_SCANNER)
    assert stored(safe()) == []
    settings.SCANNER_URL = clamav_server.scanner_url
    assert make_copies(making=making, by=AMARA, now=NOW).state == State.READY


def test_a_sealed_photo_is_scanned_once_for_all_its_copies(settings, clamav_server) -> None:
    making = a_ready()
    file = seal_held(making=making, by=AMARA, now=NOW)
    settings.SCANNER_URL = clamav_server.scanner_url
    for _ in range(2):
        asked = ask_for_copies(file=file, recipe=BLUR, by=BIRUK, now=NOW)
        assert make_copies(making=asked, by=BIRUK, now=NOW).state == State.READY
    assert file.scans.count() == 1
    assert making_of(file, BLUR).recipe == BLUR


def test_a_worker_that_is_killed_is_followed_by_another_three_times_at_most() -> None:
    making, now = a_making(), NOW
    for _ in range(MOST_TRIES):
        with mock.patch.object(making_copies, "make", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
            make_copies(making=making, by=AMARA, now=now)
        assert make_copies(making=making, by=AMARA, now=now).state == State.WORKING  # it may be alive still
        now += STALLED + timedelta(seconds=1)
    making = make_copies(making=making, by=AMARA, now=now)
    assert (making.state, making.reason) == (State.REFUSED, REFUSALS["stopped"])


def test_a_recording_is_given_more_time_than_a_photo() -> None:
    photo, recording = a_making(), a_making(media.sound("wav", 0.4))
    Making.objects.update(state=State.WORKING, started_at=NOW, tries=1)
    soon, late = NOW + STALLED + timedelta(seconds=1), NOW + SOUND_STALLED + timedelta(seconds=1)
    assert [list(left_behind(at)) for at in (NOW + STALLED, soon)] == [[], [photo]]
    assert make_copies(making=recording, by=AMARA, now=soon).state == State.WORKING
    assert set(left_behind(late)) == {photo, recording}
    assert make_copies(making=recording, by=AMARA, now=late).state == State.READY


def test_the_sweep_takes_up_what_a_killed_worker_left(background_jobs: Callable[[], None]) -> None:
    making = a_making()
    DBTaskResult.objects.all().delete()  # the job went with the worker
    Making.objects.update(state=State.WORKING, started_at=NOW, tries=1)
    assert look_after_media(NOW + STALLED)["copies_asked_for"] == 0
    later = NOW + STALLED + timedelta(seconds=1)
    assert look_after_media(later)["copies_asked_for"] == 1
    assert look_after_media(later)["copies_asked_for"] == 0  # it waits in the queue already
    background_jobs()
    making.refresh_from_db()
    assert making.state == State.READY


def test_a_mind_that_is_changed_meanwhile_wins() -> None:
    making = a_making()

    def slow(*_arguments: object):
        change_recipe(making=making, recipe=BLUR, by=AMARA, now=NOW)
        return made

    made = making_copies.make(media.jpeg(), "image/jpeg", {})
    with mock.patch.object(making_copies, "make", slow):
        found = make_copies(making=making, by=AMARA, now=NOW)
    assert (found.state, found.recipe, found.copies.count()) == (State.WAITING, BLUR, 0)


def test_what_is_sent_while_it_is_made_is_made_all_the_same(django_capture_on_commit_callbacks) -> None:
    making = a_making()

    def gone(*_arguments: object):
        with django_capture_on_commit_callbacks(execute=True):
            seal_held(making=making, by=AMARA, now=NOW)
        return read_held(Held(pk=making.held_id, sha256="0" * 64))

    with mock.patch.object(making_copies, "read_held", gone):
        assert make_copies(making=making, by=AMARA, now=NOW).state == State.READY


def test_uploads_that_were_never_finished_are_cleared_away_and_drafts_are_not() -> None:
    kept = a_making().held
    hold(content=media.jpeg(), name="", by=AMARA, now=NOW)
    Held.objects.filter(making=None).update(at=NOW)
    assert clear_held(by=AMARA, now=NOW) == 0
    assert clear_held(by=AMARA, now=datetime.now(UTC) + timedelta(days=2)) == 2  # the row, and the bytes it has left
    assert stored(sealed()) == [kept.stored_as]


def test_a_missing_program_is_nobodys_fault() -> None:
    making = a_making()
    with mock.patch.object(making_copies, "make", side_effect=NotNow("Later.")):
        found = make_copies(making=making, by=AMARA, now=NOW)
    assert (found.state, found.reason, found.tries) == (State.WAITING, "Later.", 0)
