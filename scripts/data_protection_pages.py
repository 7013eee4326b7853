"""The templates of the impact assessment and of the children's privacy notice: docs/templates, written from the table of data flows."""

from pathlib import Path

from portal.data_protection.documents import WAYS_OUT, About, children_notice, impact_assessment

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "templates"
ASSESSMENT, NOTICE = FOLDER / "impact-assessment.md", FOLDER / "privacy-notice-for-children.md"
ABOUT = About("the council", "My story", "EW")
ALL_OPEN = dict.fromkeys(WAYS_OUT, True)


def assessment() -> str:
    """The impact assessment, with every way out open: the most that can happen."""
    return impact_assessment(ABOUT, ALL_OPEN)


def notice() -> str:
    """The children's notice, the same way."""
    return children_notice(ABOUT, ALL_OPEN)
