"""The approved table of sentences: every pattern has a number and a version, so that what was said can always be said again.

Rules of the table:
 - A number is never used again. When the words of a pattern change, its version and TABLE_VERSION go up by one.
 - A sentence is a whole message, or one of the places below, which is filled with whole sentences of its own.
 - The council's APPROVER reads the table before it is used, and again after each change.
"""

from dataclasses import dataclass
from enum import StrEnum

from law.wording import gettext_noop

TABLE_VERSION = 6
APPROVER = gettext_noop("principal social worker")

MEANING = "{meaning}"  # the plain words of the entry's code
HOME = "{home}"  # the plain words of the home, with its time
TIME = "{time}"  # "This was on 4 May 2016.", or that we do not know the date
AGES = "{ages}"  # "You were 7, then 8."; nothing when we do not know
LINES = "{lines}"  # one sentence for each fact of a health year
PLACES = frozenset({MEANING, HOME, TIME, AGES, LINES})


class Form(StrEnum):
    """Which grammar a pattern is for."""

    ANY = "any"
    DATED = "dated"  # at a time, or from a time to a time
    OPEN = "open"  # still going on
    UNDATED = "undated"  # we do not know the date


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row: number, kind of entry (or what tells it apart within its kind), form, heading and sentences (messages or places)."""

    number: int
    kind: str
    form: Form
    heading: str
    sentences: tuple[str, ...]
    version: int = 1


HEADING = "{heading}"  # the heading belongs to the code: see headings.py and words_of_homes.py
TITLE = "{title}"  # the title the writer gave it, else the heading

_ = gettext_noop

HELPED = _("Help for your family")
PLANNED = _("A plan to help your family")
SAFE = _("A plan to keep you safe")
LEARNING = _("A plan for your learning")
LEAVING = _("Your plan for leaving care")
EHC = _("It says which help your school must give you.")
YOUR_WAY = _("That is how our records put it. You can say it your way.")

PATTERNS = (
    Pattern(101, "came_into_care", Form.DATED, _("You came into care"), (_("You came into care {when}."), AGES)),
    Pattern(102, "came_into_care", Form.UNDATED, _("You came into care"), (_("You came into care."), TIME)),
    Pattern(111, "home", Form.DATED, HEADING, (HOME, AGES)),
    Pattern(112, "home", Form.OPEN, HEADING, (HOME, AGES)),
    Pattern(113, "home", Form.UNDATED, HEADING, (HOME, TIME)),
    Pattern(121, "legal_status", Form.ANY, HEADING, (MEANING, TIME, AGES), version=2),
    Pattern(131, "reason_for_care", Form.ANY, _("Why you came into care"), (MEANING, _("This is the main reason in our records."))),
    Pattern(141, "move_reason", Form.ANY, HEADING, (MEANING, TIME, AGES), version=2),
    Pattern(151, "left_care", Form.ANY, HEADING, (MEANING, TIME, AGES)),
    Pattern(161, "review_held", Form.DATED, _("Your review meeting"), (_("You had a review meeting {when}."), MEANING, AGES)),
    Pattern(162, "review_held", Form.UNDATED, _("Your review meeting"), (MEANING, TIME)),
    Pattern(
        171, "unaccompanied", Form.ANY, _("You came without your parents"), (_("You came to the UK without a parent to look after you."),)
    ),
    Pattern(181, "ethnic_background", Form.ANY, _("Your background"), (MEANING, _("Tell us if that is not how you say it."))),
    Pattern(182, "background_not_told", Form.ANY, _("Your background"), (MEANING, _("You can tell us, if you want to."))),
    Pattern(191, "own_child", Form.DATED, _("You became a parent"), (_("You became a parent {when}."), AGES)),
    Pattern(192, "own_child", Form.UNDATED, _("You became a parent"), (_("You became a parent."), TIME)),
    Pattern(201, "health_check", Form.DATED, _("Your health"), (_("This is about your health {when}."), LINES)),
    Pattern(202, "health_check", Form.UNDATED, _("Your health"), (_("This is about your health."), LINES, TIME)),
    Pattern(
        211,
        "conviction",
        Form.ANY,
        _("The police or a court"),
        (_("The police gave you a caution, or a court said that you broke the law."), TIME, AGES),
    ),
    Pattern(221, "leaving_care_touch", Form.ANY, _("Keeping in touch"), (MEANING, TIME, AGES)),
    Pattern(231, "leaving_care_activity", Form.ANY, _("School, college and work"), (MEANING, TIME, AGES)),
    Pattern(241, "leaving_care_home", Form.ANY, _("Where you lived after care"), (MEANING, TIME, AGES)),
    Pattern(
        251,
        "adoption",
        Form.ANY,
        _("About adoption"),
        (_("This is part of a record about adoption."), _("Someone can go through it with you."), TIME, AGES),
    ),
    Pattern(261, "previous_order", Form.ANY, _("Before you came into care"), (MEANING, TIME, AGES)),
    Pattern(271, "missing_episode", Form.ANY, _("A time you were away"), (MEANING, TIME, AGES)),
    Pattern(281, "worker_period", Form.DATED, _("Your social worker"), (_("You had a social worker {when}."), AGES)),
    Pattern(282, "worker_period", Form.OPEN, _("Your social worker"), (_("You have had this social worker {when}."), AGES)),
    Pattern(283, "worker_period", Form.UNDATED, _("Your social worker"), (_("You had a social worker."), TIME)),
    Pattern(284, "worker_with_name", Form.DATED, HEADING, (_("{name} worked with you {when}."), AGES)),
    Pattern(285, "worker_with_name", Form.OPEN, HEADING, (_("{name} has worked with you {when}."), AGES)),
    Pattern(286, "worker_with_name", Form.UNDATED, HEADING, (_("{name} worked with you."), TIME)),
    Pattern(
        291,
        "deprivation_of_liberty",
        Form.ANY,
        _("Limits on your freedom"),
        (_("A court let adults limit what you could do, to keep you safe."), TIME, AGES),
    ),
    Pattern(301, "visit", Form.DATED, TITLE, (_("A worker saw you {when}."), AGES)),
    Pattern(302, "visit", Form.UNDATED, TITLE, (_("A worker saw you."), TIME)),
    Pattern(311, "letter", Form.DATED, TITLE, (_("This letter was written {when}."), AGES)),
    Pattern(312, "letter", Form.UNDATED, TITLE, (_("This is a letter."), TIME)),
    Pattern(321, "review_minutes", Form.DATED, TITLE, (_("This is what was said at your review {when}."), AGES)),
    Pattern(322, "review_minutes", Form.UNDATED, TITLE, (_("This is what was said at your review."), TIME)),
    Pattern(331, "plan", Form.DATED, TITLE, (_("This plan was made {when}."), AGES)),
    Pattern(332, "plan", Form.UNDATED, TITLE, (_("This is a plan for you."), TIME)),
    Pattern(341, "decision", Form.DATED, TITLE, (_("This was decided {when}."), AGES)),
    Pattern(342, "decision", Form.UNDATED, TITLE, (_("This is something that was decided about you."), TIME)),
    Pattern(351, "assessment", Form.DATED, TITLE, (_("Workers wrote about how things were for you {when}."), AGES)),
    Pattern(352, "assessment", Form.UNDATED, TITLE, (_("Workers wrote about how things were for you."), TIME)),
    Pattern(361, "note", Form.DATED, TITLE, (_("A worker wrote this note {when}."), AGES)),
    Pattern(362, "note", Form.UNDATED, TITLE, (_("A worker wrote this note."), TIME)),
    Pattern(371, "pen_picture", Form.DATED, _("A short picture of you"), (_("Your worker wrote this {when}, to say who you are."),)),
    Pattern(372, "pen_picture", Form.UNDATED, _("A short picture of you"), (_("Your worker wrote this to say who you are."), TIME)),
    Pattern(
        381,
        "why_letter",
        Form.ANY,
        TITLE,
        (_("This letter tells you what happened on the day you came into care."),),
    ),
    Pattern(385, "document", Form.DATED, TITLE, (_("This is a paper in your file. It was written {when}."), AGES)),
    Pattern(386, "document", Form.UNDATED, TITLE, (_("This is a paper in your file."), TIME)),
    Pattern(387, "document_to_hear", Form.DATED, TITLE, (_("This is a recording in your file. It was made {when}."), AGES)),
    Pattern(388, "document_to_hear", Form.UNDATED, TITLE, (_("This is a recording in your file."), TIME)),
    Pattern(391, "own_words", Form.DATED, _("My words"), (_("You sent this {when}."), AGES)),
    Pattern(392, "own_words", Form.UNDATED, _("My words"), (_("You sent this."), TIME)),
    Pattern(395, "service", Form.ANY, HEADING, (LINES,)),
    Pattern(401, "chapter", Form.DATED, HEADING, (HOME, AGES)),
    Pattern(402, "chapter", Form.OPEN, HEADING, (HOME, AGES)),
    Pattern(
        411, "chapter_of_breaks", Form.DATED, _("Planned short stays"), (_("You had planned short stays away from home {when}."), AGES)
    ),
    Pattern(
        412, "chapter_of_breaks", Form.OPEN, _("Planned short stays"), (_("You have had planned short stays away from home {when}."), AGES)
    ),
    Pattern(421, "not_in_care", Form.DATED, _("Not in care"), (_("You were not in care {when}."), AGES)),
    Pattern(431, "visit_held", Form.DATED, _("A worker's visit"), (_("A worker came to see you {when}."), LINES, AGES)),
    Pattern(432, "visit_held", Form.UNDATED, _("A worker's visit"), (_("A worker came to see you."), LINES, TIME)),
    Pattern(435, "care_plan", Form.ANY, _("The plan for you"), (LINES, TIME, AGES)),
    Pattern(441, "in_need", Form.DATED, HELPED, (_("Workers helped you and your family {when}."), MEANING, LINES, AGES)),
    Pattern(442, "in_need", Form.OPEN, HELPED, (_("Workers have helped you and your family {when}."), MEANING, LINES, AGES)),
    Pattern(443, "in_need", Form.UNDATED, HELPED, (_("Workers helped you and your family."), MEANING, LINES, TIME)),
    Pattern(445, "need_plan", Form.DATED, PLANNED, (_("There was a plan to help you and your family {when}."), AGES)),
    Pattern(446, "need_plan", Form.OPEN, PLANNED, (_("There has been a plan to help you and your family {when}."), AGES)),
    Pattern(447, "need_plan", Form.UNDATED, PLANNED, (_("There was a plan to help you and your family."), TIME)),
    Pattern(451, "protection_plan", Form.DATED, SAFE, (_("There was a plan to keep you safe {when}."), MEANING, LINES, AGES)),
    Pattern(452, "protection_plan", Form.OPEN, SAFE, (_("There has been a plan to keep you safe {when}."), MEANING, LINES, AGES)),
    Pattern(453, "protection_plan", Form.UNDATED, SAFE, (_("There was a plan to keep you safe."), MEANING, LINES, TIME)),
    Pattern(
        455,
        "protection_meeting",
        Form.ANY,
        _("A meeting about keeping you safe"),
        (_("Adults met to talk about how to keep you safe."), LINES, TIME, AGES),
    ),
    Pattern(461, "enquiry", Form.ANY, _("Checking that you were safe"), (_("Workers checked whether you were safe."), LINES, TIME, AGES)),
    Pattern(
        465,
        "asked_for_help",
        Form.ANY,
        _("Before workers helped"),
        (_("The council was told that you or your family might need help."), TIME, AGES),
    ),
    Pattern(
        471,
        "assessment_made",
        Form.ANY,
        _("How things were for you"),
        (_("Workers found out how things were for you and your family."), LINES, TIME, AGES),
    ),
    Pattern(
        475,
        "assessment_factors",
        Form.ANY,
        _("What workers were worried about"),
        (_("Workers wrote down what they were worried about."), _("Someone can go through it with you."), TIME),
    ),
    Pattern(
        481,
        "before_court",
        Form.ANY,
        _("Before a court was asked"),
        (_("The council told your family what had to change, before it asked a court."), TIME, AGES),
    ),
    Pattern(485, "early_help", Form.DATED, HELPED, (_("Your family had some help {when}."), LINES, AGES)),
    Pattern(486, "early_help", Form.OPEN, HELPED, (_("Your family has had some help {when}."), LINES, AGES)),
    Pattern(487, "early_help", Form.UNDATED, HELPED, (_("Your family had some help."), LINES, TIME)),
    Pattern(491, "education_plan", Form.DATED, LEARNING, (_("You had a plan for help with learning {when}."), EHC, AGES)),
    Pattern(492, "education_plan", Form.OPEN, LEARNING, (_("You have had a plan for help with learning {when}."), EHC, AGES)),
    Pattern(493, "education_plan", Form.UNDATED, LEARNING, (_("You had a plan for help with learning."), EHC, TIME)),
    Pattern(495, "education_step", Form.ANY, LEARNING, (_("This is about a plan for help with learning."), LINES, TIME, AGES)),
    Pattern(496, "education_step_asked", Form.ANY, LEARNING, (_("The council was asked for a plan for your learning."), TIME, AGES)),
    Pattern(
        497,
        "education_step_decided",
        Form.ANY,
        LEARNING,
        (_("The council decided whether to find out which help you need to learn."), LINES, TIME, AGES),
    ),
    Pattern(
        498,
        "education_step_assessed",
        Form.ANY,
        LEARNING,
        (_("The council decided whether to make a plan for your learning."), LINES, TIME, AGES),
    ),
    Pattern(499, "education_step_looked_at", Form.ANY, LEARNING, (_("People looked at your plan for learning again."), TIME, AGES)),
    Pattern(501, "learning_need", Form.ANY, _("Help with learning"), (MEANING, YOUR_WAY)),
    Pattern(505, "disability", Form.ANY, _("What is harder for you"), (MEANING, YOUR_WAY)),
    Pattern(511, "immigration", Form.ANY, _("Your right to be in the UK"), (_("This is about your right to be in the UK."), LINES, TIME)),
    Pattern(515, "nationality", Form.ANY, _("Your nationality"), (_("This is about the country you belong to."), LINES, YOUR_WAY)),
    Pattern(521, "asked_about_help", Form.ANY, _("What you said about our help"), (_("You were asked how we work with you."), LINES, TIME)),
    Pattern(525, "leaving_care_rights", Form.ANY, _("Help after care"), (MEANING, _("Ask us what that means for you."))),
    Pattern(531, "pathway_plan", Form.DATED, LEAVING, (_("We looked at your plan for leaving care {when}."), AGES)),
    Pattern(532, "pathway_plan", Form.UNDATED, LEAVING, (_("We looked at your plan for leaving care."), TIME)),
    Pattern(541, "consent", Form.ANY, _("Asking whether somebody agrees"), (LINES, TIME)),
    Pattern(545, "identity_paper", Form.DATED, HEADING, (LINES, _("We wrote this down {when}."))),
    Pattern(546, "identity_paper", Form.UNDATED, HEADING, (LINES,)),
)


def pattern_for(kind: str, form: Form) -> Pattern:
    """The row for this kind and form. Raises KeyError for a kind that has none."""
    return _BY_KIND.get((kind, form)) or _BY_KIND[kind, Form.ANY]


_BY_KIND = {(pattern.kind, pattern.form): pattern for pattern in PATTERNS}
