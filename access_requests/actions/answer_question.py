"""Our question is answered: the clock runs on from the day the answer reached us, whenever somebody writes it down."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.add_fact import add_fact
from access_requests.clock import Kind, open_questions
from access_requests.models import ClockFact
from access_requests.permissions import check_handles
from audit.who import Who
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def answer_question(*, question: ClockFact, words: str = "", on: date | None = None, by: User | Who, now: datetime) -> ClockFact:
    """Write the answer down. `on`: the day it reached the council in whatever way; today if None. `words`: what it was.

    By an officer, by the person who asked, or (as Who) by somebody whose right the caller has checked. Raises NotAllowed for a
    question that is answered already, and for a day before it was asked.
    """
    request = question.request
    if isinstance(by, User) and by.pk != request.requester_id:
        check_handles(by, request, now)
    if question.pk not in [one.pk for one in open_questions(request)]:
        raise NotAllowed("answered", _("This is answered already. Open the page again to see how it stands now."))
    if on and on < question.on:
        raise NotAllowed("before_asked", _("This is before it was asked. Look at the day again."))
    return add_fact(request=request, kind=Kind.QUESTION_ANSWERED, on=on, words=words, answers=question, by=by, now=now)
