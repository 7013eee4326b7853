"""The officer's pages of a pack that is gathered: how far it is, the list, bringing files in, arranging one thing."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from access_requests.actions.list_sources import list_sources
from access_requests.models import AccessRequest, Gathering, Item, Upload
from tests.cast import NOW, Cast, sign_in
from tests.factories import documents
from tests.factories.entries import an_entry
from tests.factories.papers import a_paper
from tests.requests.test_arranging import BUNDLE
from tests.requests.test_gathering import VISIT, asked, gather

__all__ = ["asked"]
FILE_PART = '--x\r\nContent-Disposition: form-data; name="papers"; filename="a.rtf"\r\n\r\n'
pytestmark = [pytest.mark.usefixtures("fresh_storages")]


@pytest.fixture
def officer(cast: Cast, asked: AccessRequest) -> Client:
    """Sana's browser; the places to search are listed."""
    list_sources(request=asked, by=cast.sana.who(NOW), now=NOW)
    return sign_in(Client(), cast.sana)


def text_of(client: Client, name: str, *args: object, query: str = "") -> str:
    """A page as it was answered."""
    page = client.get(reverse(f"access_requests:{name}", args=args) + query)
    assert page.status_code == 200
    return page.content.decode()


def test_the_list_shows_what_is_to_be_read_and_what_is_not(officer: Client, asked: AccessRequest, cast: Cast) -> None:
    for month in (1, 2):
        an_entry(cast.idris, "visit", date(2005, month, 3), text=f"{VISIT} {month}", facts={"title": f"Visit {month}"})
    an_entry(cast.idris, "note", date(2005, 2, 3), text=f"{VISIT} 2", facts={"title": "Twice"})
    an_entry(cast.idris, "note", None, text="A boat.", facts={"title": "Boat"}, written_on=None)
    gather(asked, cast)
    page = text_of(officer, "gathered", asked.pk)
    assert page.index("Visit 1") < page.index("3 Feb 2005") < page.index("Boat")
    assert "No date" in page
    assert "Boat" in text_of(officer, "gathered", asked.pk, query="?show=undated")
    copies = text_of(officer, "gathered", asked.pk, query="?show=copies")
    assert "100 of 100 alike" in copies
    assert "Boat" not in copies
    case = text_of(officer, "request", asked.pk)
    assert "Everything that was gathered" in case


def test_a_long_list_is_shown_sixty_at_a_time_with_few_questions(
    officer: Client, asked: AccessRequest, cast: Cast, django_assert_max_num_queries
) -> None:
    for number in range(70):
        day = date(2001, 1, 1) + timedelta(days=number)
        an_entry(cast.idris, "home", day, facts={"place": "U4"})
    gather(asked, cast)
    with django_assert_max_num_queries(60):
        page = text_of(officer, "gathered", asked.pk)
    assert page.count('class="gathered__title"') == 60
    assert "Page 1 of 2" in page


def test_progress_is_shown_and_looks_again_by_itself_only_when_asked_to(officer: Client, asked: AccessRequest) -> None:
    moment = {"asked_by_name": "Sana", "asked_at": NOW, "moved_at": NOW}
    Gathering.objects.create(request=asked, state="running", stage="official", done=40, total=200, **moment)
    address = reverse("access_requests:gathered", args=[asked.pk])
    page = officer.get(address)
    assert "The file in this portal: 40 of 200" in page.content.decode()
    assert "Refresh" not in page.headers
    assert officer.get(f"{address}?watch=1").headers["Refresh"] == "10"


@pytest.mark.need("R72")
def test_many_files_come_in_at_once_with_the_place_they_are_from(
    officer: Client, asked: AccessRequest, django_capture_on_commit_callbacks
) -> None:
    place = asked.searches.get(source="paper_store", name="")
    files = [
        SimpleUploadedFile("a.rtf", documents.rtf()),
        SimpleUploadedFile("b.exe", b"MZ\x90" + b"\0" * 9),
        SimpleUploadedFile("c.pdf", b""),
    ]
    address = reverse("access_requests:bring_in", args=[asked.pk])
    with django_capture_on_commit_callbacks(execute=True):
        page = officer.post(address, {"search": str(place.pk), "papers": files, "whole": "1"}, follow=True).content.decode()
    assert "One file is here, and is being read." in page
    assert "Not taken: b.exe, c.pdf." in page
    assert "Files of this kind cannot be read here." in page
    assert "The file is empty." in page
    item = Item.objects.get(upload__name="a.rtf")
    assert (item.source, Upload.objects.get(name="a.rtf").state) == ("paper_store", "taken")


