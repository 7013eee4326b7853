"""The pages in docs/journeys link to files that are there, and the contribution's page to every verb of its path."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, names

PAGES = sorted((ROOT / "docs" / "journeys").glob("*.md"))
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_to_a_file(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (page.parent / link).resolve().is_file()] == []


def test_the_path_of_a_contribution_passes_every_verb() -> None:
    page = ROOT / "docs" / "journeys" / "contribution.md"
    linked = {(page.parent / link).resolve().relative_to(ROOT).as_posix() for link in LINK.findall(page.read_text(encoding="utf-8"))}
    verbs = {name for name in names() if re.match(r"(stories|moderation)/actions/(?!__init__)\w+\.py$", name)}
    assert verbs - linked - STEPS_INSIDE == set()


# Parts of other verbs, which nobody does by themselves.
STEPS_INSIDE = {
    "moderation/actions/ask_second_person.py",
    "moderation/actions/decide.py",
    "moderation/actions/keep_reply.py",
    "moderation/actions/lock.py",
    "stories/actions/owed.py",
    "stories/actions/see_answers.py",
}
