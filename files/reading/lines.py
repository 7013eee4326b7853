"""Lines of a page put together again: a page is broken where its paper ended, a phone breaks it elsewhere."""

FULL = 0.72  # of the longest line: a line that is this long ended because the paper did
FEWEST_LETTERS = 30  # of the longest line; narrower text is a list or a form, and stays as it is


def rejoined(text: str) -> str:
    """The words of a page with lines joined that only the paper's edge parted. Short lines, lists and empty lines stay."""
    lines = [line.rstrip() for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    if longest < FEWEST_LETTERS:
        return "\n".join(lines)
    joined: list[str] = []
    before = ""
    for line in lines:
        goes_on = len(before) >= FULL * longest and line.strip() and not line[:1].isspace() and not _begins_a_point(line)
        if goes_on:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        before = line
    return "\n".join(joined)


def _begins_a_point(line: str) -> bool:
    first = line.split(maxsplit=1)[0]
    return first in {"-", "*", "•", "–", "o", "»"} or (first[:-1].isdigit() and first[-1:] in ".)")
