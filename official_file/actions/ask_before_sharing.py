"""Before something is told to somebody outside, the young person is asked: what, with whom, why."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.models import AskedBefore
from official_file.sharing_questions import ABOUT, Question, check_complete
from official_file.unconfirmed import check_all_known, unconfirmed_in_text
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def ask_before_sharing(*, child: Child, question: Question, by: User, now: datetime) -> AskedBefore:
    """Ask; they read it on their first page. Raises NotAllowed when something is missing, for a day that is over, and when it names
    somebody of whom nobody has confirmed that they know.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    check_complete(question)
    if child.user_id is None:
        raise NotAllowed("not_joined", _("They have not joined yet. Ask them face to face, and write down what they said."))
    if question.answer_by and question.answer_by < london_day(now):
        raise NotAllowed("day_past", _("Choose a day to come, so that they have time to think."))
    check_all_known(unconfirmed_in_text(child.pk, " ".join((question.what, question.with_whom, question.why, question.goes_ahead_why))))
    asked = AskedBefore.objects.create(
        child=child,
        what=question.what.strip(),
        with_whom=question.with_whom.strip(),
        why=question.why.strip(),
        topic=question.topic,
        goes_ahead=question.goes_ahead,
        goes_ahead_why=question.goes_ahead_why.strip() if question.goes_ahead else "",
        answer_by=question.answer_by,
        asked_by=by,
        asked_by_name=str(by),
        asked_at=now,
    )
    record(Event.SHARING_ASKED, child=child.pk, by=by.who(now), at=now, about_type=ABOUT, about_id=asked.pk)
    return asked
