"""The Python half of append-only: models and querysets that refuse before the database has to."""

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import models

from audit.protection import AppendOnly, Protection

M = TypeVar("M", bound=models.Model)


class AppendOnlyError(Exception):
    """Somebody tried to change what may only be added to. Add a row that corrects it instead."""


def _refuse(what: str) -> NoReturn:
    raise AppendOnlyError(f"{what} is append-only. Add a new row that corrects or supersedes it.")


class AppendOnlyQuerySet(models.QuerySet[M]):
    """A queryset that adds and reads, and refuses everything else."""

    def update(self, **kwargs: Any) -> int:
        """Refused: see AppendOnlyError."""
        _refuse(self.model.__name__)

    def bulk_update(self, objs: Iterable[M], fields: Iterable[str], batch_size: int | None = None) -> int:
        """Refused: see AppendOnlyError."""
        _refuse(self.model.__name__)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: see AppendOnlyError."""
        _refuse(self.model.__name__)


class AppendOnlyModel(models.Model):
    """Base of every model whose rows are only ever added."""

    PROTECTION: ClassVar[Protection] = AppendOnly()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Raises AppendOnlyError when the row is already stored."""
        if not self._state.adding:
            _refuse(type(self).__name__)
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: see AppendOnlyError."""
        _refuse(type(self).__name__)
