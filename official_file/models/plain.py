"""What people write so that an entry can be understood: drafts, key summaries, and the approval of the generated sentences."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from audit.append_only import AppendOnlyModel
from audit.protection import AppendOnly, Protection
from official_file.models.entry import DISPOSED_OF, Entry
from official_file.models.sharing import PlainVersion
from people.models import User


class KeySummary(AppendOnlyModel):
    """At the head of a document: what this is, what was decided, what happens next. Written by a named person; the newest counts."""

    PROTECTION: ClassVar[Protection] = AppendOnly(delete_allowed_when=DISPOSED_OF)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="key_summaries")
    what_it_is = models.TextField()
    what_was_decided = models.TextField(blank=True)
    what_happens_next = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en-gb")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "key summaries"
        ordering = ["at"]

    def __str__(self) -> str:
        return f"key summary of {self.entry_id}"


class PlainDraft(models.Model):
    """A plain text being written: saved as its writer types, shown to a colleague or to the young person before it is final.

    One open draft for each entry, level and language. It becomes a PlainVersion and is then closed.
    """

    class Answer(models.TextChoices):
        NONE = "", "Not answered"
        FINE = "fine", "This is fine"
        CHANGE = "change", "Please change it"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="plain_drafts")
    level = models.CharField(max_length=10, choices=PlainVersion.Level.choices, default=PlainVersion.Level.PLAIN)
    language = models.CharField(max_length=10, default="en-gb")
    text = models.TextField(blank=True)
    pictures = models.JSONField(default=list, blank=True)
    what_it_is = models.TextField(blank=True)
    what_was_decided = models.TextField(blank=True)
    what_happens_next = models.TextField(blank=True)
    written_with = models.BooleanField(default=False, help_text="Written together with the young person.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)
    second_reader = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    second_answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    second_words = models.TextField(blank=True)
    second_at = models.DateTimeField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True, help_text="Shown to the young person to check.")
    their_answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    their_words = models.TextField(blank=True)
    their_at = models.DateTimeField(null=True, blank=True)
    published = models.ForeignKey(PlainVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "level", "language"], condition=Q(closed_at__isnull=True), name="plain_draft_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"draft for {self.entry_id}"


class SentencesApproved(AppendOnlyModel):
    """A named person read the table of generated sentences, as it stands under this number, and says it may be shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, help_text="Of the whole table as it was read.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "sentences approved"
        ordering = ["at"]

    def __str__(self) -> str:
        return f"table {self.number}"
