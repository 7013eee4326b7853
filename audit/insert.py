"""Adding many rows at once, for imports: one prepared statement, without making a model instance of each row.

    insert_rows(EntryPayload, ("entry_id", "body"), [(entry.pk, body), ...])

The same columns, the same adaptation of values and the same triggers as `bulk_create`; only Django's work per instance is left
out, which for a nightly import is most of the time.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

Adapt = Callable[[Any], Any]


def insert_objects(model: type[models.Model], objects: Sequence[models.Model]) -> None:
    """Add unsaved instances of one model whose keys are already set. Raises IntegrityError like any insert."""
    names = tuple(field.attname for field in model._meta.concrete_fields)
    insert_rows(model, names, map(attrgetter(*names), objects))
    for one in objects:
        one._state.adding, one._state.db = False, router.db_for_write(model)


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add one row for each tuple of values; `names` are attribute names ("entry_id"). Columns left out get no default.

    Raises IntegrityError like any insert. Call inside a transaction.
    """
    connection = connections[router.db_for_write(model)]
    fields = [_field(model, name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = " ".join(("INSERT INTO", quote(model._meta.db_table), f"({columns})", "VALUES", f"({marks})"))
    adapt = [_adapter(field, connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(statement, [[one(value) for one, value in zip(adapt, row, strict=True)] for row in rows])


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    return next(field for field in model._meta.concrete_fields if field.attname == name)


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
