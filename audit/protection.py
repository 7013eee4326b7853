"""What the database itself refuses: a small vocabulary that models declare and `audit.triggers` turns into SQL.

A model says `PROTECTION = AppendOnly()`; then no row can be updated, deleted, replaced or truncated, whoever asks.
`conditions` are SQL on the OLD row, the same words on SQLite and PostgreSQL.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """Rows are only ever added. `delete_allowed_when` names the one lawful exception (a recorded Disposal)."""

    delete_allowed_when: str = ""


@dataclass(frozen=True, slots=True)
class SealedOnce:
    """The named columns may not change, nor the row go, once `when` is true of the stored row."""

    columns: tuple[str, ...]
    when: str


Protection = AppendOnly | SealedOnce
