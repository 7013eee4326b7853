"""Wagtail's search on SQLite (FTS5), without what makes it slow the more there is, and one wrong answer.

- `title_norm` is a weight for ranking by relevance. The library sets it whenever one row is saved, and reads every title of the
  whole installation to do so. We never rank by relevance.
- SQLite, asked the library's way, walks through every indexed row of a model and asks the index about each. Here the index is
  asked first.
- "Any of these words, and that one" gets its brackets.

docs/adr/0016-search.md has the measurements.
"""

from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Value
from modelsearch.backends.database.sqlite.query import (
    LexemeCombinable,
    MatchExpression,
    SearchQueryExpression,
    SQLiteFTSIndexEntry,
    normalize,
)
from modelsearch.backends.database.sqlite.sqlite import SQLiteIndex, SQLiteSearchBackend, SQLiteSearchQueryCompiler
from modelsearch.query import And, PlainText
from modelsearch.utils import get_descendants_content_types_pks


class Index(SQLiteIndex):
    """The library's index, with every title worth the same."""

    def _refresh_title_norms(self, **_full: bool) -> None:
        """Leave the weights as they are."""


class _NotByIndex(Func):
    """A column that SQLite must not use an index for: `+column`."""

    template = "+%(expressions)s"
    output_field = IntegerField()


class _AnyOf(LexemeCombinable, Value):
    """One of several words, in brackets: the library leaves them out, and SQLite reads `a OR b AND c` as `a OR (b AND c)`."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """The words hold letters and numbers only; what would end a word in quotes is dropped all the same."""
        words = (str(word).replace('"', "") for word in self.value)
        return "%s", ("(" + " OR ".join(f'"{word}"' for word in words) + ")",)


class Compiler(SQLiteSearchQueryCompiler):
    """The library's query; one that asks for all of several things, unranked, in the order that is quick."""

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        """The library's, with brackets around words of which one is enough."""
        if isinstance(query, PlainText) and query.operator == "or" and query.query_string.split():
            return SearchQueryExpression(_AnyOf(query.query_string.split()), config=config)
        return super().build_search_query_content(query, config=config)

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
