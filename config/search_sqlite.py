"""Wagtail's search on SQLite (FTS5), without two things that make it slower the more there is.

`title_norm` is a weight for ranking by relevance. The library sets it whenever one row is saved, and reads every title of the
whole installation to do so. We never rank by relevance. And SQLite, asked the library's way, walks through every indexed row of a
model and asks the index about each; here the index is asked first. docs/adr/0016-search.md has the measurements.
"""

from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet
from modelsearch.backends.database.sqlite.query import MatchExpression, SQLiteFTSIndexEntry, normalize
from modelsearch.backends.database.sqlite.sqlite import SQLiteIndex, SQLiteSearchBackend, SQLiteSearchQueryCompiler
from modelsearch.query import And
from modelsearch.utils import get_descendants_content_types_pks


class Index(SQLiteIndex):
    """The library's index, with every title worth the same."""

    def _refresh_title_norms(self, **_full: bool) -> None:
        """Leave the weights as they are."""


class _NotByIndex(Func):
    """A column that SQLite must not use an index for: `+column`."""

    template = "+%(expressions)s"
    output_field = IntegerField()


class Compiler(SQLiteSearchQueryCompiler):
    """The library's query; one that asks for all of several things, unranked, in the order that is quick."""

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> QuerySet[Any]:
        """The rows that match, in the order of the queryset."""
        if self.order_by_relevance or score_field or not isinstance(self.query, And):
            found: QuerySet[Any] = super().search(config, start, stop, score_field)
            return found
        match = MatchExpression(self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(normalize(self.query), config=config))
        of_model = SQLiteFTSIndexEntry.objects.filter(match).annotate(of_model=_NotByIndex(F("index_entry__content_type")))
        kept = of_model.filter(of_model__in=get_descendants_content_types_pks(self.queryset.model))
        rows: QuerySet[Any] = self.queryset.filter(pk__in=kept.values("index_entry__object_id"))
        return rows[start:stop]


class SearchBackend(SQLiteSearchBackend):
    """What WAGTAILSEARCH_BACKENDS names on SQLite."""

    index_class = Index
    query_compiler_class = Compiler
