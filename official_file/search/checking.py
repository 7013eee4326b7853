"""Whether the index and the file agree, and making the index again."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from modelsearch.conf import get_app_config
from modelsearch.utils import get_content_type_pk

from law.working_time import london_day
from official_file.models import EntryNow, SearchWords
from official_file.models.now import State
from official_file.search.indexing import BATCH, MADE_AS, fresh_words, index_missing

TIDY_FTS = "INSERT INTO wagtailsearch_indexentry_fts(wagtailsearch_indexentry_fts) VALUES ('optimize')"


@dataclass(slots=True)
class Agreement:
    """How many entries there are, and of how many the index says nothing, something else, or too much."""

    entries: int = 0
    missing: int = 0
    different: int = 0
    left_over: int = 0

    @property
    def agrees(self) -> bool:
        """Whether the index holds exactly the words of the file."""
        return not (self.missing or self.different or self.left_over)

    def as_json(self) -> dict[str, Any]:
        """The counts, and whether they agree."""
        return {"ok": self.agrees, **asdict(self)}


def compare(now: datetime) -> Agreement:
    """Read every entry again and compare its words with those in the index. Changes nothing."""
    found, today = Agreement(), london_day(now)
    for ids in _batches():
        found.entries += len(ids)
        _compare_batch(ids, today, found)
    found.left_over = _left_over().count()
    return found


def rebuild(now: datetime) -> int:
    """Make the words of every entry again, a batch at a time; searches go on meanwhile. Returns how many entries."""
    _left_over().delete()
    SearchWords.objects.filter(made_as=MADE_AS).update(made_as=0)
    made = index_missing(now)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(TIDY_FTS)  # drops the remains of words that were taken out
    return made


def _left_over() -> QuerySet[SearchWords]:
    """Words of what is not in the file any more."""
    return SearchWords.objects.filter(Q(entry__now__state=State.DISPOSED) | Q(entry__now__isnull=True))


def _batches() -> Iterator[list[UUID]]:
    ids: list[UUID] = []
    for pk in EntryNow.objects.exclude(state=State.DISPOSED).order_by("pk").values_list("pk", flat=True).iterator():
        ids.append(pk)
        if len(ids) == BATCH:
            yield ids
            ids = []
    if ids:
        yield ids


def _compare_batch(ids: Sequence[UUID], today: date, found: Agreement) -> None:
    rows = {row.entry_id: row for row in SearchWords.objects.filter(entry__in=ids)}
    kept = _kept([row.pk for row in rows.values()])
    for pk, words in fresh_words(ids, today).items():
        row = rows.get(pk)
        if row is None or row.pk not in kept:
            found.missing += 1
        elif (row.open_words, row.staff_words) != (words.open_words, words.staff_words) or kept[row.pk] != _texts(row):
            found.different += 1


def _texts(row: SearchWords) -> tuple[str, str]:
    return row.title.strip(), row.staff_words


def _kept(ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The two texts that the library indexed of each of these rows."""
    columns = ("title_text", "body_text") if connection.vendor == "postgresql" else ("title", "body")
    ours = get_app_config().get_model("IndexEntry").objects.filter(content_type_id=get_content_type_pk(SearchWords))
    rows = ours.filter(object_id__in=[str(pk) for pk in ids]).values_list("object_id", *columns)
    return {int(pk): ((title or "").strip(), body or "") for pk, title, body in rows}
