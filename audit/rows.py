"""Rows as JSON and back, for exports: every column by its name, moments and ids as text, nothing that is only of this database.

as_json(entry)                            ->   {"id": "3f2b...", "position": 1, ...}
insert_json(Sharing, [as_json(sharing)])  ->   the same row in another database
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from audit.insert import insert_rows


class UnknownColumn(ValueError):
    """The row has a column that this version does not know. The message names it."""


class UnreadableValue(ValueError):
    """A value that its column cannot hold. The message names the column."""


def as_json(row: models.Model, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """Every column of the row that is not left out, under its attribute name ("child_id")."""
    return {field.attname: _plain(getattr(row, field.attname)) for field in kept_fields(type(row)) if field.attname not in leave_out}


def kept_fields(model: type[models.Model]) -> list[Any]:
    """The columns of a model that mean something elsewhere: all but a number that this database counted itself."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]


def insert_json(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add these rows. What a row does not name gets the column's default. Raises UnknownColumn, UnreadableValue or IntegrityError."""
    fields = kept_fields(model)
    known = {field.attname for field in fields}
    for row in rows:
        unknown = sorted(row.keys() - known)
        if unknown:
            raise UnknownColumn(f"{model.__name__} has no column {unknown[0]}.")
    insert_rows(model, [field.attname for field in fields], (list(_values(fields, row)) for row in rows))


def _values(fields: Sequence[Any], row: Mapping[str, Any]) -> Iterator[Any]:
    for field in fields:
        if field.attname not in row:
            yield field.get_default()
            continue
        try:
            yield (field.target_field if field.is_relation else field).to_python(row[field.attname])
        except (ValidationError, TypeError, ValueError):
            raise UnreadableValue(f"{field.model.__name__}.{field.attname} cannot hold what is there.") from None


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
