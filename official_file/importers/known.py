"""What the file already holds from one source, for many children in one question."""

import json
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from official_file.importers.comparing import Known, Stored
from official_file.models import EntryNow


def known_from(system: str, children: Iterable[UUID]) -> dict[UUID, Known]:
    """For each child, the newest version of every entry that came from `system`, by the system's key."""
    rows = EntryNow.objects.filter(child_id__in=list(children), superseded_by__isnull=True, entry__sources__system=system).values_list(
        "child_id", "entry__sources__key", "entry_id", "entry__payload__body", "entry__sources__as_of"
    )
    found: dict[UUID, dict[str, Stored]] = defaultdict(dict)
    for child, key, entry_id, body, as_of in rows.order_by():
        found[child][key] = Stored(entry_id, json.loads(body) if body else {}, as_of)
    return {child: Known(by_key) for child, by_key in found.items()}
