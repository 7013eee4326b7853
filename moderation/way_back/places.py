"""Where packages go: a folder the council's system looks into, or an address it answers at. Each hands back a receipt.

    deliver(package, to="file:///srv/way-back")   ->   Receipt(id, received_at, sha256)

Both are safe to repeat: the same package again is the same receipt. docs/reference/write-back.md is written for whoever
builds the other side.
"""

import hashlib
import hmac
import json
import shutil
import time
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import requests
from django.conf import settings

from files.bags import DATA, BagBroken, check_bag, file_digest, whole_or_nothing

MOST_ANSWER_BYTES = 65_536
CONNECT_SECONDS = 5.0


class NotDelivered(Exception):
    """The package did not arrive, or nobody can be sure that it did. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class Package:
    """A bag in one file, ready to leave. `digest`: of its tag manifest."""

    id: str
    file: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the other side says of a package. `sha256`: of the tag manifest (a folder) or of the bytes sent (an address)."""

    id: str
    received_at: str
    sha256: str


def is_set_up() -> bool:
    """Whether this installation was told where packages go."""
    return bool(settings.WRITE_BACK_URL)


def deliver(package: Package, *, to: str, now: datetime) -> Receipt:
    """Take the package where `to` says. Raises NotDelivered with a sentence for the desk, never with words of a record."""
    where = urlsplit(to)
    if where.scheme == "file" and not where.netloc:
        return _to_folder(package, Path(unquote(where.path)), now)
    if where.scheme == "https":
        return _to_address(package, to.rstrip("/"), now)
    raise NotDelivered("WRITE_BACK_URL is neither file:///folder nor https://address.")


# --- A folder -----------------------------------------------------------------------------------------------


def _to_folder(package: Package, folder: Path, now: datetime) -> Receipt:
    target = folder / package.id
    try:
        if not folder.is_dir():
            raise NotDelivered("The folder for the council's system is not there.")
        if not target.exists():
            with whole_or_nothing(target) as draft:
                _unpack(package.file, draft)
                _check_same(check_bag(draft), package)
        found = check_bag(target)
    except BagBroken as broken:
        raise NotDelivered(f"The package in the folder is not whole ({broken.name}). Take it away, and we write it again.") from broken
    except OSError as error:
        raise NotDelivered(f"The folder for the council's system cannot be written: {error.strerror or 'it is full'}.") from error
    _check_same(found, package)
    return Receipt(package.id, now.isoformat(), found)


def _unpack(packed: Path, draft: Path) -> None:
    shutil.rmtree(draft / DATA)
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(draft)


def _check_same(found: str, package: Package) -> None:
    if found != package.digest:
        raise NotDelivered("Another package with this number is in the folder. Take it away, and we write it again.")


# --- An address ---------------------------------------------------------------------------------------------


def signature(*, method: str, path: str, date: str, sha256: str, key: str) -> str:
    """HMAC-SHA256 over the four lines that say what is asked, of whom, when, and of which bytes; in hexadecimal."""
    said = "\n".join((method, path, date, sha256)) + "\n"
    return hmac.new(key.encode(), said.encode(), hashlib.sha256).hexdigest()


def _to_address(package: Package, url: str, now: datetime) -> Receipt:
    if not settings.WRITE_BACK_KEY:
        raise NotDelivered("WRITE_BACK_KEY is not set, so nothing can be signed.")
    address, sent = f"{url}/{package.id}", file_digest(package.file)
    date = format_datetime(now.astimezone(UTC), usegmt=True)
    signed = signature(method="PUT", path=urlsplit(address).path, date=date, sha256=sent, key=settings.WRITE_BACK_KEY)
    headers = {
        "Content-Type": "application/zip",
        "Date": date,
        "Ownstory-SHA256": sent,
        "Ownstory-Signature": signed,
    }
    try:
        answer = _ask(address, package.file, headers)
    except requests.exceptions.SSLError:
        raise NotDelivered("The certificate of the council's system is not one we can trust.") from None
    except requests.exceptions.Timeout:
        raise NotDelivered("The council's system did not answer in time.") from None
    except requests.exceptions.RequestException as error:
        raise NotDelivered(f"The council's system could not be reached ({type(error).__name__}).") from None
    return _receipt(answer, package, sent)


def _ask(address: str, body: Path, headers: dict[str, str]) -> bytes:
    """The answer's body. No redirect is followed, nothing of the surroundings changes who is asked."""
    with requests.Session() as session, body.open("rb") as opened:
        session.trust_env = False  # a proxy or a .netrc of the machine must not see or change what is signed
        seconds = (CONNECT_SECONDS, settings.WRITE_BACK_SECONDS)
        trusted = settings.WRITE_BACK_CA or True
        with session.put(
            address, data=opened, headers=headers, timeout=seconds, verify=trusted, allow_redirects=False, stream=True
        ) as answer:
            if answer.status_code not in (200, 201):
                raise NotDelivered(f"The council's system answered {answer.status_code}.")
            said, until = b"", time.monotonic() + settings.WRITE_BACK_SECONDS
            for piece in answer.iter_content(1):  # so that one that drips is noticed
                said += piece
                if len(said) > MOST_ANSWER_BYTES or time.monotonic() > until:
                    raise NotDelivered("The council's system did not finish its answer.")
            return said


def _receipt(answer: bytes, package: Package, sent: str) -> Receipt:
    try:
        said: Any = json.loads(answer)
        receipt = Receipt(str(said["id"]), str(said["received_at"]), str(said["sha256"]))
        datetime.fromisoformat(receipt.received_at)
    except (ValueError, KeyError, TypeError):
        raise NotDelivered("The council's system gave no receipt that can be read.") from None
    if receipt.id != package.id or receipt.sha256 != sent:
        raise NotDelivered("The receipt of the council's system is for something else.")
    return receipt
