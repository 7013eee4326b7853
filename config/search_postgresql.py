"""Wagtail's search on PostgreSQL, without the part that makes every save slower the more there is.

See `config/search_sqlite.py` for `title_norm`. And a search that names its field asks the stored column with its index: the
library would make the words of every row anew.
"""

from typing import Any

from django.db.models import F
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend, PostgresSearchQueryCompiler


class Index(PostgresIndex):
    """The library's index, with every title worth the same."""

    def _refresh_title_norms(self, **_full: bool) -> None:
        """Leave the weights as they are."""


class Compiler(PostgresSearchQueryCompiler):
    """The library's query, on stored columns."""

    def get_search_vectors(self, search_query: Any) -> list[tuple[Any, Any]]:
        """The title's column when only the title is asked, else both."""
        if self.fields == ["title"]:
            return [(F("index_entries__title"), 1.0)]
        return list(self.get_index_vectors(search_query))


class SearchBackend(PostgresSearchBackend):
    """What WAGTAILSEARCH_BACKENDS names on PostgreSQL."""

    index_class = Index
    query_compiler_class = Compiler
