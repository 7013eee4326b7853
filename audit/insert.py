"""Adding many rows at once, for imports: few statements, and no model instance of each row.

    insert_rows(EntryPayload, ("entry_id", "body"), [(entry.pk, body), ...])

The same columns, the same adaptation of values and the same triggers as `bulk_create`; only Django's work per instance is left
out, which for a nightly import is most of the time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

MOST_PARAMETERS = 30_000  # where the database sets no limit of its own; PostgreSQL's protocol ends at 65,535
Adapt = Callable[[Any], Any]
M = TypeVar("M", bound=models.Model)


@cache
def column_names(model: type[models.Model]) -> tuple[str, ...]:
    """The attribute name of every column, in the order of the model."""
    return tuple(field.attname for field in model._meta.concrete_fields)


def make(model: type[M], values: Mapping[str, Any]) -> M:
    """An unsaved instance from a value for every column ("child_id"), three times as fast as by keywords. Raises KeyError."""
    return model(*[values[name] for name in column_names(model)])


def insert_objects(model: type[models.Model], objects: Sequence[models.Model]) -> None:
    """Add unsaved instances of one model whose keys are already set. Raises IntegrityError like any insert."""
    names, database = column_names(model), router.db_for_write(model)
    insert_rows(model, names, map(attrgetter(*names), objects))
    for one in objects:
        one._state.adding, one._state.db = False, database


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add one row for each tuple of values; `names` are attribute names ("entry_id"). Columns left out get no default.

    Raises IntegrityError like any insert. Call inside a transaction.
    """
    connection = connections[router.db_for_write(model)]
    fields = [_field(model, name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    begin = " ".join(("INSERT INTO", quote(model._meta.db_table), f"({columns})", "VALUES"))
    marks = f"({', '.join(['%s'] * len(fields))})"
    adapt = [_adapter(field, connection) for field in fields]
    adapted = ([one(value) for one, value in zip(adapt, row, strict=True)] for row in rows)
    # Many rows a statement: a guarded table keeps a journal for each statement, which costs more than the rows.
    most = (connection.features.max_query_params or MOST_PARAMETERS) // len(fields)
    with connection.cursor() as cursor:
        while some := list(islice(adapted, most)):
            cursor.execute(f"{begin} {', '.join([marks] * len(some))}", list(chain.from_iterable(some)))


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    return model._meta.concrete_fields[column_names(model).index(name)]


def _adapter(field: models.Field[Any, Any], connection: BaseDatabaseWrapper) -> Adapt:
    """How this field's values are handed to the database. Few different values (days, codes) are adapted once each."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.UUIDField):
        return _same if connection.features.has_native_uuid_field else _uuid_as_hex
    if isinstance(target, models.CharField | models.TextField):
        return _same
    if isinstance(target, models.JSONField):
        return lambda value: target.get_db_prep_save(value, connection)
    return _remembering(lambda value: target.get_db_prep_save(value, connection))


def _same(value: Any) -> Any:
    return value


def _uuid_as_hex(value: Any) -> str | None:
    return None if value is None else value.hex


def _remembering(adapt: Adapt) -> Adapt:
    known: dict[Any, Any] = {}

    def adapted(value: Any) -> Any:
        if value not in known:
            known[value] = adapt(value)
        return known[value]

    return adapted
