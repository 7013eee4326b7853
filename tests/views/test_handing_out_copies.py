"""Handing out a safe copy: from disk the bytes or a part of them, from S3 an address that is signed, short-lived and in no page's text."""

import re
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.http import Http404
from django.test import RequestFactory

from audit.who import THE_PORTAL
from config.settings import s3_server as s3_address
from config.settings import s3_storage
from files.actions.ask_for_copies import ask_for_copies
from files.actions.clear_held import clear_held
from files.actions.hold import hold
from files.actions.make_copies import make_copies
from files.actions.seal_held import seal_held
from files.actions.shut import shut
from files.handing_out import hand_out_copy
from files.models import Making, SafeCopy
from files.queries import safe_copy
from files.storages import safe, sealed
from tests.factories import media

pytestmark = [pytest.mark.django_db, pytest.mark.need("R61")]
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.fixture
def on_s3(settings, s3_server) -> str:
    """The private storages on a real S3 server. Returns where it answers."""
    folders = {"sealed": "sealed", "safe": "safe"}
    on = {alias: s3_storage(s3_server.storage_url, folder) for alias, folder in folders.items()}
    settings.STORAGES = {**settings.STORAGES, **on}
    return s3_server.endpoint


def a_copy(content: bytes, form: str) -> SafeCopy:
    held = hold(content=content, name="", by=THE_PORTAL, now=NOW)
    making = make_copies(making=ask_for_copies(held=held, recipe={}, by=THE_PORTAL, now=NOW), by=THE_PORTAL, now=NOW)
    copy = safe_copy(making, form)
    assert copy is not None, making.reason
    return copy


def ask(copy: SafeCopy, **headers: str):
    return hand_out_copy(RequestFactory().get("/", headers=headers), copy)


def bytes_of(copy: SafeCopy) -> bytes:
    with safe().open(copy.stored_as) as stored:
        return stored.read()


def fetch(address: str, **headers: str):
    """(status, headers, bytes) of an address on the S3 server."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, b""


@pytest.mark.usefixtures("fresh_storages")
@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("", 200, slice(None)),
        ("bytes=0-99", 206, slice(0, 100)),
        ("bytes=100-", 206, slice(100, None)),
        ("bytes=-50", 206, slice(-50, None)),
        ("bytes=99999999-", 416, slice(0, 0)),
        ("lines=1-2", 200, slice(None)),
    ],
)
def test_a_recording_is_handed_out_in_parts_and_guessed_at_by_nobody(asked, status, part) -> None:
    copy = a_copy(media.sound("wav", 0.4), "opus")
    answer = ask(copy, **({"Range": asked} if asked else {}))
    assert (answer.status_code, answer.content) == (status, bytes_of(copy)[part])
    assert answer["Content-Type"] == "audio/ogg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == "inline"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.usefixtures("fresh_storages")
def test_what_may_not_be_shown_any_more_is_not_there() -> None:
    copy = a_copy(media.jpeg(), "photo")
    file = seal_held(making=copy.making, by=THE_PORTAL, now=NOW)
    copy = SafeCopy.objects.select_related("making").get(pk=copy.pk)
    assert ask(copy).status_code == 200
    shut(file=file, by=THE_PORTAL, now=NOW)
    with pytest.raises(Http404):  # even for somebody who held it in their hands
        ask(copy)


@pytest.mark.usefixtures("fresh_storages")
@pytest.mark.parametrize("gone", ["bytes", "state"])
def test_what_is_gone_is_said_to_be_gone(gone) -> None:
    copy = a_copy(media.jpeg(), "photo")
    if gone == "bytes":
        safe().delete(copy.stored_as)
    else:
        copy.making.state = Making.State.WAITING
    with pytest.raises(Http404):
        ask(copy)


def test_on_s3_the_answer_leads_to_an_address_for_this_reader_alone(on_s3) -> None:
    copy = a_copy(media.told_everything("JPEG"), "photo")
    answer = ask(copy)
    assert (answer.status_code, answer.content) == (302, b"")
    address = answer["Location"]
    assert address.startswith(f"{on_s3}/ownstory/safe/made/")
    status, headers, content = fetch(address)
    assert (status, content) == (200, bytes_of(copy))
    assert headers["Content-Type"] == "image/jpeg"
    assert "response-cache-control=no-store&" in address  # this server does not repeat it; others do
    assert "response-content-disposition=inline&" in address
    assert fetch(address, Range="bytes=10-19")[::2] == (206, bytes_of(copy)[10:20])
    assert fetch(address.split("?")[0])[0] == 403
    assert fetch(re.sub("made/[^/]+", "made/00000000-0000-0000-0000-000000000000", address))[0] == 403
    assert fetch(address.replace("/safe/", "/sealed/"))[0] == 403


def test_the_address_ends_when_its_time_is_over(on_s3) -> None:
    copy = a_copy(media.jpeg(), "small")
    with mock.patch("files.storages.SIGNED_SECONDS", 1):
        address = ask(copy)["Location"]
    time.sleep(2.1)
    assert fetch(address)[0] == 403


def test_where_browsers_do_not_reach_the_server_we_hand_out_the_bytes(on_s3, settings) -> None:
    settings.STORAGE_REACHED_BY_BROWSERS = False
    copy = a_copy(media.jpeg(), "small")
    answer = ask(copy, Range="bytes=0-9")
    assert (answer.status_code, answer.content) == (206, bytes_of(copy)[:10])


def test_bytes_nobody_holds_are_cleared_away_on_s3_too(on_s3) -> None:
    kept, gone = (hold(content=media.jpeg(), name="", by=THE_PORTAL, now=NOW) for _ in range(2))
    ask_for_copies(held=kept, recipe={}, by=THE_PORTAL, now=NOW)
    later = datetime.now(UTC) + timedelta(days=2)
    assert clear_held(by=THE_PORTAL, now=later) >= 2  # its row, what it left, and what other tests left on this server
    assert (sealed().exists(kept.stored_as), sealed().exists(gone.stored_as)) == (True, False)


def test_the_page_may_fetch_from_that_server_and_its_keys_are_said_nowhere(on_s3, s3_server) -> None:
    assert s3_address(s3_server.storage_url) == on_s3


def test_shutting_deletes_every_copy_on_s3_too(on_s3, django_capture_on_commit_callbacks) -> None:
    copy = a_copy(media.jpeg(), "photo")
    address = ask(copy)["Location"]
    file = seal_held(making=copy.making, by=THE_PORTAL, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        shut(file=file, by=THE_PORTAL, now=NOW)
    assert fetch(address)[0] == 404
