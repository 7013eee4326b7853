"""Why something is missing, and why a part of the record is empty: the tables a worker chooses from, and what is then read.

Each row has the worker's words and the sentence for the young person. Pure; messages, translated when said.

    gap_title("stretch", first=2009, last=2011)   ->   "We have nothing from 2009 to 2011"
"""

from dataclasses import dataclass

from law.wording import Translate, fill, gettext_noop, identity

_ = gettext_noop


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a table: its code, what the worker chooses, what the young person reads, and that in two or three words."""

    code: str
    label: str
    sentence: str
    plain_label: str = ""


REASONS: dict[str, Choice] = {
    one.code: one
    for one in (
        Choice("never_written", _("Nobody wrote it down"), _("Nobody wrote it down at the time. They should have.")),
        Choice("lost", _("It was lost"), _("It was written, and we lost it. We are sorry.")),
        Choice("destroyed", _("It was destroyed in a fire or a flood"), _("It was destroyed in a fire or a flood.")),
        Choice("elsewhere", _("Another council has it"), _("Another council has it. We can ask them for it.")),
        Choice("not_asked", _("Nobody has asked for it yet"), _("We have not asked for it yet.")),
        Choice("looking", _("Somebody is looking for it"), _("Somebody is looking for it.")),
        Choice("nothing_happened", _("Nothing happened that had to be written down"), _("Nothing happened that had to be written down.")),
    )
}

# Why a section shows nothing (need R10), chosen by a worker. What a rule may say of one stands in portal/queries/blanks.py.
NOT_OPEN, NOT_YET, NOT_FOR_YOU = _("Not open to you"), _("Not written yet"), _("Not for you now")
NOT_SHARED = "not_shared"
BLANKS: dict[str, Choice] = {
    one.code: one
    for one in (
        Choice("not_applicable", _("It does not apply to them"), _("This part is not about you."), _("Not about you")),
        Choice("not_known", _("We do not know"), _("We asked, and we do not know."), _("Not known")),
        Choice("not_written", _("Nobody has written about it yet"), _("Nobody has written about this yet."), NOT_YET),
        Choice(NOT_SHARED, _("Something is written, and is closed"), _("Something is written here. It is closed for now."), NOT_OPEN),
        Choice("never_asked", _("Nobody has asked"), _("Nobody has asked about this."), _("Never asked")),
    )
}

ONE_YEAR = _("We have nothing from {first}")
SOME_YEARS = _("We have nothing from {first} to {last}")
ONLY_HOMES_ONE = _("We only know where you lived in {first}")
ONLY_HOMES_SOME = _("We only know where you lived from {first} to {last}")
ONE_REVIEW = _("One of your meetings about your plan is missing here")
SOME_REVIEWS = _("{count} of your meetings about your plan are missing here")
ONE_NOTES = _("We do not have the notes of a meeting about your plan")
SOME_NOTES = _("We do not have the notes of {count} meetings about your plan")
WHY_LETTER = _("We do not have a letter about the day you came into care")
A_DOCUMENT = _("We do not have something that your file speaks of")


def gap_title(kind: str, *, first: object = "", last: object = "", count: int = 1, translate: Translate = identity) -> str:
    """What is missing, said to the young person. `kind`: stretch, lasting, review, notes, why_letter or document."""
    if kind in ("stretch", "lasting"):
        one, some = (ONE_YEAR, SOME_YEARS) if kind == "stretch" else (ONLY_HOMES_ONE, ONLY_HOMES_SOME)
        return fill(one if first == last else some, translate, first=first, last=last)
    one, some = {
        "review": (ONE_REVIEW, SOME_REVIEWS),
        "notes": (ONE_NOTES, SOME_NOTES),
        "why_letter": (WHY_LETTER, WHY_LETTER),
    }.get(kind, (A_DOCUMENT, A_DOCUMENT))
    return fill(one if count == 1 else some, translate, count=count)
