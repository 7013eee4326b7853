"""The chain of one child's file: an entry's place (Entry), its content (EntryPayload), where it came from (EntrySource)."""

import json
import uuid
from functools import cached_property
from typing import Any, ClassVar

from django.db import models

from audit.append_only import AppendOnlyModel
from audit.protection import AppendOnly, Protection
from official_file.plain_language.when import When
from people.models import Child

DISPOSED_OF = "EXISTS (SELECT 1 FROM official_file_disposal d WHERE d.entry_id = OLD.entry_id)"


class ImportRun(models.Model):
    """One run of an importer: what was read, what it did, what it could not read. Mutable until it ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    system = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    report = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.system} {self.started_at:%Y-%m-%d %H:%M}"


class Entry(AppendOnlyModel):
    """One link of a child's file. What it says is in its payload; what is shown today is in EntryNow."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    payload_digest = models.CharField(max_length=64)
    link = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["child", "position"], name="entry_position_once")]

    def __str__(self) -> str:
        return f"entry {self.position}"

    @property
    def body(self) -> dict[str, Any]:
        """What was stored: see `official_file.drafts.body_of`. Empty when lawfully disposed of."""
        payload: EntryPayload | None = getattr(self, "payload", None)
        return payload.parsed if payload else {}

    @property
    def kind(self) -> str:
        """One of official_file/kinds.py; empty when disposed of."""
        return str(self.body.get("kind", ""))

    @property
    def facts(self) -> dict[str, Any]:
        """The structured facts of its kind."""
        return dict(self.body.get("facts", {}))

    @property
    def text(self) -> str:
        """The words as they were written, byte for byte; empty for entries that are facts alone."""
        return str(self.body.get("text", ""))

    @property
    def when(self) -> When:
        """From, to and precision."""
        return When.from_body(self.body.get("when"))

    @property
    def author(self) -> dict[str, str]:
        """{"name", "role"} of who wrote it; empty strings when the source does not say."""
        return dict(self.body.get("author", {"name": "", "role": ""}))


class EntryPayload(AppendOnlyModel):
    """The canonical JSON that the entry's digest covers. Destroyed only where a Disposal by two people says so."""

    PROTECTION: ClassVar[Protection] = AppendOnly(delete_allowed_when=DISPOSED_OF)

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="payload")
    body = models.TextField()

    def __str__(self) -> str:
        return f"payload of {self.entry_id}"

    @cached_property
    def parsed(self) -> dict[str, Any]:
        """The body as a dictionary."""
        found: dict[str, Any] = json.loads(self.body)
        return found


class EntrySource(AppendOnlyModel):
    """Where an entry came from: system, key there, when it was last true, which run. Several may support one entry."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sources")
    system = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    as_of = models.DateField(null=True, blank=True)
    run = models.ForeignKey(ImportRun, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "system", "key"], name="entry_source_once")]
        indexes = [models.Index(fields=["system", "key"], name="entry_source_key")]

    def __str__(self) -> str:
        return f"{self.system} {self.key}"
