"""The documents of an entry: which sealed original, in which order."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from files.models import File
from official_file.models.entry import Entry


class EntryFile(AppendOnlyModel):
    """One sealed original that belongs to an entry. Its digest stands in the entry's facts, so that the chain covers it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=300, blank=True, help_text="The name it came with.")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["entry", "position"], name="entry_file_position_once")]

    def __str__(self) -> str:
        return f"file {self.position}"
