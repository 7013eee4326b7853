"""The three storages: sealed originals and safe copies have no address; only the help pages' files do.

On disk the private storages refuse to make an address at all. On S3 every address is signed and short-lived, and a
request without a signature is refused by the server. No page's text ever holds one: a view that has checked who is reading
answers with it, and only for a safe copy.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.deconstruct import deconstructible

SIGNED_SECONDS = 50


@deconstructible
class PrivateFileSystemStorage(FileSystemStorage):
    """Files only this installation's own user may read, with no address."""

    def __init__(self, location: str | Path) -> None:
        super().__init__(location=location, file_permissions_mode=0o600, directory_permissions_mode=0o700)

    def url(self, name: str | None) -> str:
        """Refused with ValueError: a record's bytes are handed out by a page that asks who is reading."""
        raise ValueError("A private file has no address. Hand it out from a view that checks who may see it.")


def sealed() -> Storage:
    """Where originals are kept, each under its hash."""
    return storages["sealed"]


def safe() -> Storage:
    """Where copies made safe to show are kept."""
    return storages["safe"]


def signed_address(name: str, content_type: str) -> str:
    """A short-lived address of a safe copy on S3, which the browser may keep nowhere; "" where we hand out the bytes ourselves."""
    storage: Any = safe()  # only S3's storage knows an address with more than a name
    if isinstance(storage, FileSystemStorage) or not settings.STORAGE_REACHED_BY_BROWSERS:
        return ""
    said = {"ResponseContentType": content_type, "ResponseContentDisposition": "inline", "ResponseCacheControl": "no-store"}
    return str(storage.url(name, parameters=said, expire=SIGNED_SECONDS))
