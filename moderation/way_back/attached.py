"""The originals that leave with a contribution for the council's system, and what its author and others say of each.

What was shut by law never leaves (files.models.SealedShut): it is named, and has no file in the package.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from files.models import File
from official_file.media import attached_to
from official_file.models import EntryFile
from stories.models import Contribution, Description


@dataclass(frozen=True, slots=True)
class Attached:
    """One sealed original of a contribution, and where it stands in the package."""

    file: File
    path: str
    name: str


def attached_files(contribution: Contribution) -> list[Attached]:
    """The originals that belong to a contribution in the file, in order. Whatever is attached leaves through this one function."""
    rows = EntryFile.objects.filter(entry=contribution.entry_id, file__shut__isnull=True).select_related("file").order_by("position")
    return [Attached(row.file, f"attachments/{row.position:03}-{row.file.sha256[:16]}", row.name or row.file.original_name) for row in rows]


def said_of_each(contribution: Contribution, attached: Sequence[Attached]) -> list[dict[str, Any]]:
    """Each photo, drawing or recording in its author's order: its caption word for word, and apart from it what others wrote of it."""
    if contribution.entry is None:
        return []
    paths = {one.file.sha256: one.path for one in attached}
    described: dict[str, list[dict[str, Any]]] = {}
    for one in Description.objects.filter(attachment__contribution=contribution.pk).order_by("at"):
        by = {"name": one.by_name, "role": one.by_role}
        said = {"kind": one.kind, "text": one.text, "by": by, "at": one.at.isoformat()}
        described.setdefault(str(one.attachment_id), []).append(said)
    return [
        {
            "id": one["id"],
            "kind": one["kind"],
            "path": paths.get(one["sha256"]),
            "caption": one["caption"],
            "in_words": one["in_words"],
            "others_shown": one["others_shown"],
            "described": described.get(one["id"], []),
        }
        for one in attached_to(contribution.entry)
    ]
