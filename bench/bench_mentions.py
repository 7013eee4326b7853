"""Finding people in notes: what is missed, what is wrong and how long it takes, beside Presidio with a small English model.

The half of the corpus that was never used while tuning (tests/corpora/mentions/). Presidio runs in an environment of its own; where
that is not there, what is compared with it is left out. Its names are counted in the kindest way: whatever it calls a person, an
organisation or a place covers a name.
"""

import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

from bench.figure import Figure, seconds
from official_file.mentions import Known, Span, find
from tests.corpora.mentions.measure import STRUCTURED, Score, ours, score
from tests.corpora.mentions.pages import Page, pages

PYTHON = Path(".venv-compared/bin/python")
MEANS = {
    "PERSON": ("name",),
    "ORGANIZATION": ("name", "school"),
    "LOCATION": ("name", "address"),
    "PHONE_NUMBER": ("phone",),
    "EMAIL_ADDRESS": ("email",),
    "UK_NHS": ("nhs_number",),
    "UK_NINO": ("ni_number",),
    "UK_POSTCODE": ("postcode",),
    "UK_VEHICLE_REGISTRATION": ("vehicle",),
    "DATE_TIME": ("date_of_birth",),
}
SURE = ("PERSON", "PHONE_NUMBER", "EMAIL_ADDRESS", "UK_NHS", "UK_NINO", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION")
HELD_OUT, LONG = "held_out", 20


def measure() -> list[Figure]:
    """Shares missed and wrong, seconds, and how they grow with the text and with the names."""
    corpus = pages(HELD_OUT)
    mine = score(corpus, ours)
    return [*_compared(corpus, mine), *_growth(corpus)]


def _compared(corpus: tuple[Page, ...], mine: Score) -> list[Figure]:
    """Beside Presidio when it is there; beside nothing when it is not."""
    took = seconds(lambda: score(corpus, ours), 3)
    answer = _presidio(corpus)
    spans = answer["spans"] if answer else [[] for _page in corpus]
    found, sure = _scored(corpus, spans, tuple(MEANS)), _scored(corpus, spans, SURE)
    beside = "Presidio with a small English model" if answer else "nothing: Presidio is not installed here"
    words = sum(len(page.text.split()) for page in corpus)
    compared = [
        ("mentions_names_missed", 1 - mine.recall(["name"]), 1 - found.recall(["name"]), f"Names of people on {len(corpus)} pages", 0.1),
        ("mentions_numbers_missed", 1 - mine.recall(STRUCTURED), 1 - found.recall(STRUCTURED), "Numbers, addresses, dates of birth", 0.1),
        ("mentions_wrong", 1 - mine.precision, 1 - sure.precision, "Of what was found, what is no mention", 1.0),
        ("mentions_seconds", took, answer["seconds"] if answer else 0.0, f"Reading these pages, {words} words", 0.5),
    ]
    return [
        Figure(name, value, floor, "s" if "seconds" in name else "share", f"{what}, beside {beside}.", most if answer else 0)
        for name, value, floor, what, most in compared
    ]


def _growth(corpus: tuple[Page, ...]) -> list[Figure]:
    """Twenty times the text, and 500 names for ten."""
    text, known = corpus[0].text, corpus[0].known
    one = seconds(lambda: find(text * LONG, known), 5)
    many = seconds(lambda: find(text * LONG * LONG, known), 2)
    few_names, many_names = _crowd(10), _crowd(500)
    for names in (few_names, many_names):  # the automaton is made once for a file
        find(text, names)
    few = seconds(lambda: find(text * LONG, few_names), 5)
    crowd = seconds(lambda: find(text * LONG, many_names), 5)
    return [
        Figure("mentions_twenty_times_the_text", many, one * LONG, "s", "Twenty times the text, beside twenty times the seconds.", 2),
        Figure("mentions_500_names", crowd, few, "s", "A text read for 500 names, beside the same for ten.", 3),
    ]


def _crowd(number: int) -> tuple[Known, ...]:
    """So many people with names that nobody has."""
    chance = random.Random(number)
    syllables = ("bra", "tol", "min", "ke", "sha", "dor", "vi", "lun", "pa", "res")

    def name() -> str:
        return "".join(chance.choice(syllables) for _ in range(3)).capitalize()

    return tuple(Known((f"{name()} {name()}",)) for _ in range(number))


def _presidio(corpus: tuple[Page, ...]) -> dict[str, Any] | None:
    """What Presidio finds, or None where it is not installed."""
    if not PYTHON.exists():
        return None
    texts = json.dumps([page.text for page in corpus])
    done = subprocess.run(
        [PYTHON, "-m", "bench.compared.presidio"],
        input=texts,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    return json.loads(done.stdout) if done.returncode == 0 else None


def _scored(corpus: tuple[Page, ...], found: list[list[list[str | int]]], entities: tuple[str, ...]) -> Score:
    by_page = {page.name: spans for page, spans in zip(corpus, found, strict=True)}
    return score(corpus, lambda page: [one for span in by_page[page.name] if span[2] in entities for one in _spans(page, span)])


def _spans(page: Page, span: list[str | int]) -> list[Span]:
    start, end = int(span[0]), int(span[1])
    return [Span(start, end, page.text[start:end], kind) for kind in MEANS[str(span[2])]]
