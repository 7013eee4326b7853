"""PostgreSQL plans a query by what it last counted in each table. Just after a great import it has counted nothing yet."""

from collections.abc import Sequence

from django.db import connection, models

MANY = 100  # rows; fewer change no plan
TIMES = 4


def count_anew(tables: Sequence[type[models.Model]], *, added: int) -> None:
    """Let PostgreSQL count these tables now when the rows just added are many beside those it knew of. Nothing to do on SQLite.

    Without it, everybody waits seconds for each search until its own housekeeping comes by, and a test never sees that come.
    The first table stands for all: they grow together. A table that has grown large is left to the housekeeping.
    """
    if connection.vendor != "postgresql" or added < MANY:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [tables[0]._meta.db_table])
        known = cursor.fetchone()[0]
        if known < added * TIMES:
            cursor.execute("ANALYZE " + ", ".join(connection.ops.quote_name(table._meta.db_table) for table in tables))
