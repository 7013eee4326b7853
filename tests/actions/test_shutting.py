"""An original that was shut by law (law.md 5.1): every copy goes, and nothing opens, reads, scans, copies or takes it in again."""

from datetime import UTC, datetime
from unittest import mock

import pytest
from django.core.files.base import ContentFile

from audit.who import THE_PORTAL
from files.actions import make_copies as making_copies
from files.actions.ask_for_copies import ask_for_copies
from files.actions.change_recipe import change_recipe
from files.actions.hold import hold
from files.actions.make_copies import make_copies
from files.actions.read_again import read_again
from files.actions.read_file import read_file
from files.actions.scan import scan
from files.actions.seal import seal
from files.actions.seal_held import seal_held
from files.actions.shut import shut
from files.actions.take_document import take_document
from files.jobs import look_after_media
from files.media import NotTaken
from files.models import File, FilePage, FileReading, Held, Making, SafeCopy, SealedShut
from files.queries import SHUT, ShutError, broken_seals, making_of, read, safe_copy
from files.reading.outside import Looked
from files.safe_copies import names_of_pages, picture_name, put, small_name
from files.storages import safe, sealed
from moderation.actions.report_image import report_image
from moderation.models import WriteBack
from official_file.models import LifeBook, LifeBookPage
from official_file.papers import may_be_handed_out, may_be_shown, page_of, pages_of
from tests.cast import Cast
from tests.factories import media
from tests.factories.contributions import a_sent as sent_words
from tests.factories.filed_media import a_filed_photo, an_attachment

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("fresh_storages")]
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
State = Making.State


def a_held(content: bytes) -> Making:
    held = hold(content=content, name="", by=THE_PORTAL, now=NOW)
    return ask_for_copies(held=held, recipe={}, by=THE_PORTAL, now=NOW)


def a_sent(content: bytes) -> File:
    """A photo that was sent and made ready, and that was read as a document as well."""
    file = seal_held(making=make_copies(making=a_held(content), by=THE_PORTAL, now=NOW), by=THE_PORTAL, now=NOW)
    take_document(file=file, looked=Looked(pages=1), by=THE_PORTAL, now=NOW)
    FileReading.objects.update(state=FileReading.State.READ)
    FilePage.objects.create(file=file, number=1, text="words", picture=picture_name(file, 1))
    for name in (picture_name(file, 1), small_name(file, 1)):
        put(name, ContentFile(b"\xff\xd8"))
    return file


def test_every_copy_goes_and_the_sealed_bytes_stay(django_capture_on_commit_callbacks) -> None:
    content = media.jpeg()
    file = a_sent(content)
    names = [*SafeCopy.objects.values_list("stored_as", flat=True), *names_of_pages(file)[:2]]
    assert all(map(safe().exists, names))
    with django_capture_on_commit_callbacks(execute=True):
        shut(file=file, by=THE_PORTAL, now=NOW)
    assert not any(map(safe().exists, names))
    assert [model.objects.count() for model in (SafeCopy, FilePage)] == [0, 0]
    assert list(broken_seals()) == []  # the evidence is still what it was
    assert shut(file=file, by=THE_PORTAL, now=NOW).at == NOW
    assert SealedShut.objects.count() == 1


def test_nobody_opens_its_bytes_again(settings) -> None:
    file = a_sent(media.jpeg())
    making = Making.objects.get()
    shut(file=file, by=THE_PORTAL, now=NOW)
    settings.SCANNER_URL = "clamd://127.0.0.1:1"
    file = File.objects.get()
    with mock.patch.object(type(sealed()), "open", side_effect=AssertionError("its bytes were opened")):
        with pytest.raises(ShutError):
            read(file)
        scan(file=file, by=THE_PORTAL, now=NOW)
        read_file(file=file, by=THE_PORTAL, now=NOW)
        assert not read_again(file=file, by=THE_PORTAL, now=NOW)
        assert make_copies(making=making, by=THE_PORTAL, now=NOW).state == State.CLOSED
        assert look_after_media(NOW)["copies_asked_for"] == 0
        with pytest.raises(ShutError):
            ask_for_copies(file=file, recipe={"turn": 90}, by=THE_PORTAL, now=NOW)
    assert (may_be_shown(file), may_be_handed_out(file)) == (False, False)
    assert (pages_of(file), page_of(file, 1)) == ([], None)
    assert safe_copy(making_of(file, {}), "photo") is None
    assert FileReading.objects.get().reason == SHUT


