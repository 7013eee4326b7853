"""What is known of a file's safety."""

from enum import StrEnum


class ScanState(StrEnum):
    """Closed unless a scanner said it is clean: a scanner that is away or unsure leaves a file waiting."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"

    @property
    def label(self) -> str:
        """How a worker reads it."""
        return {"waiting": "waiting to be checked", "clean": "checked", "infected": "not safe to open"}[self.value]

    @property
    def is_an_answer(self) -> bool:
        """Whether a scanner can have said it."""
        return self is not ScanState.WAITING
