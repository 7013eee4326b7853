"""The database half of append-only: triggers on SQLite and PostgreSQL, made from what models declare.

`install` writes them (the `migrate` command calls it, because SQLite drops triggers when it rebuilds a table),
`missing` names those that are gone or weakened. On PostgreSQL they are ENABLE ALWAYS, so that a replica session
cannot step around them. SQLite has no TRUNCATE; its INSERT OR REPLACE is refused by a look before each insert.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from audit.protection import AppendOnly, Protection, SealedOnce

REFUSAL = "ownstory: this row may not be changed"
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ownstory_refuse() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN RAISE EXCEPTION '{REFUSAL} (%)', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $refuse$
"""


def protected_models() -> list[tuple[type[models.Model], Protection]]:
    """Every concrete model that declares PROTECTION, in a fixed order."""
    found = [(model, model.PROTECTION) for model in apps.get_models() if hasattr(model, "PROTECTION")]
    return sorted(found, key=lambda pair: pair[0]._meta.db_table)


def install(connection: BaseDatabaseWrapper) -> int:
    """Write every trigger whose table exists, replacing older forms. Returns how many."""
    tables = set(connection.introspection.table_names())
    count = 0
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
        for name, table, sql in _all_triggers(connection.vendor):
            if table not in tables:
                continue
            cursor.execute(_drop(connection.vendor, name, table))
            for statement in sql:
                cursor.execute(statement)
            count += 1
    return count


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that should guard an existing table and do not, or no longer in full."""
    tables = set(connection.introspection.table_names())
    wanted = [(name, sql) for name, table, sql in _all_triggers(connection.vendor) if table in tables]
    stored = _stored(connection)
    if connection.vendor == "postgresql":
        return [name for name, _sql in wanted if stored.get(name) != "A"]
    return [name for name, sql in wanted if stored.get(name) != sql[0]]


def missing_where_used(connection: BaseDatabaseWrapper) -> list[str]:
    """As `missing`, but only for tables that hold rows: a first migrate that was stopped half-way may go on.

    A trigger that a version before this one wrote whole is not missing: it guards every column that its table has so far, and
    is written anew when the table has grown. So an update of the software accuses nobody.
    """
    lost = set(missing(connection)) - _whole_before_growing(connection)
    used = []
    with connection.cursor() as cursor:
        for name, table, _sql in _all_triggers(connection.vendor):
            if name in lost:
                cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")')
                if cursor.fetchone()[0]:
                    used.append(name)
    return used


def _whole_before_growing(connection: BaseDatabaseWrapper) -> set[str]:
    """Of SQLite, which keeps the words of a trigger: those that guard every column their table has, though not those it will get."""
    if connection.vendor == "postgresql":
        return set()
    stored, whole = _stored(connection), set()
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for model, protection in protected_models():
            table = model._meta.db_table
            if table not in tables:
                continue
            columns = {column.name for column in connection.introspection.get_table_description(cursor, table)}
            for suffix, sql in _sqlite(model, table, _of_columns(protection, columns), columns):
                if stored.get(f"{table}_{suffix}") == sql[0]:
                    whole.add(f"{table}_{suffix}")
    return whole


def _of_columns(protection: Protection, columns: set[str]) -> Protection:
    if isinstance(protection, SealedOnce):
        return replace(protection, columns=tuple(name for name in protection.columns if name in columns))
    return protection


def _stored(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT t.tgname, t.tgenabled::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
                "WHERE NOT t.tgisinternal AND p.proname = 'ownstory_refuse' AND p.prosrc LIKE %s",
                [f"%{REFUSAL}%"],
            )
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _all_triggers(vendor: str) -> Iterator[tuple[str, str, list[str]]]:
    for model, protection in protected_models():
        table = model._meta.db_table
        build = _postgres if vendor == "postgresql" else _sqlite
        for suffix, sql in build(model, table, protection):
            yield f"{table}_{suffix}", table, sql


def _drop(vendor: str, name: str, table: str) -> str:
    on = f' ON "{table}"' if vendor == "postgresql" else ""
    return f'DROP TRIGGER IF EXISTS "{name}"{on}'


def _sqlite(
    model: type[models.Model], table: str, protection: Protection, there: set[str] | None = None
) -> Iterator[tuple[str, list[str]]]:
    """The triggers of one table. `there`: only its columns of these names, for the form of a version before."""
    body = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"

    def trigger(suffix: str, event: str, when: str = "") -> tuple[str, list[str]]:
        condition = f" WHEN {when}" if when else ""
        return suffix, [f'CREATE TRIGGER "{table}_{suffix}" BEFORE {event} ON "{table}" FOR EACH ROW{condition} {body}']

    if isinstance(protection, SealedOnce):
        yield trigger("sealed_update", "UPDATE", f"(OLD.{protection.when}) AND ({_changed(protection, 'IS NOT')})")
        yield trigger("sealed_delete", "DELETE", f"OLD.{protection.when}")
        yield trigger("sealed_replace", "INSERT", _already_there(model, table, f" AND {protection.when}", there=there))
        yield trigger("sealed_displace", "UPDATE", _already_there(model, table, f" AND {protection.when}", moved=True, there=there))
        return
    yield trigger("no_update", "UPDATE")
    yield trigger("no_delete", "DELETE", f"NOT ({protection.delete_allowed_when})" if protection.delete_allowed_when else "")
    yield trigger("no_replace", "INSERT", _already_there(model, table, there=there))


def _postgres(model: type[models.Model], table: str, protection: Protection) -> Iterator[tuple[str, list[str]]]:
    def trigger(suffix: str, event: str, when: str = "", each: str = "ROW") -> tuple[str, list[str]]:
        name = f"{table}_{suffix}"
        condition = f" WHEN ({when})" if when else ""
        return suffix, [
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH {each}{condition} EXECUTE FUNCTION ownstory_refuse()',
            f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"',
        ]

    yield trigger("no_truncate", "TRUNCATE", each="STATEMENT")
    if isinstance(protection, SealedOnce):
        yield trigger("sealed_update", "UPDATE", f"(OLD.{protection.when}) AND ({_changed(protection, 'IS DISTINCT FROM')})")
        yield trigger("sealed_delete", "DELETE", f"OLD.{protection.when}")
        return
    yield trigger("no_update", "UPDATE")
    # A WHEN clause on PostgreSQL may not hold a subquery, so the lawful exception is a function of its own.
    if protection.delete_allowed_when:
        yield _postgres_guarded_delete(table, protection)
    else:
        yield trigger("no_delete", "DELETE")


def _postgres_guarded_delete(table: str, protection: AppendOnly) -> tuple[str, list[str]]:
    name, function = f"{table}_no_delete", f"{table}_deletable"
    return "no_delete", [
        f'CREATE OR REPLACE FUNCTION "{function}"(old "{table}") RETURNS boolean LANGUAGE sql STABLE AS '
        f"$guard$ SELECT {protection.delete_allowed_when} $guard$",
        f'CREATE TRIGGER "{name}" BEFORE DELETE ON "{table}" FOR EACH ROW WHEN (NOT "{function}"(OLD)) EXECUTE FUNCTION ownstory_refuse()',
        f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"',
    ]


def _changed(protection: SealedOnce, differs: str) -> str:
    return " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in protection.columns)


def _already_there(model: type[models.Model], table: str, extra: str = "", *, moved: bool = False, there: set[str] | None = None) -> str:
    """SQL that is true when a row would collide with a stored one (SQLite's own rowid too), so that OR REPLACE cannot delete it.

    `moved`: of an update, where only columns that change can collide.
    """
    rows = []
    known = [columns for columns in _unique_column_sets(model) if there is None or there.issuperset(columns)]
    for columns in [*known, ["rowid"]]:
        same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
        changes = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)
        collides = f'EXISTS (SELECT 1 FROM "{table}" WHERE {same}{extra})'
        rows.append(f"(({changes}) AND {collides})" if moved else collides)
    return " OR ".join(rows)


def _unique_column_sets(model: type[models.Model]) -> list[list[str]]:
    options = model._meta
    columns = {field.name: field.column or field.name for field in options.local_concrete_fields}
    sets = [[columns[field.name]] for field in options.local_concrete_fields if field.unique]
    sets += [[columns[name] for name in group] for group in options.unique_together]
    for constraint in options.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields and not constraint.condition:
            sets.append([columns[name] for name in constraint.fields])
    return sets
