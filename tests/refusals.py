"""How tests say that a rule says no: by its code, with a sentence for people."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from people.errors import NotAllowed


@contextmanager
def refused(code: str) -> Iterator[None]:
    """What stands inside is refused with this code, and with a sentence that ends like one."""
    with pytest.raises(NotAllowed) as refusal:
        yield
    assert refusal.value.code == code
    assert refusal.value.sentence.endswith(".")
