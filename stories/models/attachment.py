"""A photo, a drawing or a recording, in its place in a contribution; and what somebody says it shows."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce
from files.models import File, Making
from people.models import User
from stories.models.contribution import Contribution


class Attachment(models.Model):
    """One photo, drawing or recording of a contribution, with its author's own caption. Sealed with the words, at sending.

    Until then `file` is empty and the bytes are only held (`making.held`), so that its author can throw it away. Its id is
    given by the page, so that the same upload twice is one attachment. `in_words`: what it shows or says, as its author
    tells it. `others_shown`: other people are in it.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", _("A photo")
        DRAWING = "drawing", _("A drawing")
        SOUND = "sound", _("A recording")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=("id", "contribution_id", "kind", "position", "file_id", "making_id", "caption", "in_words", "others_shown", "sealed_at"),
        when="sealed_at IS NOT NULL",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveSmallIntegerField()
    making = models.OneToOneField(Making, on_delete=models.PROTECT, related_name="attachment")
    file = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="attachments")
    caption = models.TextField(blank=True)
    in_words = models.TextField(blank=True)
    others_shown = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sealed_at__isnull=True, file__isnull=True) | Q(sealed_at__isnull=False, file__isnull=False),
                name="attachment_sealed_has_its_file",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.position}"


class Description(AppendOnlyModel):
    """What a photo shows or a recording says, written by somebody and marked as theirs. The newest of each kind and hand is shown.

    Beside what was made, never instead of it (R33). Its author's own, from before sending, stand in `Attachment.in_words`.
    """

    class Kind(models.TextChoices):
        ALT = "alt", _("What it shows")
        TRANSCRIPT = "transcript", _("What it says")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="descriptions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.kind