def test_nothing_chosen_and_a_place_kept_apart_are_refused_with_a_sentence(officer: Client, asked: AccessRequest) -> None:
    address = reverse("access_requests:bring_in", args=[asked.pk])
    apart = asked.searches.get(source="adoption")
    page = officer.post(address, {"search": str(apart.pk), "papers": [], "whole": "1"})
    assert page.status_code == 422
    assert b"Choose at least one file." in page.content
    assert b"Choose a place" in page.content
    assert b"The adoption team" not in page.content
    assert not Upload.objects.exists()


def test_only_staff_may_send_something_large_and_nobody_something_too_large(officer: Client, asked: AccessRequest, cast: Cast) -> None:
    address = reverse("access_requests:bring_in", args=[asked.pk])
    large = {"CONTENT_LENGTH": str(settings.LARGEST_FORM + 1), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    too_large = large | {"CONTENT_LENGTH": "2000000000"}
    for client in (Client(), sign_in(Client(), cast.idris.user)):
        assert client.generic("POST", address, b"--x--", **large).status_code == 413
    page = officer.generic("POST", address, b"--x--", **too_large)
    assert page.status_code == 413
    assert b"That is too large" in page.content
    filled = FILE_PART.encode() + b" " * settings.LARGEST_FORM
    assert officer.generic("POST", address, filled, content_type=large["CONTENT_TYPE"]).status_code == 422
    assert not Upload.objects.exists()


def test_half_an_upload_is_not_kept_and_says_so(officer: Client, asked: AccessRequest) -> None:
    place = asked.searches.get(source="paper_store", name="")
    head = f'--x\r\nContent-Disposition: form-data; name="search"\r\n\r\n{place.pk}\r\n--x\r\n'
    head += 'Content-Disposition: form-data; name="papers"; filename="a.rtf"\r\n\r\n'
    half = head.encode() + documents.rtf()[:60]
    page = officer.generic(
        "POST", reverse("access_requests:bring_in", args=[asked.pk]), half, content_type="multipart/form-data; boundary=x"
    )
    assert page.status_code == 422
    assert b"The upload was cut off before its end." in page.content
    assert not Upload.objects.exists()


def test_one_thing_is_taken_apart_placed_set_aside_and_put_back_on_its_page(officer: Client, asked: AccessRequest, cast: Cast) -> None:
    a_paper(cast.idris, *BUNDLE, day=date(2001, 1, 1))
    gather(asked, cast)
    item = Item.objects.get(kind="document")
    page = text_of(officer, "thing", item.pk)
    assert "The headings of pages 3-4 name somebody else." in page
    assert item.fingerprint in page
    wrong = officer.post(reverse("access_requests:part_thing", args=[item.pk]), {"part-others": "3-99"})
    assert (wrong.status_code, b"There is no page 99. It has 5 pages." in wrong.content, b'value="3-99"' in wrong.content) == (
        422,
        True,
        True,
    )
    officer.post(reverse("access_requests:part_thing", args=[item.pk]), {"part-others": "3-4", "part-why": "Its heading says so."})
    assert "Its heading says so." in text_of(officer, "gathered", asked.pk, query="?show=aside")
    officer.post(reverse("access_requests:join_thing", args=[item.pk]))
    said = {"aside-reason": "not_asked_for", "aside-why": "Only the years from 2004."}
    officer.post(reverse("access_requests:set_thing_aside", args=[item.pk]), said)
    assert "Only the years from 2004." in text_of(officer, "thing", item.pk)
    officer.post(reverse("access_requests:take_thing_back", args=[item.pk]))
    item.refresh_from_db()
    assert item.set_aside == ""
