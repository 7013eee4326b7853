"""What an entry is about, for content notes and for "never show me this kind": said by a person, or known from its kind."""

import uuid
from typing import ClassVar

from django.db import models

from audit.append_only import AppendOnlyModel
from audit.protection import AppendOnly, Protection
from official_file.models.entry import DISPOSED_OF, Entry
from people.models import User


class EntryThemes(AppendOnlyModel):
    """The themes a worker named when they read an entry: a list of official_file/themes.py, empty when there is none. The newest counts."""

    PROTECTION: ClassVar[Protection] = AppendOnly(delete_allowed_when=DISPOSED_OF)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="themes_said")
    themes = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "entry themes"
        ordering = ["at"]

    def __str__(self) -> str:
        return f"themes of {self.entry_id}"
