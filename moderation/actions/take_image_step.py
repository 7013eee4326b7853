"""One step of the route after a picture was reported, written down with its reference."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.looking_after import ABOUT_IMAGE, check_can_take_step
from moderation.models import ImageReport, ImageReportStep
from people.actions.finish_task import finish_task
from people.models import Task, TaskKind, User
from stories.models import signed


@transaction.atomic
def take_image_step(*, report: ImageReport, step: str, reference: str = "", sentence: str = "", by: User, now: datetime) -> ImageReportStep:
    """Add the step. The last one, "ended", ends the manager's task. Raises NotAllowed out of turn, or when it was taken."""
    report = ImageReport.objects.select_for_update(of=("self",)).select_related("attachment__contribution__child").get(pk=report.pk)
    check_can_take_step(by, report, step, now)
    taken = ImageReportStep.objects.create(
        report=report, step=step, reference=reference.strip(), sentence=sentence.strip(), **signed(by, now)
    )
    child = report.attachment.contribution.child_id
    about: dict[str, Any] = {"about_type": ABOUT_IMAGE, "about_id": report.pk}
    record(Event.IMAGE_REPORT_STEP, child=child, by=by.who(now), at=now, facts={"step": step}, **about)
    if step == ImageReportStep.Step.ENDED:
        for task in Task.objects.open().filter(kind=TaskKind.ILLEGAL_IMAGE, **about):
            finish_task(task=task, outcome="", by=by, now=now)
    return taken
