"""It takes longer than a month to look at what they say is wrong: they are told so, and why, while there is time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from moderation.wrong import check_can_answer_wrong, said_of
from official_file.actions.say_this_is_wrong import ABOUT
from official_file.rectification_clock import clock_of, may_take_longer
from people.errors import NotAllowed
from people.models import Notice, Task, User
from people.task_clocks import end_of


@transaction.atomic
def take_longer_over_wrong(*, task: Task, why: str, by: User, now: datetime) -> Task:
    """Two months more (UK GDPR Art 12A(3)): once, within the first month, and the young person reads why.

    Raises NotAllowed without a reason, a second time, and when the first month is over.
    """
    task = Task.objects.select_for_update().get(pk=task.pk)
    check_can_answer_wrong(by, task, now)
    today = london_day(now)
    said = said_of(task)
    if not why.strip():
        raise NotAllowed("no_words", _("Write for them why it takes longer."))
    if not said or not all(may_take_longer(one, today=today) for one in said):
        raise NotAllowed("too_late", _("The law lets us take longer only once, and only when we say so within the first month."))
    dues = []
    for one in said:
        one.extended_at, one.extended_why = now, why.strip()
        clock = clock_of(one, today=today)
        one.look_again_on = clock.due if clock else one.look_again_on
        one.save(update_fields=["extended_at", "extended_why", "look_again_on"])
        dues += [one.look_again_on] if one.look_again_on else []
    task.due_at = end_of(min(dues)) if dues else task.due_at
    task.save(update_fields=["due_at"])
    if task.child.user_id:
        Notice.objects.get_or_create(
            user_id=task.child.user_id, kind="wrong_takes_longer", about_id=task.pk, defaults={"about_type": "task", "at": now}
        )
    record(Event.RECTIFICATION_MORE_TIME, child=task.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=said[0].pk)
    return task
