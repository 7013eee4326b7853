"""One line of a manifest and its file -> the draft of its entry. Pure."""

import hashlib
from datetime import date
from uuid import UUID

from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.manifests.lines import DocumentLine

SYSTEM = "documents"
LONGEST_KEY = 90


def key_of(line: DocumentLine) -> str:
    """The key of the entry in this source: the manifest's own, else the file's place in its folder. Long ones end in their digest."""
    key = line.key or line.file.replace("\\", "/")
    if len(key) > LONGEST_KEY:
        key = f"{key[:40]}~{hashlib.sha256(key.encode()).hexdigest()[:40]}"
    return f"{line.child}/{key}"


def draft_of(line: DocumentLine, *, sha256: str, media_type: str, as_of: date, run_id: UUID | None = None) -> EntryDraft:
    """The entry of a document. Its digest stands in the facts, so that the chain covers the bytes."""
    given = {"title": line.title, "summary": line.summary, "key": line.key}
    return EntryDraft(
        kind="document",
        when=line.when,
        source=SourceRef(SYSTEM, key_of(line), as_of, run_id),
        facts={name: value for name, value in given.items() if value} | {"sha256": sha256, "media_type": media_type, "type": line.type},
        sections=line.sections,
        sensitivity=line.sensitivity,
        author_name=line.author,
        author_role=line.author_role,
        written_on=line.written_on,
    )
