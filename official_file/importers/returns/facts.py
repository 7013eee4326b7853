"""One child's rows -> everything they say, as drafts of entries. Pure: the same rows and the same file give the same drafts.

facts_of("900001", rows, known, Origin(2026, as_of))   ->   [EntryDraft("came_into_care", ...), EntryDraft("home", ...), ...]
"""

from collections import defaultdict

from official_file.drafts import EntryDraft
from official_file.importers.comparing import Known
from official_file.importers.returns.episodes import episode_facts
from official_file.importers.returns.other_tables import other_facts
from official_file.importers.returns.rows import Row
from official_file.importers.returns.sources import Origin
from official_file.importers.returns.tables import EPISODES


def facts_of(child: str, rows: list[Row], known: Known, origin: Origin) -> list[EntryDraft]:
    """Every fact, each with a key of its own. `known`: what the file already holds of this child from returns."""
    by_table: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_table[row.table].append(row)
    return [*episode_facts(child, by_table[EPISODES.name], known, origin), *other_facts(child, by_table, origin)]
