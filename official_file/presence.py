"""Whether the council's system still holds what an entry says.

When its last source is gone, the entry is closed to its subject until a worker has looked. What was closed by a decision stays
so. When a source comes back before anybody looked, the entry stands again as it stood; a decision made meanwhile stays.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from official_file.models import EntryNow, Sharing, SourceChange
from official_file.models.now import State

CLOSED_BY_DECISION = (State.WITHHELD, State.HELD, State.NOT_MINE)


@dataclass(slots=True)
class Presence:
    """One entry's sources, as one change after another is applied. `by_rule`: whether it leaves no trace until it is opened."""

    sources: frozenset[UUID]
    by_rule: bool
    _vanished: set[UUID] = field(default_factory=set)
    _before: tuple[str, datetime | None, bool] | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it had sources, and none of them is left."""
        return bool(self.sources) and self.sources <= self._vanished

    def change(self, now: EntryNow, found: SourceChange) -> None:
        """Let what one run found change how the entry stands."""
        was_gone = self.is_gone
        if found.change == SourceChange.Change.VANISHED:
            self._vanished.add(found.source_id)
        else:
            self._vanished.discard(found.source_id)
        if self.is_gone and not was_gone:
            self._close(now, found)
        elif was_gone and not self.is_gone:
            self._restore(now)

    def decided(self, sharing: Sharing) -> None:
        """A worker has looked: from here on their decision stands, whatever the source does."""
        if sharing.decision != Sharing.Decision.LIMITED:
            self._before = None

    def _close(self, now: EntryNow, found: SourceChange) -> None:
        self._before = (now.state, now.opens_at, now.no_trace)
        now.gone_since, now.opens_at, now.no_trace = found.since, None, self.by_rule
        if now.state not in CLOSED_BY_DECISION:
            now.state = State.BY_RULE if self.by_rule else State.WAITING

    def _restore(self, now: EntryNow) -> None:
        now.gone_since = None
        if self._before:
            now.state, now.opens_at, now.no_trace = self._before
        self._before = None
