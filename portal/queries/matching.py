"""People of another system who may be a child in reach: what is known, and why it is not certain."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from law.calendar_words import say_date
from law.working_time import london_day
from people.actions.answer_match import is_acted_on
from people.models import Child, DoubtfulMatch, User
from portal.queries.imports import name_of

WHY = {
    "born_differs": gettext_noop("A number is the same, but the day of birth is not."),
    "born_unknown": gettext_noop("A number is the same, but one of the two has no day of birth."),
    "two_children": gettext_noop("Its numbers are those of more than one young person."),
    "two_people": gettext_noop("This young person is somebody else in that system already, with the same number."),
    "same_name": gettext_noop("The name and the day of birth are the same. No number is."),
}
OTHERWISE = gettext_noop("Something points at this young person, but not everything fits.")


@dataclass(frozen=True, slots=True)
class Match:
    """One question as a worker reads it."""

    match: DoubtfulMatch
    child: Child
    system: str
    why: str
    found_on: str
    answered: str
    may_answer: bool


def matches_for(user: User, at: datetime) -> tuple[list[Match], list[Match]]:
    """The questions about children in reach: those nobody has answered, and those that were answered, newest first."""
    mine = DoubtfulMatch.objects.filter(child__in=Child.objects.visible_to(user, at)).select_related("child", "answered_by")
    found = [_match(one) for one in mine.order_by("-found_at", "key")]
    return [one for one in found if not one.match.answer], [one for one in found if one.match.answer]


def open_matches(user: User, at: datetime) -> int:
    """How many questions about children in reach nobody has answered."""
    waiting = DoubtfulMatch.objects.filter(answer=DoubtfulMatch.Answer.OPEN)
    return waiting.filter(child__in=Child.objects.visible_to(user, at)).count()


def _match(one: DoubtfulMatch) -> Match:
    answered = ""
    if one.answered_at:
        same, new = gettext("%(name)s said on %(day)s: the same person."), gettext("%(name)s said on %(day)s: somebody else.")
        said = same if one.answer == DoubtfulMatch.Answer.SAME else new
        answered = said % {"name": one.answered_by, "day": say_date(london_day(one.answered_at), gettext)}
    return Match(
        match=one,
        child=one.child,
        system=name_of(one.source),
        why=gettext(WHY.get(one.why, OTHERWISE)),
        found_on=say_date(london_day(one.found_at), gettext),
        answered=answered,
        may_answer=not is_acted_on(one),
    )
