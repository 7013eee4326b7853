"""What makes no sentence at all: a code that means "no" to a risk, one that says nothing new, and a death.

For example:

    says_nothing("left_care", {"code": "X1"})   ->   True: something changed, and care went on
"""

from collections.abc import Mapping

from official_file.plain_language.dataset_lines import ONLY_LINES, lines_of
from official_file.plain_language.details import health_lines
from official_file.plain_language.facts import CODE_LISTS, code_of

# (list, code): the entry is never said. E2 and DIED are never shown to anybody as a sentence.
SILENT_CODES = frozenset(
    {("REC", "E2"), ("REC", "X1"), ("IN_TOUCH", "DIED"), ("PREV_PERM", "Z1"), ("PREV_PERM", "P4"), ("ACTIV", "0"), ("DISABILITY", "NONE")}
)
MAY_LACK_A_CODE = frozenset({"worker_period", "in_need", "protection_plan"})


def says_nothing(kind: str, facts: Mapping[str, object]) -> bool:
    """Whether this entry has nothing to say to its subject."""
    if kind == "health_check":
        return not health_lines(facts)
    if kind in ONLY_LINES:
        return not lines_of(kind, facts)
    if kind not in CODE_LISTS:
        return False
    if not code_of(kind, facts)[1]:
        return kind not in MAY_LACK_A_CODE
    return kind not in MAY_LACK_A_CODE and code_of(kind, facts) in SILENT_CODES
