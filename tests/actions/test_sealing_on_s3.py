"""The same storages on a real S3 server: nothing is readable without a signature, and a signature soon ends."""

import time
import urllib.error
import urllib.request
from datetime import UTC, datetime

import pytest

from audit.who import THE_PORTAL
from config.settings import s3_storage
from files.actions.seal import seal
from files.models import File
from files.queries import broken_seals, read
from files.storages import safe, sealed

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_s3(settings, s3_server) -> None:
    aliases = {"default": "cms", "sealed": "sealed", "safe": "safe"}
    settings.STORAGES = {
        **settings.STORAGES,
        **{alias: s3_storage(s3_server.storage_url, folder) for alias, folder in aliases.items()},
    }


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code


def sealing(content: bytes) -> File:
    return seal(content=content, name="letter.pdf", by=THE_PORTAL, now=NOW)


def test_what_is_sealed_comes_back_byte_for_byte() -> None:
    file = sealing(b"%PDF-1.7 " + bytes(range(256)) * 10_000)
    assert read(file) == b"%PDF-1.7 " + bytes(range(256)) * 10_000
    assert sealing(read(file)) == file
    assert list(broken_seals()) == []


@pytest.mark.need("R61")
def test_without_a_signature_nothing_is_readable(s3_server) -> None:
    file = sealing(b"a private letter")
    signed = sealed().url(file.stored_as)
    assert status(signed) == 200
    assert status(signed.split("?")[0]) == 403
    assert status(signed[:-4] + "0000") == 403
    assert status(f"{s3_server.endpoint}/ownstory") == 403
    assert status(f"{s3_server.endpoint}/ownstory/?list-type=2") == 403


def test_an_address_ends_when_its_time_is_over() -> None:
    file = sealing(b"a letter for one second")
    short, long = sealed().url(file.stored_as, expire=1), sealed().url(file.stored_as, expire=60)
    time.sleep(2.1)
    assert status(short) == 403
    assert status(long) == 200


def test_an_address_for_one_storage_opens_no_other() -> None:
    file = sealing(b"only sealed")
    assert not safe().exists(file.stored_as)
    assert status(sealed().url(file.stored_as).replace("/sealed/", "/safe/")) == 403
