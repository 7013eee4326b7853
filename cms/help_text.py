"""Reads a help page written as plain text into the blocks of a page. No database, no Django.

    title: When someone reads what you send
    section: words
    intro: People read it in the daytime.

    ## How long it takes
    We answer within **3 working days**. See [what we keep](what-we-keep).

    - a list
    1. a step
    ! words that must not be missed
    {hours}

Parts are separated by an empty line. `{name}` stands for a block that reads its contents elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

FIELDS = ("title", "section", "intro")
STANDING_BLOCKS = ("people_to_talk_to", "hours", "words_to_know")
LINK = re.compile(r"\[([^\]]+)\]\(([a-z0-9-]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")

Block = dict[str, Any]
Address = Callable[[str], int | None]


class NotHelpText(ValueError):
    """The text is not a help page: says which part and what is missing."""


@dataclass(frozen=True, slots=True)
class HelpText:
    """A page as written: its three fields, and its parts in order."""

    slug: str
    title: str
    section: str
    intro: str
    parts: tuple[str, ...] = field(default=())

    def blocks(self, page_id: Address) -> list[Block]:
        """The parts as blocks; `page_id` gives the number of the page a link names (None: the words stay, the link does not)."""
        return [{**_block(part, page_id), "id": str(uuid5(NAMESPACE_URL, f"{self.slug}/{place}"))} for place, part in enumerate(self.parts)]

    def links(self) -> list[str]:
        """The pages this page points to."""
        return [slug for part in self.parts for _text, slug in LINK.findall(part)]


def read_help_text(slug: str, text: str) -> HelpText:
    """Read one file. Raises NotHelpText when a field is missing or a standing block is unknown."""
    head, _, rest = text.strip().partition("\n\n")
    given = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    missing = [name for name in FIELDS if not given.get(name)]
    if missing:
        raise NotHelpText(f"The help page {slug} has no {missing[0]}. Its first lines are title, section and intro.")
    apart = re.sub(r"^(## .*)$", r"\1\n", rest, flags=re.MULTILINE)  # a heading is a part of its own
    parts = tuple(part.strip() for part in re.split(r"\n\s*\n", apart) if part.strip())
    for part in parts:
        if part.startswith("{") and part.strip("{}") not in STANDING_BLOCKS:
            raise NotHelpText(f"The help page {slug} names the block {part}, which is not one of {', '.join(STANDING_BLOCKS)}.")
    return HelpText(slug, given["title"], given["section"], given["intro"], parts)


def _block(part: str, page_id: Address) -> Block:
    lines = part.splitlines()
    if part.startswith("{"):
        return {"type": part.strip("{}"), "value": None}
    if part.startswith("## "):
        return {"type": "heading", "value": part.removeprefix("## ")}
    if part.startswith("! "):
        return {"type": "callout", "value": {"title": "", "text": " ".join(lines).removeprefix("! ")}}
    if part.startswith("1. "):
        return {"type": "steps", "value": [_step(line, place, part) for place, line in enumerate(lines)]}
    if part.startswith("- "):
        items = "".join(f"<li>{_rich(line.removeprefix('- '), page_id)}</li>" for line in lines)
        return {"type": "paragraph", "value": f"<ul>{items}</ul>"}
    return {"type": "paragraph", "value": f"<p>{_rich(' '.join(lines), page_id)}</p>"}


def _step(line: str, place: int, part: str) -> Block:
    return {"type": "item", "value": re.sub(r"^\d+\. ", "", line), "id": str(uuid5(NAMESPACE_URL, f"{part}/{place}"))}


def _rich(text: str, page_id: Address) -> str:
    def link(found: re.Match[str]) -> str:
        number = page_id(found[2])
        return f'<a linktype="page" id="{number}">{found[1]}</a>' if number else found[1]

    return LINK.sub(link, BOLD.sub(r"<b>\1</b>", escape(text, quote=False)))
