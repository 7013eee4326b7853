"""Rules for templates: each takes sources and returns a sentence for every fault it finds.

A template is read as Django reads it (its own lexer), what it would print is left empty, and the rest is read as HTML.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType

from tests.architecture.tree import APPS, LAYERS, Source

MOST_LINES = 150
SPOKEN_ATTRIBUTES = {"alt", "title", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext"}
BUTTONS = {"submit", "button", "reset"}
DATA_SCRIPTS = {"application/json", "application/ld+json"}
FETCHED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("audio", "src"), ("video", "src"), ("source", "src")}
LITERAL = re.compile(r"""^["']([^"']+)["']""")
INTO_AN_ATTRIBUTE = ("_class", "_id", "_url")  # the ends of names of blocks that a base template prints inside an attribute
SENTENCE = re.compile(r"[^\W\d_]+\s+[^\W\d_]+")

Attributes = list[tuple[str, str | None]]


class _Page(HTMLParser):
    """Walks the HTML of a template and notes what is spoken, and what a strict policy would refuse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spoken: list[tuple[int, str]] = []
        self.refused: list[tuple[int, str]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = dict(attrs)
        if tag in {"script", "style"}:
            self._silent += 1
        self._note_spoken(tag, given)
        self._note_refused(tag, given)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent and _has_letters(data):
            self.spoken.append((self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n"), " ".join(data.split())))

    def _note_spoken(self, tag: str, given: dict[str, str | None]) -> None:
        for name, value in given.items():
            spoken = name in SPOKEN_ATTRIBUTES or (name == "value" and tag == "input" and given.get("type") in BUTTONS)
            described = name == "content" and tag == "meta" and given.get("name") in {"description", "application-name"}
            told = name.startswith("data-") and SENTENCE.search(value or "")
            if (spoken or described or told) and _has_letters(value or ""):
                self.spoken.append((self.getpos()[0], f'{name}="{value}"'))

    def _note_refused(self, tag: str, given: dict[str, str | None]) -> None:
        line = self.getpos()[0]
        if tag == "style" or "style" in given:
            self.refused.append((line, "inline style"))
        if tag == "script" and "src" not in given and given.get("type") not in DATA_SCRIPTS:
            self.refused.append((line, "inline script"))
        for name, value in given.items():
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.refused.append((line, f"inline script in {name}"))
            if (tag, name) in FETCHED and re.match(r"(https?:)?//", value or ""):
                self.refused.append((line, f"a file from another host: {value}"))


def bare_text(sources: Iterable[Source]) -> list[str]:
    """Text a reader sees or hears that no translator would."""
    return [
        f"{source.name}:{line} is not translatable: {text[:60]}"
        for source in sources
        for line, text in (_read(source).spoken if source.name.endswith(".html") else _plain_text(source))
    ]


def inline(sources: Iterable[Source]) -> list[str]:
    """Scripts and styles inside a page, which the content security policy refuses, and files from elsewhere."""
    return [f"{source.name}:{line} {what}" for source in sources for line, what in _read(source).refused]


def long_templates(sources: Iterable[Source]) -> list[str]:
    """Templates nobody can see the whole of."""
    return [f"{source.name} has {source.lines} lines; at most {MOST_LINES}" for source in sources if source.lines > MOST_LINES]


def borrowed(sources: Iterable[Source]) -> list[str]:
    """Includes and extends that reach up the layers, or sideways."""
    faults = []
    for source in sources:
        owner = _owner(source.name)
        for token in _tokens(source):
            target = _literal_target(token)
            if target and not _may_use(owner, target.split("/")[0] if "/" in target else ""):
                faults.append(f"{source.name}:{token.lineno} uses {target}, which is not its own, shared, or below it")
    return faults


def unescaped(sources: Iterable[Source], allowed: Iterable[str] = ()) -> list[str]:
    """Places that print without escaping."""
    allowed = set(allowed)
    return [
        f"{source.name}:{token.lineno} prints without escaping"
        for source in sources
        if source.name.endswith(".html") and source.name not in allowed  # a plain text is escaped where it is printed
        for token in _tokens(source)
        if (token.token_type == TokenType.VAR and re.search(r"\|\s*(safe|safeseq)\b", token.contents))
        or (token.token_type == TokenType.BLOCK and token.contents.split()[:2] == ["autoescape", "off"])
    ]


@lru_cache
def _tokens(source: Source) -> tuple[Token, ...]:
    tokens = Lexer(source.text).tokenize()
    line = 1
    for token, piece in zip(tokens, _pieces(source.text), strict=True):
        token.lineno = line
        line += piece.count("\n")
    return tuple(tokens)


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(r"({%.*?%}|{{.*?}}|{#.*?#})", text) if piece]


@lru_cache
def _read(source: Source) -> _Page:
    page = _Page()
    page.feed("".join(_without_django(source)))
    page.close()
    return page


def _plain_text(source: Source) -> list[tuple[int, str]]:
    lines = "".join(_without_django(source)).splitlines()
    return [(number, line.strip()) for number, line in enumerate(lines, 1) if _has_letters(line)]


def _without_django(source: Source) -> Iterator[str]:
    """The text of a template without what Django would replace or translate; line numbers stay."""
    inside = ""
    for token, piece in zip(_tokens(source), _pieces(source.text), strict=True):
        words = token.contents.split() if token.token_type == TokenType.BLOCK else []
        name = words[0] if words else ""
        if inside:
            inside = "" if name == inside else inside
        elif name in {"blocktranslate", "blocktrans", "comment"} or (name == "block" and words[-1].endswith(INTO_AN_ATTRIBUTE)):
            inside = f"end{name}"
        elif token.token_type == TokenType.TEXT:
            yield piece
            continue
        yield "\n" * piece.count("\n")


def _literal_target(token: Token) -> str:
    words = token.split_contents() if token.token_type == TokenType.BLOCK else []
    if len(words) > 1 and words[0] in {"include", "extends"}:
        found = LITERAL.match(words[1])
        return found.group(1) if found else ""
    return ""


def _owner(name: str) -> str:
    parts = name.split("/")
    inside = parts[parts.index("templates") + 1] if "templates" in parts[:-1] else parts[0]
    return inside if inside in APPS else ""


def _may_use(owner: str, folder: str) -> bool:
    if folder not in APPS or folder == owner:
        return True
    return owner in LAYERS and folder in LAYERS and LAYERS.index(owner) < LAYERS.index(folder)


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)
