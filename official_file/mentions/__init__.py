"""Who and what a text mentions: the people of this file in every form their names are written, relations, addresses, numbers. Pure.

    find("Rang sarah re 07700 900123", [Known(("Sarah Whitfield",), "your mum")])
    ->  [Span(5, 10, "sarah", "name", 0, True), Span(14, 26, "07700 900123", "phone", None, True)]

A proposal and nothing more: a person decides about every one. What is found and what is missed: docs/reference/mentions.md.
"""

from official_file.mentions.finding import find
from official_file.mentions.known import KINDS, Known, Span

__all__ = ["KINDS", "Known", "Span", "find"]
