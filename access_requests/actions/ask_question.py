"""A question to the person who asked. Only one about what they want stops the clock (UK GDPR Art 12A(5)), and only of access."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.add_fact import add_fact
from access_requests.actions.write_letter import write_letter
from access_requests.clock import Kind, is_late, open_questions
from access_requests.letters.kinds import LetterKind
from access_requests.models import AccessRequest, ClockFact
from access_requests.permissions import check_handles, check_open
from law.clock import About, Right
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User

ASKED_HERE = (About.SCOPE, About.FORMAT, About.OTHER)  # who somebody is, is asked on a page of its own


@transaction.atomic
def ask_question(*, request: AccessRequest, about: str, words: str, by: User, now: datetime) -> ClockFact:
    """Ask, today: the fact, and the letter with the question as it was typed.

    Raises NotAllowed without words; for a question that would stop the clock of a request to put something right, of one that is late
    already (the time is over: nothing stops it), or while one stops it.
    """
    check_handles(by, request, now)
    check_open(request)
    if about not in ASKED_HERE:
        raise NotAllowed("no_about", _("Choose what you ask about."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write your question. They read it as you write it."))
    if about == About.SCOPE:
        _check_may_stop(request, now)
    made = add_fact(request=request, kind=Kind.QUESTION_ASKED, about=about, words=words, by=by, now=now)
    write_letter(request=request, kind=LetterKind.QUESTION, about=made, by=by, now=now)
    return made


def _check_may_stop(request: AccessRequest, now: datetime) -> None:
    if request.right != Right.ACCESS:
        raise NotAllowed("not_access", _("No question stops the time to put something right. Ask it as something else."))
    if is_late(request, today=london_day(now)):
        raise NotAllowed("late", _("The last day has passed, so a question stops nothing any more. Ask it as something else."))
    if any(one.about == About.SCOPE for one in open_questions(request)):
        raise NotAllowed("asked_already", _("One question about what they want waits already. Chase that one."))
