"""What a nightly run found about a source row it knew: gone from the council's system, or there again."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from official_file.models.entry import EntrySource, ImportRun


class SourceChange(AppendOnlyModel):
    """One run's finding about one source of an entry. The newest counts; nothing is ever deleted because a row went."""

    class Change(models.TextChoices):
        VANISHED = "vanished", "No longer in the council's system"
        RETURNED = "returned", "In the council's system again"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(EntrySource, on_delete=models.PROTECT, related_name="changes")
    change = models.CharField(max_length=10, choices=Change.choices)
    since = models.DateField(help_text="The day of the first export that did not hold it, or that held it again.")
    run = models.ForeignKey(ImportRun, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["source", "at"], name="source_change_newest")]

    def __str__(self) -> str:
        return f"{self.change} {self.since}"
