"""Which way a line of text runs, for readers that do not find out by themselves."""

import unicodedata

RIGHT_TO_LEFT = frozenset({"R", "AL"})


def direction_of(line: str) -> str:
    """ "rtl" when the first letter with a direction is Arabic, Hebrew or the like; else "ltr".

    >>> direction_of("1. مرحبا")
    'rtl'
    """
    for sign in line:
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            return "ltr"
        if kind in RIGHT_TO_LEFT:
            return "rtl"
    return "ltr"


def lines_with_direction(text: str) -> list[tuple[str, str]]:
    """Every line of the text, exactly, with the way it runs. An empty line stays one."""
    return [(line or "\N{NO-BREAK SPACE}", direction_of(line)) for line in text.split("\n")]
