"""The words of an e-mail: its heads, its text or its HTML as text, and the names of what was attached."""

import html
import re

from files.sanitise import sanitise

BLOCKS = re.compile(r"</?(?:p|br|hr|h[2-4]|li|tr|blockquote|table|ul|ol)\b[^>]*>", re.IGNORECASE)
TAGS = re.compile(r"<[^>]+>")
MANY_BREAKS = re.compile(r"\n{3,}")
MOST_HTML = 2_000_000  # characters


def letter(heads: list[tuple[str, str]], words: str, attached: list[str]) -> str:
    """The e-mail as it would be printed. What was attached is named, and nothing of it opened."""
    lines = [f"{name}: {' '.join(value.split())}" for name, value in heads if value.strip()]
    text = "\n".join(lines) + "\n\n" + words.replace("\r\n", "\n").strip()
    names = [" ".join(name.split())[:200] for name in attached if name.strip()]
    return f"{text}\n\nAttached: {', '.join(names)}" if names else text


def words_of_html(page: str) -> str:
    """The words of a page of HTML, cleaned first: no script, no style, nothing fetched."""
    clean = sanitise(page[:MOST_HTML])
    text = html.unescape(TAGS.sub("", BLOCKS.sub("\n", clean)))
    return MANY_BREAKS.sub("\n\n", "\n".join(line.strip() for line in text.splitlines())).strip()
