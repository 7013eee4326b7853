"""Sealed originals. Everything with bytes points at one File; nothing is copied when something is filed."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from files.querysets import FileQuerySet
from files.scan_states import ScanState


class File(AppendOnlyModel):
    """One original, kept for good under the SHA-256 of its bytes: the same bytes twice are one File."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    content_type = models.CharField(max_length=100, help_text="What the bytes are, whatever the name says.")
    original_name = models.CharField(max_length=255, blank=True)
    sealed_at = models.DateTimeField()
    sealed_by = models.CharField(max_length=300)

    objects = FileQuerySet.as_manager()

    class Meta:
        ordering = ["sealed_at"]

    def __str__(self) -> str:
        return f"{self.content_type}, {self.size} bytes"

    @property
    def stored_as(self) -> str:
        """Its name in the sealed storage, made of its hash alone."""
        return f"{self.sha256[:2]}/{self.sha256}"

    @property
    def scan_state(self) -> ScanState:
        """What the newest scan said; WAITING while there is none. Only CLEAN may be shown or handed out."""
        newest = self.scans.order_by("-at", "-id").first()
        return ScanState(newest.state) if newest else ScanState.WAITING


class FileScan(AppendOnlyModel):
    """One look at a File by a virus scanner. A later scan, with newer signatures, adds a row."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="scans")
    state = models.CharField(max_length=10, choices=[(state.value, state.label) for state in ScanState if state.is_an_answer])
    found = models.CharField(max_length=200, blank=True, help_text="What was found, in the scanner's words.")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["file", "-at"], name="file_scan_newest")]

    def __str__(self) -> str:
        return f"{self.state} {self.at:%Y-%m-%d %H:%M}"


class FileReading(models.Model):
    """What could be read out of a File: made again at any time from the original. One row a file, moved on by the background job."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READ = "read", "Read"
        UNREADABLE = "unreadable", "Kept, and could not be read"
        QUARANTINED = "quarantined", "Kept closed: it may do harm"

    file = models.OneToOneField(File, primary_key=True, on_delete=models.PROTECT, related_name="reading")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    pages = models.PositiveIntegerField(null=True, blank=True, help_text="How many pages it has; null until counted.")
    pages_read = models.PositiveIntegerField(default=0)
    seconds = models.PositiveIntegerField(null=True, blank=True, help_text="Length of a recording.")
    reason = models.CharField(max_length=300, blank=True, help_text="Why it could not be read: a sentence with what to do.")
    tries = models.PositiveSmallIntegerField(default=0, help_text="Times it was begun since the last page that could be read.")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.state


class FilePage(models.Model):
    """The text and the small picture of one page of a File. Made from the original, never instead of it."""

    class How(models.TextChoices):
        TYPED = "typed", "Text in the document"
        SEEN = "seen", "Read from a picture by a program"

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="text_pages")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    how = models.CharField(max_length=5, choices=How.choices, default=How.TYPED)
    picture = models.CharField(max_length=200, blank=True, help_text="Name of the small picture in the safe storage.")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="file_page_once")]

    def __str__(self) -> str:
        return f"page {self.number}"
