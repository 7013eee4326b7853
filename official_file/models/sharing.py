"""Decisions about what its subject sees, and plain texts written for them. Both are only ever added to; the newest counts."""

import uuid
from typing import ClassVar

from django.db import models

from audit.append_only import AppendOnlyModel
from audit.protection import AppendOnly, Protection
from official_file.models.entry import DISPOSED_OF, Entry
from people.models import User


class Sharing(AppendOnlyModel):
    """One decision: opened, opened to read together, held until, withheld on a ground, sent back, told, or not about them."""

    class Decision(models.TextChoices):
        SHARED = "shared", "Opened"
        WITH_SUPPORT = "with_support", "Opened to read together"
        TOLD = "told", "A worker told them"
        HELD = "held", "Held until a date"
        WITHHELD = "withheld", "Withheld"
        RETURNED = "returned", "Not withheld after all: back with their worker"
        NOT_MINE = "not_mine", "They say it is not about them"
        LIMITED = "limited", "Limited to their worker and the manager"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sharings")
    decision = models.CharField(max_length=20, choices=Decision.choices)
    opens_at = models.DateTimeField(null=True, blank=True)
    held_until = models.DateField(null=True, blank=True)
    held_event = models.CharField(max_length=300, blank=True, help_text="Held until this has happened and a worker says so.")
    health_basis = models.CharField(max_length=20, blank=True, help_text="For health data: opinion, or already_knows (law.md 0.3).")
    health_opinion_by = models.CharField(max_length=300, blank=True)
    health_opinion_on = models.DateField(null=True, blank=True)
    sentences = models.PositiveIntegerField(null=True, blank=True, help_text="The number of the table of sentences they were shown.")
    ground = models.CharField(max_length=40, blank=True)
    review_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(decision="withheld") | (~models.Q(ground="") & models.Q(review_on__isnull=False)),
                name="sharing_withheld_has_ground_and_review",
            ),
            models.CheckConstraint(
                condition=~models.Q(decision="held") | models.Q(held_until__isnull=False) | ~models.Q(held_event=""),
                name="sharing_held_has_a_date_or_event",
            ),
        ]

    def __str__(self) -> str:
        return self.decision


class SharingCheck(AppendOnlyModel):
    """A second person's answer to a withholding: they agree, or not and why. Never the person who withheld it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sharing = models.OneToOneField(Sharing, on_delete=models.PROTECT, related_name="check_made")
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(by=models.F("decided_by")), name="sharing_check_by_somebody_else"),
            models.CheckConstraint(condition=models.Q(agrees=True) | ~models.Q(reason=""), name="sharing_check_against_says_why"),
        ]

    def __str__(self) -> str:
        return "agrees" if self.agrees else "does not agree"


class PlainVersion(AppendOnlyModel):
    """A plain text a person wrote for an entry, approved by a named person. It never replaces the original.

    It says what the entry says, so it goes with the entry's content when a Disposal by two people destroys that.
    """

    PROTECTION: ClassVar[Protection] = AppendOnly(delete_allowed_when=DISPOSED_OF)

    class Level(models.TextChoices):
        EASY = "easy", "Easy: one sentence with pictures"
        PLAIN = "plain", "Plain words"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="plain_versions")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.PLAIN)
    text = models.TextField()
    pictures = models.JSONField(default=list, blank=True, help_text="Names of pictures beside an easy sentence.")
    written_with = models.BooleanField(default=False, help_text="Written together with the young person.")
    second_look_by_name = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10, default="en-gb")
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    approved_by_name = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"plain version of {self.entry_id}"
