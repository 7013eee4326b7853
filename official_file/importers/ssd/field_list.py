"""The table map as a page for people: every field of the dataset, and what becomes of it."""

from collections.abc import Iterator

from official_file.importers.ssd.shapes import Field, Table
from official_file.importers.ssd.table_map import TABLES
from official_file.kinds import KINDS
from official_file.opening_rules import REASONS, RULES, SENSITIVITY, rule_for
from official_file.plain_language.facts import CODE_LISTS

NOT_ENTRIES = {
    "key": "ties rows together",
    "identifier": "a number by which the person is known",
    "name": "a name of the person",
    "child": "the person's own record",
    "connection": "who is in their life: shown to nobody until a worker confirms that they know of them",
    "family": "whose records hang together",
    "meeting": "a meeting that comes: known to staff until a worker told of it",
    "as_of": "the day on which the export was true",
}
SENSITIVITIES = ("shown", "shown gently", "waits for a worker")
SENSITIVITY_BY_CODE = "by its code"
HEAD = """# What becomes of every field of the Standard Safeguarding Dataset

Printed by `manage.py import_ssd --fields` from the table map (`official_file/importers/ssd/`). A field is imported, or it is not and
here is why. "Opens" says when the young person can see the entry: rules are numbered in `official_file/opening_rules.py`.
"""


def field_list() -> str:
    """The page, in Markdown."""
    return "\n".join([HEAD, *(line for table in TABLES.values() for line in _of_table(table))]) + "\n"


def _of_table(table: Table) -> Iterator[str]:
    yield f"## {table.name}\n"
    if table.off:
        yield f"{table.off}\n"
    yield "| field | becomes | section | sensitivity | opens |"
    yield "|---|---|---|---|---|"
    for field in table.fields:
        for row in _rows(table, field):
            yield f"| {' | '.join(row)} |"
    yield ""


def _rows(table: Table, field: Field) -> Iterator[tuple[str, str, str, str, str]]:
    name = f"`{table.full(field.name)}`"
    if field.left_out:
        yield name, f"not imported: {field.left_out}", "", "", ""
    for feed in field.feeds:
        kind, _dot, fact = feed.partition(".")
        if kind in KINDS:
            becomes = f"{KINDS[kind].name}{f': {fact}' if fact else ''}"
            yield name, becomes, KINDS[kind].section, sensitivity_words(kind), opening_words(kind)
        else:
            yield name, NOT_ENTRIES[kind], "", "", ""


def sensitivity_words(kind: str) -> str:
    """How sensitive an entry of this kind is."""
    return SENSITIVITIES[SENSITIVITY[kind]] if kind in SENSITIVITY else SENSITIVITY_BY_CODE


def opening_words(kind: str) -> str:
    """When an entry of this kind opens to the person it is about."""
    routine = RULES[-1]
    by_code = kind in CODE_LISTS and kind not in SENSITIVITY and kind not in REASONS
    rule = routine if by_code else rule_for(kind, {})
    return f"rule {rule.number}: {rule.why}" + (" Sensitive codes wait for a worker." if by_code else "")
