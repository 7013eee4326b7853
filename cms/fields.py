"""A stream field whose block definitions stay out of the migrations."""

from typing import Any

from wagtail.fields import StreamField


class QuietStreamField(StreamField):
    """A stream field that does not write its blocks into migrations: changing a label is not a change of the database."""

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        """Take blocks as ever; a migration gives none."""
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """The field without its blocks, which are code and not columns."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
