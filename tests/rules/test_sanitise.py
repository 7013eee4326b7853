"""HTML from outside keeps its text and structure, and nothing that could run or fetch."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files.sanitise import LINKS_GO_BY, TAGS, sanitise


class Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str, str]] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        self.attributes |= {(tag, name, value or "") for name, value in attrs}


@pytest.mark.parametrize(
    ("given_html", "kept"),
    [
        ("<p>You moved to <strong>Leeds</strong>.</p>", "<p>You moved to <strong>Leeds</strong>.</p>"),
        ("<p>one</p><script>alert(1)</script><p>two</p>", "<p>one</p><p>two</p>"),
        ('<p onclick="go()" style="color:red" class="x">one</p>', "<p>one</p>"),
        ("<!-- note --><p>one</p>", "<p>one</p>"),
        ('<img src="https://example.org/pixel.gif">one', "one"),
        ('<a href="javascript:go()">one</a>', '<a rel="noopener noreferrer">one</a>'),
        ('<a href="https://example.org/">one</a>', '<a href="https://example.org/" rel="noopener noreferrer">one</a>'),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("<svg><style><img src=x onerror=go()></style></svg>one", "one"),
        ("<math><mtext><table><mglyph><style><img src=x onerror=go()>", ""),
    ],
)
def test_what_stays_and_what_goes(given_html, kept) -> None:
    assert sanitise(given_html) == kept


def scheme_of(address: str) -> str:
    """The scheme as a browser reads it, which skips control characters; empty for an address on this site."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE)
    return found[1].lower() if found else ""


PIECE_LIST = [
    "<script>",
    "</script>",
    "<p>",
    "</p>",
    "<a href=",
    "javascript:",
    "'",
    '"',
    ">",
    "<",
    "onload=",
    "<style>",
    "<svg>",
    "<math>",
    "<!--",
] + [
    "-->",
    "&lt;script&gt;",
    "<iframe src=//x>",
    "<form action=/x>",
    "<template>",
    "<noscript>",
    "</title>",
    "\x00",
    "text",
    "&#x6a;",
    " ",
]
PIECES = st.sampled_from(PIECE_LIST)


@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
def test_whatever_comes_in_nothing_dangerous_comes_out(given_html) -> None:
    clean = sanitise(given_html)
    seen = Seen(clean)
    assert seen.tags <= TAGS
    assert {(tag, name) for tag, name, _value in seen.attributes} <= {("a", "href"), ("a", "rel")}
    assert {scheme_of(value) for _tag, name, value in seen.attributes if name == "href"} <= LINKS_GO_BY | {""}


@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
def test_cleaning_twice_changes_nothing_dangerous_back(given_html) -> None:
    assert Seen(sanitise(sanitise(given_html))).tags <= TAGS
