"""What stands beside a contribution and is not its author's: a prompt to look after them, and its words in another language."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.append_only import AppendOnlyModel
from people.models import User
from stories.models.attachment import Attachment
from stories.models.contribution import Contribution


class RiskFlag(AppendOnlyModel):
    """A prompt to a human to look soon; never a verdict. Made at sending, or by a worker who read it. What came of it: RiskOutcome.

    `groups` names the lists the words stand in ("hurt_myself"), never the words themselves.
    """

    class Source(models.TextChoices):
        OWN = "own", _("They said they need help with it")
        WORDS = "words", _("Words that may mean danger")
        WORKER = "worker", _("Somebody who read it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="risk_flags")
    source = models.CharField(max_length=10, choices=Source.choices)
    groups = models.JSONField(default=list, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["contribution", "source"], name="risk_flag_once_from_each")]

    def __str__(self) -> str:
        return self.source


class Translation(AppendOnlyModel):
    """The words of a contribution, or what a recording says, in another language: beside them, never instead. By a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="translations")
    attachment = models.ForeignKey(Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="translations")
    from_language = models.CharField(max_length=80)
    to_language = models.CharField(max_length=80)
    text = models.TextField()
    interpreter = models.CharField(max_length=300, help_text="Who put it into the other language.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.from_language} to {self.to_language}"
