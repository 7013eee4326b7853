"""How much of the corpus is found, and how much of what is found is there.

python -m tests.corpora.mentions.measure tuning --missed      every miss of the half that may be looked at
python -m tests.corpora.mentions.measure held_out             figures and nothing else
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from official_file.mentions import Span, find
from tests.corpora.mentions.pages import Mention, Page, pages

STRUCTURED = frozenset(
    ["address", "postcode", "phone", "email", "nhs_number", "ni_number", "upn", "case_id", "date_of_birth", "vehicle", "school"]
)
WITH_CHECKS = STRUCTURED - {"address", "school"}


@dataclass
class Score:
    """What was labelled and found, by kind; `wrong` are spans with no label below them."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right_person: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    proposed_wrongly: int = 0
    missed: list[str] = field(default_factory=list)
    without_label: list[str] = field(default_factory=list)

    def recall(self, kinds: Iterable[str]) -> float:
        """The share of labelled mentions of these kinds that is covered from end to end."""
        kinds = set(kinds)
        return sum(self.found[kind] for kind in kinds) / max(1, sum(self.labelled[kind] for kind in kinds))

    @property
    def precision(self) -> float:
        """The share of what was found that lies on a label of that kind."""
        return 1 - sum(self.wrong.values()) / max(1, sum(self.spans.values()))


def score(corpus: Sequence[Page], finder: Callable[[Page], list[Span]]) -> Score:
    """Every page, by this finder."""
    result = Score()
    for page in corpus:
        _score_page(page, finder(page), result)
    return result


def ours(page: Page) -> list[Span]:
    """What we find on a page."""
    return find(page.text, page.known)


def _score_page(page: Page, spans: list[Span], result: Score) -> None:
    for mention in page.mentions:
        result.labelled[mention.kind] += 1
        over = [span for span in spans if span.start < mention.end and mention.start < span.end]
        if _is_covered(mention, over):
            result.found[mention.kind] += 1
            if mention.kind == "name":
                result.right_person += any(span.connection == mention.connection for span in over)
                known = page.known[mention.connection or 0]
                result.proposed_wrongly += (known.subject or known.professional) and any(span.propose for span in over)
        else:
            result.missed.append(f"{page.name}: {mention.kind} {_around(page, mention.start, mention.end)}")
    for span in spans:
        result.spans[span.kind] += 1
        if not any(_agree(mention, span) for mention in page.mentions):
            result.wrong[span.kind] += 1
            result.without_label.append(f"{page.name}: {span.kind} {_around(page, span.start, span.end)}")


def _is_covered(mention: Mention, over: list[Span]) -> bool:
    """Whether the mention is covered from its beginning to its end, and by its own kind unless a longer mention holds it whole."""
    at = mention.start
    for span in sorted(over, key=lambda one: one.start):
        if span.start <= at:
            at = max(at, span.end)
    right = any(
        span.kind == mention.kind or (span.end - span.start > mention.end - mention.start and mention.kind in ("name", "relation"))
        for span in over
    )
    return at >= mention.end and right


def _agree(mention: Mention, span: Span) -> bool:
    same = mention.kind == span.kind or {mention.kind, span.kind} <= {"name", "relation"}
    return same and span.start < mention.end and mention.start < span.end


def _around(page: Page, start: int, end: int) -> str:
    return f"{page.text[max(0, start - 30) : start]}[{page.text[start:end]}]{page.text[end : end + 25]}".replace("\n", "|")


def main() -> None:
    """Print the figures of one half."""
    result = score(pages(sys.argv[1]), ours)
    out = [
        f"{kind:<16}{result.found[kind]:>6} of {count:<6}{result.found[kind] / count:8.4f}"
        for kind, count in sorted(result.labelled.items())
    ]
    out += [f"structured {result.recall(STRUCTURED):.4f}  names, right person {result.right_person / max(1, result.found['name']):.4f}"]
    out += [f"precision {result.precision:.4f}  wrong {dict(result.wrong)}  subject or staff proposed {result.proposed_wrongly}"]
    if "--missed" in sys.argv and sys.argv[1] != "held_out":
        out += ["MISSED", *result.missed, "WITHOUT A LABEL", *result.without_label]
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
