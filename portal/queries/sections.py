"""The sections of a record, in the order they are read, and why each is collected: one sentence each.

docs/reference: each of the 28 categories of what councils record maps to one of these (official_file/kinds.py).
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from cms.queries import wording
from official_file.kinds import SECTIONS
from people.models import Child


@dataclass(frozen=True, slots=True)
class Section:
    """A section's name, why it is collected, and what to say when nothing is open in it: messages, translated when shown."""

    slug: str
    name: str
    reason: str
    nothing: str

    @property
    def title(self) -> str:
        """Its name: as the council says it, else as we do, in the reader's language."""
        return wording(f"section:{self.slug}") or gettext(self.name)

    @property
    def why(self) -> str:
        """Why it is collected, in one sentence."""
        return gettext(self.reason)

    @property
    def empty(self) -> str:
        """What to say when nothing in it is open."""
        return gettext(self.nothing)


_ALL = (
    Section(
        "about_me",
        _("About me"),
        _("So that everybody who helps you knows who you are, and you do not have to say it again."),
        _("Nothing is open here yet. You can write about yourself on the first page."),
    ),
    Section(
        "why_in_care",
        _("Why I am in care"),
        _("So that the reason is written down and you can always come back to it."),
        _("Nothing is open here yet. You can ask your worker to write it and read it with you."),
    ),
    Section(
        "homes",
        _("Where I have lived"),
        _("So that you can see where you lived and when. The law says we must write it down."),
        _("Nothing is open here yet. Ask your worker where you have lived."),
    ),
    Section(
        "family",
        _("My family and important people"),
        _("So that we know who matters to you and how you keep in touch."),
        _("Nothing is open here yet. You can write about the people who matter to you."),
    ),
    Section(
        "helpers",
        _("People whose job is to help me"),
        _("So that you know who visited, when, and what they said they would do."),
        _("Nothing is open here yet. Ask your worker who has helped you."),
    ),
    Section(
        "health",
        _("My health"),
        _("So that you get the doctor, the dentist and the help you need."),
        _("Nothing is open here yet. Your worker reads this part with you first. Ask when you want to."),
    ),
    Section(
        "school",
        _("School, college and work"),
        _("So that people help you learn, and know what you are good at."),
        _("Nothing is open here yet. You can ask your worker what is written about school."),
    ),
    Section(
        "money",
        _("Money"),
        _("So that you get the money and savings that are yours."),
        _("Nothing is open here yet. You can ask your worker what is yours."),
    ),
    Section(
        "plans",
        _("My plans and meetings"),
        _("So that everybody remembers what was agreed, and does it."),
        _("Nothing is open here yet. Ask your worker what was agreed at your last meeting."),
    ),
    Section(
        "decisions",
        _("Decisions and court"),
        _("So that you can see who decided what, and which law let them."),
        _("Nothing is open here yet. Ask your worker who decided and why."),
    ),
    Section(
        "papers",
        _("My papers"),
        _("So that your letters and papers are never lost."),
        _("Nothing is open here yet. Ask your worker for your letters and papers."),
    ),
    Section(
        "my_words",
        _("My words"),
        _("So that your side is in your file, exactly as you wrote it."),
        _("Nothing is here yet. Words you send come here when they are in your file."),
    ),
    Section(
        "leaving_care",
        _("Leaving care"),
        _("So that you get the help you have a right to after care."),
        _("Nothing is here yet. It begins when you are about 16."),
    ),
)

SECTIONS_IN_ORDER: tuple[Section, ...] = tuple(section for slug in SECTIONS for section in _ALL if section.slug == slug)
BY_SLUG: dict[str, Section] = {section.slug: section for section in SECTIONS_IN_ORDER}


GROWN_UP: dict[str, dict[str, str]] = {  # what is said otherwise to somebody who has left care
    "why_in_care": {"name": _("Why I was in care")},
    "leaving_care": {"nothing": _("Nothing is open here yet. You can ask us what help you have a right to.")},
}


def as_said_to(section: Section, child: Child) -> Section:
    """The section in words that are true for its reader: who has left care was in care, and is older than 16."""
    return replace(section, **GROWN_UP.get(section.slug, {})) if child.stage == "care_leaver" else section