def test_the_same_picture_in_another_draft_is_shut_with_it_and_is_not_taken_again() -> None:
    content = media.jpeg()
    file = a_sent(content)
    draft = make_copies(making=a_held(content), by=THE_PORTAL, now=NOW)
    shut(file=file, by=THE_PORTAL, now=NOW)
    draft.refresh_from_db()
    assert (draft.state, safe_copy(draft, "photo")) == (State.CLOSED, None)
    for again in (
        lambda: hold(content=content, name="", by=THE_PORTAL, now=NOW),
        lambda: change_recipe(making=draft, recipe={"turn": 90}, by=THE_PORTAL, now=NOW),
    ):
        with pytest.raises(NotTaken) as refusal:
            again()
        assert refusal.value.code == "shut"
    assert seal_held(making=draft, by=THE_PORTAL, now=NOW) == file
    assert Held.objects.count() == 0


def test_what_is_being_made_while_it_is_shut_is_thrown_away(django_capture_on_commit_callbacks) -> None:
    making = a_held(media.jpeg())
    file = seal_held(making=making, by=THE_PORTAL, now=NOW)
    made = making_copies.make(media.jpeg(), "image/jpeg", {})

    def slow(*_arguments: object):
        shut(file=file, by=THE_PORTAL, now=NOW)
        return made

    with mock.patch.object(making_copies, "make", slow), django_capture_on_commit_callbacks(execute=True):
        assert make_copies(making=making, by=THE_PORTAL, now=NOW).state == State.CLOSED
    assert SafeCopy.objects.count() == 0
    assert not safe().exists(f"made/{making.pk}")


def test_as_a_document_from_the_councils_system_it_stays_closed() -> None:
    content = media.jpeg()
    shut(file=seal(content=content, name="", by=THE_PORTAL, now=NOW), by=THE_PORTAL, now=NOW)
    file = seal(content=content, name="scan.jpg", by=THE_PORTAL, now=NOW)
    reading = take_document(file=file, looked=Looked(pages=1), by=THE_PORTAL, now=NOW)
    assert (reading.state, reading.reason) == (FileReading.State.QUARANTINED, SHUT)


def test_a_report_takes_books_and_kept_packages_along_wherever_the_same_bytes_stand(cast: Cast, django_capture_on_commit_callbacks) -> None:
    entry = a_filed_photo(cast.amara, cast.ben)
    pdf = seal(content=b"%PDF-1.7 with the picture in it", name="book.pdf", by=THE_PORTAL, now=NOW)
    ready = {"state": LifeBook.State.READY, "file": pdf, "started_at": NOW, "made_at": NOW}
    book = LifeBook.objects.create(child=cast.amara, title="Mine", made_by=cast.amara.user, **ready)
    LifeBookPage.objects.create(book=book, entry=entry, position=1, printed=True)
    due = {"made_at": NOW, "try_after": NOW}
    write_back, _made = WriteBack.objects.get_or_create(contribution=entry.contribution, defaults=due)
    package = f"way-back/{write_back.pk}.zip"
    put(package, ContentFile(b"PK"))
    with django_capture_on_commit_callbacks(execute=True):
        report_image(attachment=an_attachment(sent_words(cast.amara)), by=cast.ben, now=NOW)
    book.refresh_from_db()
    assert (book.state, book.file) == (LifeBook.State.CHOOSING, None)
    assert not sealed().exists(pdf.stored_as)
    assert not safe().exists(package)
