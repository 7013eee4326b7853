"""The three storages: sealed originals and safe copies have no address; only the help pages' files do.

On disk the private storages refuse to make an address at all. On S3 every address is signed and short-lived, and a
request without a signature is refused by the server; the pages hand out bytes themselves and never such an address.
"""

from pathlib import Path

from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.deconstruct import deconstructible


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
