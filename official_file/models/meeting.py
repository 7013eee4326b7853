"""A meeting about a young person: what they want to say before it, and the summary they get after it."""

import uuid

from django.db import models

from official_file.models.entry import Entry
from people.models import Child, User


class Meeting(models.Model):
    """A review, conference or assessment on a day. The summary is an entry; until it is there, the worker is chased."""

    class Kind(models.TextChoices):
        REVIEW = "review", "Review"
        CONFERENCE = "conference", "Conference"
        ASSESSMENT = "assessment", "Assessment"
        OTHER = "other", "Another meeting"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    on = models.DateField()
    system = models.CharField(max_length=40, blank=True, help_text="The source that told of it, when one did.")
    key = models.CharField(max_length=200, blank=True)
    chaired_by = models.CharField(max_length=300, blank=True)
    entry = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="The meeting as recorded."
    )
    summary = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    summary_due = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True, help_text="When a worker said that the young person knows of it.")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["child", "kind", "on"], name="meeting_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
