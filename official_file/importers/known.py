"""What the file already holds from one source, for many children in one question."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from official_file.importers.comparing import Known, Stored
from official_file.models import EntryNow


def known_from(system: str, children: Iterable[UUID], keys: Collection[str] | None = None) -> dict[UUID, Known]:
    """For each child, the newest version of every entry that came from `system`, by the system's key; of these `keys` only, if given.

    Of an entry that several systems tell, what this one said; of a source that a person parted from an entry, nothing there:
    it is known from the entry it became.
    """
    rows = EntryNow.objects.filter(
        child_id__in=list(children),
        superseded_by__isnull=True,
        entry__sources__parted__isnull=True,
        **({} if keys is None else {"entry__sources__key__in": keys}),
    ).values_list(
        "child_id",
        "entry__sources__key",
        "entry_id",
        "entry__payload__body",
        "entry__sources__said__body",
        "entry__sources__as_of",
        "entry__sources__system",
    )
    found: dict[UUID, dict[str, Stored]] = defaultdict(dict)
    # The system is compared here: asked for it, a database would look through the sources of everybody.
    for child, key, entry_id, body, said, as_of, told_by in rows.order_by():
        if told_by != system:
            continue
        # What was lawfully destroyed stays empty, whatever a source said of it.
        found[child][key] = Stored(entry_id, json.loads(said or body) if body else {}, as_of)
    return {child: Known(by_key) for child, by_key in found.items()}
