"""What a source says now, beside what the file holds from it: what to add, what to correct, what is the same. Pure.

    changes([draft, ...], known)   ->   Changes(added=[...], corrected=[...], unchanged=3)

A fact is known by its key in its source. The same key with the same content adds nothing; with other content it becomes a
new entry that supersedes the old one. What a source no longer mentions stays as it is: the file only grows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from official_file.drafts import EntryDraft, body_of
from official_file.plain_language.when import When


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry the file holds from this source, in its newest version. `body` is empty when it was lawfully disposed of."""

    entry_id: UUID
    body: Mapping[str, Any]
    as_of: date | None = None

    @property
    def kind(self) -> str:
        """Its kind; empty when disposed of."""
        return str(self.body.get("kind", ""))

    @property
    def when(self) -> When:
        """From, to and precision."""
        return When.from_body(self.body.get("when"))

    def fact(self, name: str) -> Any:
        """One fact, or None."""
        return self.body.get("facts", {}).get(name)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the file holds about one child from one source, by the source's key."""

    by_key: Mapping[str, Stored] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The newest day up to which anything of it was true; the first of days when nothing is known."""
        return max((stored.as_of for stored in self.by_key.values() if stored.as_of), default=date.min)

    def of_kind(self, kind: str) -> Iterator[tuple[str, Stored]]:
        """Keys and entries of one kind."""
        return ((key, stored) for key, stored in self.by_key.items() if stored.kind == kind)


NOTHING_KNOWN = Known()


@dataclass(slots=True)
class Changes:
    """What an import has to add. `corrected` drafts name the entry they supersede."""

    added: list[EntryDraft] = field(default_factory=list)
    corrected: list[EntryDraft] = field(default_factory=list)
    unchanged: int = 0

    @property
    def drafts(self) -> list[EntryDraft]:
        """All that goes into the file, corrections first."""
        return [*self.corrected, *self.added]


def changes(drafts: Iterable[EntryDraft], known: Known) -> Changes:
    """Compare drafts (one for each key) with what is known."""
    found = Changes()
    for draft in drafts:
        stored = known.by_key.get(draft.source.key)
        if stored is None:
            found.added.append(draft)
            continue
        draft = with_known_end(draft, stored)
        if not stored.body or _is_same(draft, stored.body):
            found.unchanged += 1
        else:
            found.corrected.append(replace(draft, supersedes=stored.entry_id))
    return found


def known_end(end: date | None, as_of: date | None, stored: Stored | None) -> date | None:
    """The end a source gives, or the known one when the source is older than the one that gave it and has none.

    So returns may come in any order: last year's, which still said "open", does not open what this year's has closed.
    """
    if end is not None or stored is None or not stored.body or as_of is None or stored.as_of is None:
        return end
    return stored.when.end if as_of < stored.as_of else None


def with_known_end(draft: EntryDraft, stored: Stored) -> EntryDraft:
    """The draft, with the end kept that a newer source gave."""
    end = known_end(draft.when.end, draft.source.as_of, stored)
    return draft if end == draft.when.end else replace(draft, when=replace(draft.when, end=end))


def _is_same(draft: EntryDraft, body: Mapping[str, Any]) -> bool:
    # Sensitivity is a rule of ours unless the source sets it: a new rule corrects no entry.
    leave_out = {"format", "supersedes"} | ({"sensitivity"} if draft.sensitivity is None else set())
    fresh = body_of(draft)
    return all(_content(fresh[name]) == _content(body.get(name)) for name in fresh if name not in leave_out)


def _content(value: Any) -> Any:
    """A fact that is null and one that is left out say the same."""
    return {key: inner for key, inner in value.items() if inner is not None} if isinstance(value, dict) else value
