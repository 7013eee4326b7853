"""What the file already holds from one source, for many children in one question."""

import json
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from official_file.importers.comparing import Known, Stored
from official_file.models import EntrySource


def known_from(system: str, children: Iterable[UUID]) -> dict[UUID, Known]:
    """For each child, the newest version of every entry that came from `system`, by the system's key."""
    rows = EntrySource.objects.filter(
        system=system, entry__child_id__in=list(children), entry__now__isnull=False, entry__now__superseded_by__isnull=True
    ).values_list("entry__child_id", "key", "entry_id", "entry__payload__body", "as_of")
    found: dict[UUID, dict[str, Stored]] = defaultdict(dict)
    for child, key, entry_id, body, as_of in rows.iterator():
        found[child][key] = Stored(entry_id, json.loads(body) if body else {}, as_of)
    return {child: Known(by_key) for child, by_key in found.items()}
