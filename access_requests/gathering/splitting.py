"""Papers of several children in one bundle: where one paper ends and the next begins, and which pages are about somebody else.

ranges(7, begins=[4], others=[(6, 7)])   ->   pages 1-3 and 4-5 stay, 6-7 are about another child

about_others(["Name: Ken Lowe ...", "...", "Name: Ann Lowe ..."], {"ken lowe"})   ->   [3]
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from law.wording import gettext_noop

NAMED = re.compile(
    r"^\W*(?:full name|name of child|child's name|child name|name|re|child|young person|client|subject)\s*[:\-]\s*(?P<name>[A-Z].{2,60}?)"
    r"(?:\s{2,}|,|;|\bd\.?o\.?b|\bborn|\(|$)",
    re.IGNORECASE | re.MULTILINE,
)
PIECE = re.compile(r"^\s*(\d{1,5})\s*(?:(?:-|–|to)\s*(\d{1,5}))?\s*$")
HEADING_LINES = 15
NOT_PAGES = gettext_noop('Write pages as numbers, for example "4-7, 12".')
NOT_THERE = gettext_noop("There is no page {page}. It has {pages} pages.")
NOTHING = gettext_noop("Say where a new paper begins, or which pages are about another child.")


class WrongPages(ValueError):
    """What was typed names no pages of this paper. `sentence` says what to do; `places` fills it."""

    def __init__(self, sentence: str, **places: object) -> None:
        super().__init__(sentence)
        self.sentence, self.places = sentence, places


@dataclass(frozen=True, slots=True)
class Range:
    """Pages that belong together, first and last included. `another`: they are about another child."""

    first: int
    last: int
    another: bool = False


def pages_in(typed: str, pages: int) -> list[tuple[int, int]]:
    """Page ranges as they were typed: "4-7, 12". Raises WrongPages."""
    found = []
    for piece in filter(str.strip, re.split(r"[,;\n]", typed)):
        match = PIECE.match(piece)
        if not match:
            raise WrongPages(NOT_PAGES)
        first, last = int(match[1]), int(match[2] or match[1])
        for page in (first, last):
            if not 1 <= page <= pages:
                raise WrongPages(NOT_THERE, page=page, pages=pages)
        found.append((min(first, last), max(first, last)))
    return found


def ranges(pages: int, *, begins: Iterable[int] = (), others: Iterable[tuple[int, int]] = ()) -> list[Range]:
    """The parts of a paper, every page in exactly one. Raises WrongPages when that leaves it whole and about nobody else."""
    about = [False] * (pages + 1)
    for first, last in others:
        about[first : last + 1] = [True] * (last - first + 1)
    cuts = {1, *begins} | {page for page in range(2, pages + 1) if about[page] != about[page - 1]}
    starts = sorted(page for page in cuts if 1 <= page <= pages)
    made = [Range(first, after - 1, about[first]) for first, after in zip(starts, [*starts[1:], pages + 1], strict=True)]
    if len(made) == 1 and not made[0].another:
        raise WrongPages(NOTHING)
    return made


def about_others(texts: Sequence[str], own_names: Collection[str]) -> list[int]:
    """Pages whose heading names somebody who is not the person asked about, and those behind them until a heading names them again.

    Only a proposal: a person decides. A page whose heading names nobody belongs to the one before it.
    """
    own = {_plain(name) for name in own_names}
    found: list[int] = []
    another = False
    for number, text in enumerate(texts, 1):
        heading = "\n".join(text.splitlines()[:HEADING_LINES])
        names = [_plain(match["name"]) for match in NAMED.finditer(heading)]
        if names:
            another = not any(_is_one_of(name, own) for name in names)
        if another:
            found.append(number)
    return found


def as_typed(pages: Sequence[int]) -> str:
    """Page numbers as somebody would type them: [4, 5, 6, 9] -> "4-6, 9"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", name.casefold()))


def _is_one_of(name: str, own: Collection[str]) -> bool:
    """Whether a heading's name is one of theirs: all its words are in one of their names, or all of theirs in it."""
    words = set(name.split())
    return any(words and other and (words <= set(other.split()) or set(other.split()) <= words) for other in own)
