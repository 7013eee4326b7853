"""Photos and recordings somebody made: held until they are sent, made new to be shown, and shut for good where the law says so."""

import uuid

from django.db import models
from django.db.models import Q

from audit.append_only import AppendOnlyModel
from files.models.original import File


class Held(models.Model):
    """Bytes that arrived and were not sent yet. Their author can still throw them away without a trace; sending seals them as a File."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    content_type = models.CharField(max_length=100, help_text="What the bytes are, whatever the name says.")
    original_name = models.CharField(max_length=255, blank=True)
    at = models.DateTimeField()
    by_user = models.UUIDField(null=True, blank=True, help_text="Whose it is: what one person may hold at a time is limited.")

    class Meta:
        verbose_name_plural = "held"
        indexes = [models.Index(fields=["by_user"], name="held_by_user")]

    def __str__(self) -> str:
        return f"{self.content_type}, {self.size} bytes, not sent"

    @property
    def stored_as(self) -> str:
        """Its name in the sealed storage while it is only held."""
        return f"held/{self.id}"


class Making(models.Model):
    """Making the safe copies of one original in one way (`recipe`). Moved on by the background job; can be made again at any time.

    The recipe names what its author asked for: {"turn": 90, "crop": [x0, y0, x1, y1], "blur": [[x0, y0, x1, y1], ...]}, in
    ten-thousandths of the picture's width and height as it stands upright, turned first. `recipe_key` is its SHA-256, "" for none.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be made ready"
        WORKING = "working", "Being made ready"
        READY = "ready", "Ready"
        REFUSED = "refused", "Not taken"
        CLOSED = "closed", "Shut: nobody may open it"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    held = models.OneToOneField(Held, null=True, blank=True, on_delete=models.PROTECT, related_name="making")
    file = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="makings")
    recipe = models.JSONField(default=dict, blank=True)
    recipe_key = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it was not taken: a sentence with what to do.")
    width = models.PositiveIntegerField(null=True, blank=True, help_text="Of the picture as it is shown, in pixels.")
    height = models.PositiveIntegerField(null=True, blank=True)
    seconds = models.FloatField(null=True, blank=True, help_text="Length of a recording.")
    tries = models.PositiveSmallIntegerField(default=0)
    asked_by = models.CharField(max_length=300, help_text="Whose choice the recipe is.")
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["file", "recipe_key"], name="making_of_file")]
        constraints = [
            models.CheckConstraint(
                condition=Q(held__isnull=True, file__isnull=False) | Q(held__isnull=False, file__isnull=True), name="making_of_one_original"
            )
        ]

    def __str__(self) -> str:
        return self.state

    @property
    def original(self) -> File | Held:
        """What it is made of: sealed, or only held until it is sent. A constraint of the database sees to it that there is one."""
        found: File | Held | None = self.file or self.held
        if found is None:
            raise ValueError("A making is of one original.")
        return found


class SafeCopy(models.Model):
    """One thing made from an original to be shown or played, and where it came from: its parent's hash, tool and moment (law.md 6.4)."""

    class Form(models.TextChoices):
        PHOTO = "photo", "The picture"
        SMALL = "small", "The small picture"
        OPUS = "opus", "The recording, as Opus"
        AAC = "aac", "The recording, as AAC"
        WAVE = "wave", "A drawing of how loud it is"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    making = models.ForeignKey(Making, on_delete=models.CASCADE, related_name="copies")
    form = models.CharField(max_length=6, choices=Form.choices)
    stored_as = models.CharField(max_length=200, help_text="Its name in the safe storage.")
    sha256 = models.CharField(max_length=64)
    parent_sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    content_type = models.CharField(max_length=100)
    tool = models.CharField(max_length=200, help_text="Program and version that made it.")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "safe copies"
        constraints = [models.UniqueConstraint(fields=["making", "form"], name="safe_copy_once")]

    def __str__(self) -> str:
        return self.form


class SealedShut(AppendOnlyModel):
    """A File nobody opens, copies or makes small again: reported as an illegal image of a child (law.md 5.1). Only ever added."""

    file = models.OneToOneField(File, primary_key=True, on_delete=models.PROTECT, related_name="shut")
    at = models.DateTimeField()
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)

    class Meta:
        verbose_name_plural = "sealed shut"

    def __str__(self) -> str:
        return "sealed shut"
