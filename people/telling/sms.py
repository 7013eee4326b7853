"""Text messages: the interface a council's own provider is put behind, and one that writes to the terminal.

    class OurTexts:
        def send(self, number: str, text: str) -> None:
            ...                                          # raise OSError when it could not be sent: it is tried again

`SMS_BACKEND=ours.OurTexts` names it. `number` is international: +447700900123.
"""

import sys
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class Texts(Protocol):
    """Sends one text message."""

    def send(self, number: str, text: str) -> None:
        """Send it, or raise OSError: then it is tried again."""


class ConsoleTexts:
    """Writes text messages to the terminal, for a newcomer and for tests."""

    def send(self, number: str, text: str) -> None:
        """Write it down."""
        sys.stdout.write(f"--- text message to {number}\n{text}\n---\n")
        sys.stdout.flush()


def texts() -> Texts:
    """What this installation sends text messages with. Raises ImproperlyConfigured through Django when the name is wrong."""
    found: Texts = import_string(settings.SMS_BACKEND)()
    return found
