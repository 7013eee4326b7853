"""Who may say what came of a flag, report a picture and follow its route, and call in an interpreter.

Looking after somebody is open to everybody who may read: nobody is kept from raising a worry or reporting a picture, named in it
or not. Saying that a worry is over is not: nobody does that about themselves, nor with reach that was lent to them.
"""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from files.models import SealedShut
from moderation.models import ImageReport, ImageReportStep, RiskOutcome
from moderation.permissions import check_can_answer, check_not_about
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_decides_for
from people.roles import Permission
from stories.flags import open_flags
from stories.meanings import parts_said
from stories.models import Attachment, Contribution, RiskFlag
from stories.queries import ABOUT

ABOUT_IMAGE = "image_report"
PICTURES = (Attachment.Kind.PHOTO, Attachment.Kind.DRAWING)
Step = ImageReportStep.Step


def check_can_answer_flags(by: User, contribution: Contribution, outcome: str, sentence: str, at: datetime) -> None:
    """Whether this person may say what they found. One tap for a false alarm, unless its author asked for help. Raises NotAllowed."""
    check_can_answer(by, contribution, at)
    check_decides_for(by, contribution.child, at)
    check_not_about(by, contribution)
    flags = list(open_flags(contribution))
    if not flags:
        raise NotAllowed("nothing_open", _("Somebody has already said what came of this. Open the page again to see it."))
    asked = any(flag.source == RiskFlag.Source.OWN for flag in flags)
    if (asked or outcome != RiskOutcome.Outcome.FALSE_ALARM) and not sentence.strip():
        raise NotAllowed("no_sentence", _("Write one sentence first: what you found, and what you did."))


def check_can_report(by: User, attachment: Attachment, at: datetime) -> None:
    """Whoever may read may report a picture, named in it or not: nothing may stand in the way of that. Raises NotAllowed."""
    check_can_answer(by, attachment.contribution, at)
    if attachment.kind not in PICTURES or attachment.file_id is None:
        raise NotAllowed("no_picture", _("Only a picture can be reported here. About a recording, tell your safeguarding lead now."))


def check_can_take_step(by: User, report: ImageReport, step: str, at: datetime) -> None:
    """Who works with the child, or manages that, writes down a step; only a manager ends the route, after the others. Raises NotAllowed."""
    check_can_answer(by, report.attachment.contribution, at)
    check_decides_for(by, report.attachment.contribution.child, at)
    taken = set(report.steps.values_list("step", flat=True))
    if step in taken:
        raise NotAllowed("taken", _("Somebody has already written this step down. Open the page again to see it."))
    if step == Step.ENDED:
        if not by.may(Permission.CONFIRM_DECISIONS, at):
            raise NotAllowed("role", _("A manager ends this, once every step is taken."))
        if not {Step.POLICE, Step.SAFEGUARDING, Step.YOUNG_PERSON} <= taken:
            raise NotAllowed("not_yet", _("First the police, the safeguarding lead and the young person. Then it can be ended."))


def reports_of(contribution: Contribution) -> "QuerySet[ImageReport]":
    """The pictures of it that were reported, first first."""
    return ImageReport.objects.filter(attachment__contribution=contribution).select_related("attachment").order_by("at")


def shut_in(contribution: Contribution) -> "QuerySet[Attachment]":
    """What of it is shut for good: reported here, or because the same bytes were reported where they stood elsewhere."""
    return contribution.attachments.filter(file__in=SealedShut.objects.values("file"))


def asked_to_interpret(contribution: Contribution) -> Task | None:
    """The open task to have it put into a language that the reader understands, if there is one."""
    return Task.objects.open().filter(kind=TaskKind.INTERPRET, about_type=ABOUT, about_id=contribution.pk).first()


def parts_not_understood(task: Task | None) -> list[str]:
    """Which parts nobody understands yet: "words", or the id of a recording."""
    return task.words.split() if task else []


def check_can_interpret(by: User, contribution: Contribution, part: str, at: datetime) -> None:
    """Whoever may read may call an interpreter, write down what it means, or say that they understand. Raises NotAllowed."""
    check_can_answer(by, contribution, at)
    if part not in parts_said(contribution):
        raise NotAllowed("no_such_part", _("Say whether it is the words or a recording that you do not understand."))
