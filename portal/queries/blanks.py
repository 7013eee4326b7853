"""Why a part of the record shows nothing: what a worker said of it, else what is true whatever is closed there (need R10).

A rule says "not for you now" from an age, and "not written yet" only of what the reader writes themselves. Of every other part
it says "not open to you", which is as true of an empty part as of one that nobody has read for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext

from law.bank_holidays import bank_holidays
from law.working_time import london_day, next_opening
from official_file.gap_words import BLANKS, NOT_FOR_YOU, NOT_OPEN, NOT_YET
from official_file.models import Gap
from official_file.projection import hours_of_council
from people.models import Child
from people.roles import display_name
from portal.queries.sections import Section
from portal.queries.when_words import one_date

LEAVING_CARE_BEGINS = 16
THEIRS_TO_WRITE = frozenset({"about_me", "my_words"})


@dataclass(frozen=True, slots=True)
class Blank:
    """What an empty part says: which of the five it is, a sentence, a worker's own words, and who said so and when."""

    label: str
    text: str
    words: str = ""
    who: str = ""


def marks_of(child: Child) -> dict[str, Gap]:
    """The newest a worker said of each section."""
    return {gap.what: gap for gap in child.gaps.filter(kind=Gap.Kind.SECTION).order_by("at")}


def open_marks(child: Child, at: datetime) -> dict[str, Gap]:
    """The same, of what has opened: like everything newly shared, in staffed hours and not from Friday noon."""
    marks = marks_of(child)
    if not marks:
        return {}
    hours, holidays = hours_of_council(), bank_holidays(settings.NATION)
    return {slug: gap for slug, gap in marks.items() if next_opening(gap.at, hours, holidays) <= at}


def blank_of(section: Section, child: Child, marks: Mapping[str, Gap], at: datetime) -> Blank:
    """Why nothing of this section is open."""
    said = marks.get(section.slug)
    if said:
        choice = BLANKS[said.reason]
        who = gettext("%(name)s, %(role)s, told you this on %(day)s.") % {
            "name": said.by_name,
            "role": display_name(said.by_role).lower(),
            "day": one_date(london_day(said.at)),
        }
        return Blank(gettext(choice.plain_label), gettext(choice.sentence), said.words, who)
    if section.slug in THEIRS_TO_WRITE:
        return Blank(gettext(NOT_YET), section.empty)
    age = child.age_on(london_day(at))
    if section.slug == "leaving_care" and age is not None and age < LEAVING_CARE_BEGINS:
        return Blank(gettext(NOT_FOR_YOU), section.empty)
    return Blank(gettext(NOT_OPEN), section.empty)
