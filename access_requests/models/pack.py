"""What is kept about reading a pack: conflicts between its papers, what a second person opened, and where its reader stopped."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access_requests.models.gathering import Item, ItemReading
from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from audit.append_only import AppendOnlyModel
from people.models import User


class ConflictAnswer(Signed, AppendOnlyModel):
    """What somebody says of two papers that cannot both be right (R76). The newest counts. `key` names the conflict while it stands.

    Nothing in a paper is changed by it: the paper is given as it is. `right`: the one that is right, where that is known.
    `words` are read by the person the file is about, beside the papers.
    """

    class Says(models.TextChoices):
        KNOWN = "known", _("We know which is right")
        NOT_KNOWN = "not_known", _("We do not know which is right: both are given, and we say so")
        NO_CONFLICT = "no_conflict", _("Both are right")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="conflict_answers")
    key = models.CharField(max_length=64)
    rule = models.PositiveSmallIntegerField()
    items = models.JSONField(default=list)
    says = models.CharField(max_length=12, choices=Says.choices)
    right = models.ForeignKey(Item, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="conflict_answer_has_words"),
            models.CheckConstraint(condition=~Q(says="known") | Q(right__isnull=False), name="conflict_known_says_which"),
        ]

    def __str__(self) -> str:
        return self.says


class ItemLook(Signed, AppendOnlyModel):
    """Somebody other than its reader opened a thing, as it had then been read. Read anew, it is opened anew."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reading = models.ForeignKey(ItemReading, on_delete=models.PROTECT, related_name="looks")
    looker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["reading", "looker"], name="item_looked_at_once")]

    def __str__(self) -> str:
        return f"look {self.at:%Y-%m-%d}"


class PackPlace(models.Model):
    """Where its reader stopped in the pack. Theirs alone: nobody in staff is shown it."""

    request = models.OneToOneField(AccessRequest, primary_key=True, on_delete=models.CASCADE, related_name="place_kept")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "a place"
