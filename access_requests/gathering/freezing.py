"""A thing as it stood on the day it was gathered, and the fingerprint by which anybody can tell that it still is (R71).

frozen = Frozen(title="A visit", kind="visit", text="Visited at home.", author="Priya Shah", role="social worker")
fingerprint(frozen.as_json())   ->   the same 64 letters on every machine
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from audit.canonical import digest
from law.wording import gettext_noop

FORMAT = 1
MOST_TEXT = 400_000  # characters kept in the thing itself; the rest of a long paper is read from its pages


class Signature(StrEnum):
    """What is known of whether somebody signed it."""

    NAMED = "named"
    SENT = "sent"
    SAYS_SO = "says_so"
    DIGITAL = "digital"
    NONE = "none"
    NOT_KNOWN = "not_known"


SIGNATURES: dict[Signature, str] = {
    Signature.NAMED: gettext_noop("Written under this name, and not signed by hand"),
    Signature.SENT: gettext_noop("Sent by the person who wrote it, signed in"),
    Signature.SAYS_SO: gettext_noop("It says that it was signed"),
    Signature.DIGITAL: gettext_noop("It carries a digital signature, which we did not check"),
    Signature.NONE: gettext_noop("Not signed"),
    Signature.NOT_KNOWN: gettext_noop("We do not know whether it was signed"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of the same thing: which, from when, by whom, and the digest of what it said."""

    number: int
    on: date
    by: str
    digest: str

    def as_json(self) -> dict[str, Any]:
        """As it stands in what is frozen."""
        return {"number": self.number, "on": self.on.isoformat(), "by": self.by, "digest": self.digest}


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a thing said, and who says so. `version` of `versions`; `earlier`: the versions before this one.

    `digest`: of its words where they are kept elsewhere too (the chain of a file, the words a young person sent), so that the two
    can be compared, and the same thing gathered on two ways is known to be one. `facts`: what the record holds in fields.
    `cut`: the text goes on in the pages of its file.
    """

    title: str
    kind: str
    source: str
    text: str = ""
    version: int = 1
    versions: int = 1
    earlier: tuple[Version, ...] = ()
    author: str = ""
    role: str = ""
    written_on: date | None = None
    recorded_on: date | None = None
    recorded_by: str = ""
    signed: Signature = Signature.NOT_KNOWN
    when: Mapping[str, str | None] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    attached: tuple[str, ...] = ()
    digest: str = ""
    file: str = ""
    pages: tuple[int, int] | None = None

    def as_json(self) -> dict[str, Any]:
        """Everything, in the form that the fingerprint covers and the database keeps."""
        return {
            "format": FORMAT,
            "title": self.title,
            "kind": self.kind,
            "source": self.source,
            "text": self.text[:MOST_TEXT],
            "cut": len(self.text) > MOST_TEXT,
            "version": self.version,
            "versions": self.versions,
            "earlier": [one.as_json() for one in self.earlier],
            "author": self.author,
            "role": self.role,
            "written_on": self.written_on.isoformat() if self.written_on else None,
            "recorded_on": self.recorded_on.isoformat() if self.recorded_on else None,
            "recorded_by": self.recorded_by,
            "signed": str(self.signed),
            "when": dict(self.when),
            "facts": dict(self.facts),
            "attached": list(self.attached),
            "digest": self.digest,
            "file": self.file,
            "pages": list(self.pages) if self.pages else None,
        }


def fingerprint(frozen: Mapping[str, Any]) -> str:
    """The SHA-256 of what was frozen, as canonical JSON. The digest of its file stands in it, so the bytes are covered too."""
    return digest(dict(frozen))


def is_as_frozen(frozen: Mapping[str, Any], kept: str) -> bool:
    """Whether what is kept is still what was frozen: no letter of it has changed."""
    return fingerprint(frozen) == kept
