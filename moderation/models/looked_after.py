"""What a worker did around a decision: opened a picture, answered a flag, passed it on, reported an image; and their saved replies."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.append_only import AppendOnlyModel
from files.models import File
from people.models import User
from stories.models import Attachment, Contribution, RiskFlag


class Signed(AppendOnlyModel):
    """A row that says who wrote it, with copies of name and role that outlive the account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["at"]


class MediaOpened(Signed):
    """A person looked at a picture or listened to a recording. Owed within one working day, whatever words stand with it."""

    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="opened")

    def __str__(self) -> str:
        return f"opened {self.at:%Y-%m-%d}"


class HandOver(Signed):
    """A contribution passed on by name, with a sentence, from one reader to another."""

    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="hand_overs")
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    to_name = models.CharField(max_length=300)
    sentence = models.TextField()

    class Meta(Signed.Meta):
        constraints = [models.CheckConstraint(condition=~Q(by=models.F("to")), name="hand_over_to_somebody_else")]

    def __str__(self) -> str:
        return f"handed over {self.at:%Y-%m-%d}"


class RiskOutcome(Signed):
    """What a person found when a flag asked them to look. Every flag is measured by these (law.md 5.2)."""

    class Outcome(models.TextChoices):
        FALSE_ALARM = "false_alarm", _("False alarm")
        LOOKED_AFTER = "looked_after", _("We talked and they are safe")
        PASSED_ON = "passed_on", _("Passed on to keep somebody safe")

    flag = models.OneToOneField(RiskFlag, on_delete=models.PROTECT, related_name="outcome")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    sentence = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.outcome


class ImageReport(Signed):
    """A worker reported an image as an illegal image of a child. The file was sealed shut in the same moment (law.md 5.1)."""

    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="image_report")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"image reported {self.at:%Y-%m-%d}"


class ImageReportStep(Signed):
    """One step of the route that was taken after a report, with its reference (a crime number, say)."""

    class Step(models.TextChoices):
        POLICE = "police", _("Police told")
        SAFEGUARDING = "safeguarding", _("Safeguarding lead told")
        YOUNG_PERSON = "young_person", _("Talked with the young person, and told them about Report Remove")
        ENDED = "ended", _("Ended")

    report = models.ForeignKey(ImageReport, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20, choices=Step.choices)
    reference = models.CharField(max_length=200, blank=True)
    sentence = models.TextField(blank=True)

    class Meta(Signed.Meta):
        constraints = [models.UniqueConstraint(fields=["report", "step"], name="image_report_step_once")]

    def __str__(self) -> str:
        return self.step


class SavedReply(models.Model):
    """Words a worker starts an answer with. Their own, or the whole council's when `owner` is empty."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="saved_replies")
    title = models.CharField(max_length=120)
    text = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "saved replies"

    def __str__(self) -> str:
        return self.title
