"""What is not in the file, said aloud: years with nothing recorded, reviews that should exist, documents we do not hold, empty sections."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from people.models import Child, User


class Gap(AppendOnlyModel):
    """What a worker said about one gap. Gaps are found by rule (official_file/gap_rules.py) and known by `key`; the newest row counts."""

    class Kind(models.TextChoices):
        STRETCH = "stretch", "Years with nothing recorded"
        REVIEW = "review", "A review that should have been held"
        DOCUMENT = "document", "Something the file speaks of and does not hold"
        SECTION = "section", "A part of the record in which nothing is open"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="gaps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=200)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    what = models.CharField(max_length=300, blank=True, help_text="What is missing, in plain words.")
    reason = models.CharField(max_length=20, blank=True, help_text="One of official_file/gap_words.py: REASONS, or for a section BLANKS.")
    words = models.TextField(blank=True, help_text="The explanation the young person reads.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["child", "key", "at"], name="gap_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts__isnull=True) | models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="gap_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
