"""How a reading process and the one that started it talk: one JSON object a line.

`look PATH` answers once: {"pages": 3} or {"finding": "locked"}. `pages PATH OUT FIRST` answers once for each page, after a line
on standard input has asked for it; when the asker is gone, the process ends by itself.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from files.reading.findings import Refused
from files.reading.limits import MOST_TEXT_OF_A_PAGE


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read. `picture`, `small` and `letters` are names of files in the folder given; "" for none.

    `letters`: the picture a program has still to read, because the page holds no text of its own.
    """

    number: int
    text: str = ""
    picture: str = ""
    small: str = ""
    letters: str = ""
    failed: bool = False


Look = Callable[[Path], int]
Pages = Callable[[Path, Path, int], Iterator[Page]]


def answer(look: Look, pages: Pages) -> None:
    """Do what the command line asks. Any other fault ends the process, which says enough."""
    verb, path, *more = sys.argv[1:]
    if verb == "look":
        try:
            _say({"pages": look(Path(path))})
        except Refused as refusal:
            _say({"finding": refusal.code})
        return
    out, first = more
    asked = iter(sys.stdin.readline, "")
    found = pages(Path(path), Path(out), int(first))
    for _asked in asked:
        page = next(found, None)
        if page is None:
            return
        _say(asdict(page) | {"text": tidy(page.text)})


def tidy(text: str) -> str:
    """The text of a page as a database takes it: line breaks as LF, no U+0000, no half pairs, not without end."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")[:MOST_TEXT_OF_A_PAGE]
    return plain.encode("utf-8", "ignore").decode("utf-8")


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()
