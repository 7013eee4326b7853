"""Statements of reach, put into SQL once and filled in afterwards: to build one takes Django longer than the database to answer it.

    theirs = Prepared(lambda user, at: Relationship.objects.filter(user=user, starts__lte=at).values("child"))
    Child.objects.filter(pk__in=theirs(user.pk, now))

The statement is the queryset's own: it is built with a user and a moment nobody has, and wherever the database would be handed
those two, it is handed the real ones. So a rule stands in one place, as a queryset, and is only asked faster.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

NOBODY = UUID("00000000-dead-4dad-8bad-000000000000")
NEVER = datetime(1066, 10, 14, 9, 30, 17, tzinfo=UTC)
_USER, _AT = object(), object()


class CannotPrepareError(Exception):
    """A statement that does not ask for both the user and the moment cannot be filled in: a fault of the code that made it."""


class Prepared:
    """A queryset of one column as SQL, for any user and moment. Kept for each kind of database."""

    def __init__(self, build: Callable[[Any, datetime], QuerySet[Any]]) -> None:
        self._build = build
        self._kept: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def __call__(self, user: UUID, at: datetime) -> RawSQL:
        """The ids, for `pk__in`. Raises CannotPrepareError."""
        sql, places = self._kept.get(connection.vendor) or self._prepare()
        real = {id(_USER): _stored_id(user), id(_AT): _stored_moment(at)}
        return RawSQL(sql, [real.get(id(place), place) for place in places])

    def _prepare(self) -> tuple[str, tuple[Any, ...]]:
        sql, given = self._build(NOBODY, NEVER).order_by().query.sql_with_params()
        marks = {_stored_id(NOBODY): _USER, _stored_moment(NEVER): _AT}
        places = tuple(marks.get(one, one) for one in given)
        if _USER not in places or _AT not in places:
            raise CannotPrepareError(sql)
        self._kept[connection.vendor] = (sql, places)
        return sql, places


def either(statements: "list[RawSQL]") -> RawSQL:
    """Every id that any of these statements finds, as one statement."""
    return RawSQL(" UNION ".join(one.sql for one in statements), [value for one in statements for value in one.params])


def _stored_id(pk: UUID) -> Any:
    return models.UUIDField().get_db_prep_value(pk, connection)


def _stored_moment(at: datetime) -> Any:
    return models.DateTimeField().get_db_prep_value(at, connection)
