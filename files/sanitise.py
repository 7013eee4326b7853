"""HTML from outside, made harmless: one function, two cleaners with the same allow list.

nh3 cleans first and is the boundary (it parses as browsers do and drops the contents of scripts). bleach cleans second:
it has had no releases since June 2026, so nothing rests on it alone (docs/adr).
"""

import bleach
import nh3

TAGS = frozenset(
    ("p", "br", "hr", "strong", "b", "em", "i", "u", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "a")
    + ("table", "thead", "tbody", "tr", "th", "td", "caption")
)
LINKS_GO_BY = frozenset(("https", "http", "mailto", "tel"))
LINK_REL = "noopener noreferrer"


def sanitise(html: str) -> str:
    """`html` with nothing left but text, plain structure and ordinary links. Safe to print without escaping."""
    first = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"a": {"href"}},
        url_schemes=set(LINKS_GO_BY),
        link_rel=LINK_REL,
        strip_comments=True,
    )
    return bleach.clean(
        first,
        tags=TAGS,
        attributes={"a": ["href", "rel"]},
        protocols=LINKS_GO_BY,
        strip=True,
        strip_comments=True,
    )
