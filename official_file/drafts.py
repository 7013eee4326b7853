"""What goes into an entry before it is one: plain dataclasses, and the body that the digest covers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from official_file.kinds import KINDS
from official_file.opening_rules import sensitivity_of
from official_file.plain_language.when import When

BODY_FORMAT = 1


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a fact came from: the system, its key there, and the day it was last true there."""

    system: str
    key: str
    as_of: date | None = None
    run_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class FurtherSource:
    """A source of an entry that several systems tell: the rule that joined it, and its own body word for word."""

    source: SourceRef
    rule: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """One entry to add. `sensitivity` None: by the rule of its kind and codes. `supersedes`: the entry it corrects.

    `further`: what each source said, where several tell it (the draft's own source among them, when its words differ from the
    entry's). `parted_from`: the entry it was told as part of until now; what was decided to keep closed there stays closed here.
    `shared_event`: the key, in its source's system, of an event of several children of which this is one child's part.
    """

    kind: str
    when: When
    source: SourceRef
    facts: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    sections: tuple[str, ...] = ()
    sensitivity: int | None = None
    restricted: str = ""
    author_name: str = ""
    author_role: str = ""
    written_on: date | None = None
    supersedes: UUID | None = None
    further: tuple[FurtherSource, ...] = ()
    parted_from: UUID | None = None
    shared_event: str = ""


def draft_from(body: Mapping[str, Any], source: SourceRef) -> EntryDraft:
    """A draft that says what a body says: the way back from `body_of`."""
    author = body["author"]
    return EntryDraft(
        kind=body["kind"],
        when=When.from_body(body["when"]),
        source=source,
        facts=body["facts"],
        text=body["text"],
        sections=tuple(body["sections"]),
        sensitivity=body["sensitivity"],
        restricted=body["restricted"],
        author_name=author["name"],
        author_role=author["role"],
        written_on=date.fromisoformat(body["written_on"]) if body["written_on"] else None,
        supersedes=UUID(body["supersedes"]) if body["supersedes"] else None,
    )


def body_of(draft: EntryDraft) -> dict[str, Any]:
    """The entry's body, exactly as its digest covers it."""
    when = draft.when
    return {
        "format": BODY_FORMAT,
        "kind": draft.kind,
        "facts": dict(draft.facts),
        "text": draft.text,
        "sections": list(draft.sections or (KINDS[draft.kind].section,)),
        "when": {
            "from": when.start.isoformat() if when.start else None,
            "to": when.end.isoformat() if when.end else None,
            "precision": str(when.precision),
        },
        "sensitivity": sensitivity_for(draft),
        "restricted": draft.restricted,
        "author": {"name": draft.author_name, "role": draft.author_role},
        "written_on": draft.written_on.isoformat() if draft.written_on else None,
        "supersedes": str(draft.supersedes) if draft.supersedes else None,
    }


def sensitivity_for(draft: EntryDraft) -> int:
    """The draft's own sensitivity, never below what its kind and codes demand."""
    by_rule = sensitivity_of(draft.kind, draft.facts)
    return by_rule if draft.sensitivity is None else max(by_rule, draft.sensitivity)
