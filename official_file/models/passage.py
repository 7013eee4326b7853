"""A passage of an original that its subject reads as a label, decided before the original was opened."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from audit.append_only import AppendOnlyModel
from audit.protection import AppendOnly, Protection
from official_file.models.entry import DISPOSED_OF, Entry
from official_file.models.sharing import Sharing
from people.models import User


class CoveredPassage(AppendOnlyModel):
    """From `start` to `end` (code points of the text) its subject reads `label`. It belongs to one decision to open: the newest counts.

    It goes with the entry's content when that is destroyed: its place and label say something about what stood there.
    """

    PROTECTION: ClassVar[Protection] = AppendOnly(delete_allowed_when=DISPOSED_OF)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="covered_passages")
    sharing = models.ForeignKey(Sharing, on_delete=models.PROTECT, related_name="covered_passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(max_length=200)
    ground = models.CharField(max_length=40, help_text="One of exemptions.json.")
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="covered_passage_ends_after_start"),
            models.CheckConstraint(condition=~Q(label="") & ~Q(ground=""), name="covered_passage_has_label_and_ground"),
        ]

    def __str__(self) -> str:
        return self.label
