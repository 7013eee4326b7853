"""The published schema of case notes, and what is wrong with a line in a sentence.

The schema that is published (docs/reference/case-notes.schema.json) is the one that is used: there is no second copy.
A sentence never repeats what a line says, because the report may be read by people who may not read the record.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from official_file.importers.report import shown

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "reference" / "case-notes.schema.json"
MOST_FAULTS = 3  # of one line

SENTENCES = {
    "required": "something that must be there is missing: {missing}.",
    "additionalProperties": "there is a key that the schema does not know: {extra}.",
    "type": "this should be of type {value}.",
    "enum": "this should be one of {value}.",
    "not": "this line names a child and children. Give one of both.",
    "const": "this should be {value}.",
    "format": "this is not a day of the calendar. Write year-month-day, like 2026-02-03.",
    "anyOf": "this should be a date, like 2026-02-03, or null.",
    "pattern": "this is blank or not written as the schema says.",
    "minLength": "this is empty.",
    "maxLength": "this is longer than {value} characters.",
    "minItems": "this list is empty.",
    "maxItems": "this list has more than {value} parts.",
    "uniqueItems": "this list has the same part twice.",
}
ANYTHING_ELSE = "this does not fit the schema in docs/reference/case-notes.schema.json."


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """Where in the line, a stable code, and a sentence."""

    column: str
    code: str
    sentence: str


@cache
def _schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


@cache
def types() -> tuple[str, ...]:
    """What a line may be: person, worker, visit and so on."""
    return tuple(_schema()["properties"]["type"]["enum"])


@cache
def _validator(of_type: str) -> Draft202012Validator:
    schema = {"$schema": _schema()["$schema"], "$defs": _schema()["$defs"], "$ref": f"#/$defs/{of_type}"}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults_of(line: dict[str, Any]) -> list[SchemaFault]:
    """What is wrong with a line, at most MOST_FAULTS things; empty when it fits the schema."""
    of_type = line.get("type")
    if of_type not in types():
        return [SchemaFault("type", "wrong_type", f"this should be one of {', '.join(types())}.")]
    errors = sorted(_validator(of_type).iter_errors(line), key=lambda error: error.json_path)
    found = dict.fromkeys(SchemaFault(_column(error), _code(error), _sentence(error)) for error in errors)
    return list(found)[:MOST_FAULTS]


def _column(error: ValidationError) -> str:
    return error.json_path.removeprefix("$").removeprefix(".")


def _code(error: ValidationError) -> str:
    return "wrong_date" if error.validator in {"format", "anyOf"} else f"schema_{error.validator}"


def _sentence(error: ValidationError) -> str:
    sentence = SENTENCES.get(str(error.validator), ANYTHING_ELSE)
    value = error.validator_value
    said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return sentence.format(value=said, missing=", ".join(_missing(error)), extra=", ".join(_extra(error)))


def _missing(error: ValidationError) -> list[str]:
    wanted: Any = error.validator_value
    return [name for name in wanted if name not in _given(error)] if error.validator == "required" else []


def _extra(error: ValidationError) -> list[str]:
    schema: Any = error.schema
    if error.validator != "additionalProperties":
        return []
    return [shown(name) for name in _given(error) if name not in schema.get("properties", {})]


def _given(error: ValidationError) -> dict[str, Any]:
    given: Any = error.instance
    return given if isinstance(given, dict) else {}
