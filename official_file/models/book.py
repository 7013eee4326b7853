"""A life story book: entries, letters and pictures that somebody chose, in order, made into a PDF in the background."""

import uuid

from django.db import models

from files.models import File
from official_file.models.entry import Entry
from people.models import Child, User


class LifeBook(models.Model):
    """One book: who chose it, how it should look, and how far the making of its PDF has come."""

    class State(models.TextChoices):
        CHOOSING = "choosing", "Being chosen"
        WAITING = "waiting", "Waiting to be made"
        MAKING = "making", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "It could not be made"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="life_books")
    title = models.CharField(max_length=300)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opening_words = models.TextField(blank=True)
    point_size = models.PositiveSmallIntegerField(default=12)
    with_gaps = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CHOOSING)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    file = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    thrown_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"book {self.state}"


class LifeBookPage(models.Model):
    """One chosen entry in its place, with words beside it if somebody wrote any."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    book = models.ForeignKey(LifeBook, on_delete=models.CASCADE, related_name="pages")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    printed = models.BooleanField(default=False, help_text="It stands in the PDF that was made last; what was closed then does not.")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["book", "entry"], name="life_book_page_once")]

    def __str__(self) -> str:
        return f"page {self.position}"
