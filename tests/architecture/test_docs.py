"""Pages of documentation point at what is there."""

import re
from pathlib import PurePosixPath

import pytest

from tests.architecture.tree import ROOT, Source, sources

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
MAKE = re.compile(r"\bmake ([a-z][a-z-]+)\b")
ONLY_COMMANDS = re.compile(r"`([^`\n]+)`|^ {4}(\S[^\n]*)$|^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def dead_links(pages: list[Source]) -> list[str]:
    """Relative links to files that do not exist."""
    faults = []
    for page in pages:
        for target in LINK.findall(page.text):
            path = target.split("#")[0]
            if path and not re.match(r"[a-z]+:", path) and not (ROOT / PurePosixPath(page.name).parent / path).exists():
                faults.append(f"{page.name} points at {target}, which is not there")
    return faults


def unknown_commands(pages: list[Source], makefile: str) -> list[str]:
    """`make` commands that the Makefile does not have."""
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    return [
        f"{page.name} names make {target}, which the Makefile does not have"
        for page in pages
        for command in ONLY_COMMANDS.findall(page.text)
        for target in MAKE.findall("\n".join(command))
        if target not in known
    ]


def test_every_link_leads_somewhere() -> None:
    assert dead_links(list(sources(".md"))) == []


def test_every_command_named_is_there() -> None:
    assert unknown_commands(list(sources(".md")), (ROOT / "Makefile").read_text()) == []


@pytest.mark.parametrize("text", ["[one](nowhere.md)", "![one](../pictures/none.png)", "[one](nowhere.md#part)"])
def test_a_dead_link_is_caught(text) -> None:
    assert len(dead_links([Source("docs/x.md", text)])) == 1


@pytest.mark.parametrize("text", ["[one](https://example.org/)", "[one](#part)", "[one](../README.md)", "[one](how-to/test.md)"])
def test_other_links_are_left_alone(text) -> None:
    assert dead_links([Source("docs/x.md", text)]) == []


def test_an_unknown_command_is_caught() -> None:
    assert len(unknown_commands([Source("x.md", "Run `make coffee`.\n\n    make tea\n\nand make sense.")], "run:\n")) == 2
