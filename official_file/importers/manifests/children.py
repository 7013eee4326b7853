"""Whose a document is: the young person with this number, in the system the manifest names or in one of those that number people."""

from collections.abc import Iterable

from official_file.importers.manifests.lines import DocumentLine
from people.models import Child, Identifier

SOURCES = ("ssda903", "ssd")
NAMES = {"ssda903": "ssda903", "903": "ssda903", "return": "ssda903", "ssd": "ssd"}
UNKNOWN = "nobody has brought in this young person. Bring in the return or the notes first. The line was left out."
TWO = "two young people have this number, in two systems. Say which system in a column called child_source. The line was left out."
WRONG_SOURCE = "child_source should be ssda903 or ssd. The line was left out."


def children_of(lines: Iterable[DocumentLine]) -> dict[DocumentLine, Child | str]:
    """For each line its young person, or a sentence that says why there is none."""
    wanted = list(lines)
    rows = Identifier.objects.filter(source__in=SOURCES, key__in={line.child for line in wanted}).select_related("child")
    known = {(row.source, row.key): row.child for row in rows}
    return {line: _child_of(line, known) for line in wanted}


def _child_of(line: DocumentLine, known: dict[tuple[str, str], Child]) -> Child | str:
    if line.child_source:
        source = NAMES.get(line.child_source)
        return known.get((source, line.child), UNKNOWN) if source else WRONG_SOURCE
    found = {child.pk: child for source in SOURCES if (child := known.get((source, line.child)))}
    if len(found) > 1:
        return TWO
    return next(iter(found.values()), UNKNOWN)
