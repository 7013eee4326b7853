"""Why a record may not be disposed of now, whatever its age (law.md 4.3; DPA 2018 s 173)."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from people.models import Child, User


class RetentionHold(models.Model):
    """A live request, complaint, claim, inquiry or police matter: while one stands, nothing of the record is disposed of.

    `about_type` and `about_id` name what placed it by itself (an access request): such a hold is lifted by what ends that, and by
    nobody's hand. `placed_by` and `lifted_by` are empty when somebody without an account set it off; the audit says who.
    """

    class Ground(models.TextChoices):
        ACCESS_REQUEST = "access_request", "Somebody asked for this file"
        COMPLAINT = "complaint", "A complaint"
        CLAIM = "claim", "A legal claim"
        INQUIRY = "inquiry", "A public inquiry"
        POLICE = "police", "A police investigation"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="retention_holds")
    ground = models.CharField(max_length=20, choices=Ground.choices)
    reason = models.TextField()
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    placed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_why = models.TextField(blank=True)

    class Meta:
        ordering = ["placed_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lifted_by__isnull=True, lifted_at__isnull=True)
                | models.Q(lifted_at__isnull=False) & (models.Q(lifted_by__isnull=False) | ~models.Q(lifted_why="")),
                name="retention_hold_lifted_by_and_at_together",
            ),
            models.UniqueConstraint(
                fields=["child", "about_type", "about_id"],
                condition=models.Q(about_id__isnull=False),
                name="retention_hold_once_for_each_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.ground


class TriedChange(AppendOnlyModel):
    """Somebody tried to destroy or take away something while a hold stood (DPA 2018 s 173). It was refused, and stays known."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hold = models.ForeignKey(RetentionHold, on_delete=models.PROTECT, related_name="tried")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=40)
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.what
