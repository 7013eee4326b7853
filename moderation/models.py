"""A worker's reading of a contribution: who read it, what they decided and why, and what they answered."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.append_only import AppendOnlyModel
from people.models import User
from stories.models import Contribution


class Decision(models.TextChoices):
    """What a worker decides. Limiting and not adding are proposals until a second person confirms them."""

    FILE = "file", _("Put in the file")
    FILE_LIMITED = "file_limited", _("Put in the file and limit who sees it")
    TALK_FIRST = "talk_first", _("Talk first")
    CANNOT_ADD = "cannot_add", _("Cannot add")


class Reason(models.TextChoices):
    """The only reasons for "cannot add". Naming people or places, disagreeing, or being criticised are never reasons."""

    NOT_THEIRS = "not_theirs", _("These words or this picture are not theirs")
    ILLEGAL_IMAGE = "illegal_image", _("It is an illegal image")
    TECHNICAL = "technical", _("It is broken and cannot be opened")


class Reading(models.Model):
    """Made when a worker claims a contribution. A second look is a new reading by somebody else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="readings")
    claimed_at = models.DateTimeField()
    decision = models.CharField(max_length=20, choices=Decision.choices, blank=True)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    explanation = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["claimed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(released_at__isnull=True, decided_at__isnull=True), name="reading_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decision="") | (Q(decided_at__isnull=False) & ~Q(decision="")),
                name="reading_decided_at_and_decision_together",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=models.F("reader"))),
                name="reading_confirmed_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"reading by {self.reader}"


class Reply(AppendOnlyModel):
    """What a worker wrote back. Only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="replies")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"reply {self.at:%Y-%m-%d}"


class Note(AppendOnlyModel):
    """A worker's note beside a contribution, never inside it. The young person can read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"note {self.at:%Y-%m-%d}"
