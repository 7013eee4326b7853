"""The page that says when two systems tell one event: docs/reference/joining.md, written from the rules that are used."""

from pathlib import Path

from official_file.joining_rules import PRECEDENCE, RULES
from official_file.likeness_rules import LIKENESSES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "joining.md"
HEAD = """# One story, once: when two systems tell the same event

Written by `make docs` from `official_file/joining_rules.py` and `official_file/likeness_rules.py`; do not change it by hand.

The yearly return, the council's own system, case notes and documents tell the same life. An event that several of them tell stands in the
file once, with every source, and with what each source said word for word.

## Joined by a rule

Only facts of one child are compared, of one kind (but for rule 18), and never two of one system: a system that lists two visits means
two (but for rule 19, when another list names the paper). What leaves no trace is never joined to what does. When a fact fits two
entries equally well, none is taken; a person is asked.

| rule | kind | two systems tell one event when it is |
|---|---|---|
"""
AFTER = """
A worker who sees that a rule was wrong opens the entry, and under "Where it comes from" makes the source an entry of its own. The next
import keeps both apart. What was held or withheld stays so in both. Each of two papers keeps the original.

By rule 18 the words are the entry, closed until a worker opens them; what the list says (that the child was seen, and seen alone) stays
with its source. The entry is as sensitive as the more sensitive of both. When they are taken apart, or one of them names another day,
the words stay where they are read and the list gets an entry of its own. A second visit of that day that comes in later stands alone,
and takes nothing apart.

A source that later says something the rule does not fit any more gets an entry of its own by itself. One that says more (an end) makes
a newer version, with every source.

## Which source is believed

The first system of the row that knows a fact is believed. An end that any of them knows is never lost; the words of nobody are.

| what | in this order |
|---|---|
"""
PROPOSED = """
## Put before a person

What only looks alike is never joined. It comes to the page "Is this the same?" of the child, for whoever may see both entries and works
with the child. Their answer can be taken back at any time.

| rule | it is asked when |
|---|---|
"""
END = """
Told as one, the first stays in the story with the sources of both, and the second stands behind it, where staff read it word for
word. One that is held, withheld, limited or leaves no trace is told with another only when the other is so too: neither opens the
other. What is decided while both are told as one holds for both when they are taken apart.
"""


def page() -> str:
    """The page as it should be."""
    rules = [f"| {rule.number} | {', '.join(sorted(kind.replace('_', ' ') for kind in rule.kinds))} | {rule.says} |" for rule in RULES]
    order = [f"| {what} | {', '.join(systems)}, then any other |" for what, systems in PRECEDENCE.items()]
    asked = [f"| {one.letter} | {one.says} |" for one in sorted(LIKENESSES, key=lambda one: one.letter)]
    parts = [HEAD + "\n".join(rules), AFTER + "\n".join(order), PROPOSED + "\n".join(asked), END.strip("\n")]
    return "\n".join([*parts[:3], "", parts[3]]) + "\n"
