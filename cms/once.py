"""What came with the software is put in once: which of it was put in before, and how a row is known in every installation."""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5


def same_everywhere(key: str) -> UUID:
    """The translation key of a shipped row: the same in every installation, so that a later translation finds its original."""
    return uuid5(NAMESPACE_URL, f"ownstory/{key}")


class Shipped:
    """What has been put in before. `model` is ShippedContent, of today or of a migration."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.keys: set[str] = set(model.objects.values_list("key", flat=True))

    def is_new(self, key: str) -> bool:
        """Whether it was never put in here."""
        return key not in self.keys

    def remember(self, keys: list[str]) -> None:
        """Never put these in again, whatever an editor does to them."""
        new = [key for key in keys if key not in self.keys]
        self.model.objects.bulk_create([self.model(key=key) for key in new])
        self.keys.update(new)
