"""Looking for words in the official file: only ever in what the searcher may see.

index_entries(entries)   when entries were added, or what they say has changed: at the end of `append_entries`, and when
                         the pages of a document were read
"""

from collections.abc import Sequence
from datetime import datetime

from official_file.models import Entry
from official_file.search.indexing import index_now
from official_file.search.jobs import index_soon

AT_ONCE = 3  # what a person adds can be found when their page comes back; what an import adds, a little later


def index_entries(entries: Sequence[Entry], *, now: datetime) -> None:
    """Make these entries ready to be searched: a few at once, many by the background worker. Nothing is missed in between."""
    if len(entries) > AT_ONCE:
        index_soon()
    elif entries:
        index_now([entry.pk for entry in entries], now)
