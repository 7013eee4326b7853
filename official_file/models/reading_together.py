"""A worker and a young person read together: what needs somebody beside it is open for that time, and no longer."""

import uuid

from django.db import models
from django.db.models import F, Q

from audit.append_only import AppendOnlyModel
from official_file.models.entry import Entry
from people.models import Child, User


class ReadingTogether(models.Model):
    """Begun by a worker at their desk; ends by itself at `ends_at`, or at once when either ends it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="readings_together")
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    worker_name = models.CharField(max_length=300)
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "readings together"
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(fields=["child"], condition=Q(ended_at__isnull=True), name="one_reading_together"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("started_at")), name="reading_together_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"together until {self.ends_at:%Y-%m-%d %H:%M}"


class ReadTogether(AppendOnlyModel):
    """One entry opened while they read together."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    together = models.ForeignKey(ReadingTogether, on_delete=models.PROTECT, related_name="read")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "read together"
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["together", "entry"], name="read_together_once")]

    def __str__(self) -> str:
        return f"read {self.entry_id}"
