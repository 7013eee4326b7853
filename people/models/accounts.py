"""How a young person gets their account: readiness first, then a one-time code given by hand."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from people.models.child import Child
from people.models.user import User


class Readiness(AppendOnlyModel):
    """A worker's record that this young person is ready to read: told first, and not alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="readiness")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_with = models.TextField()
    safe_phone = models.BooleanField()
    safe_phone_note = models.TextField(blank=True)
    sits_with = models.TextField()
    why_entry = models.UUIDField(null=True, blank=True)
    why_written_by = models.DateField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(why_entry__isnull=False) | models.Q(why_written_by__isnull=False),
                name="readiness_has_why_in_care_written_or_dated",
            ),
            models.CheckConstraint(condition=models.Q(safe_phone=True), name="readiness_needs_a_safe_phone"),
        ]

    def __str__(self) -> str:
        return f"ready since {self.at:%Y-%m-%d}"


class JoinCode(models.Model):
    """A one-time code, kept only as a digest. It works once, for a week, for one young person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="join_codes")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"code made {self.made_at:%Y-%m-%d}"
