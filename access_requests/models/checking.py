"""A second person's look, what was handed over, and looking after whoever reads."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from access_requests.lifecycle import Answer
from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from access_requests.models.telling import RequestLetter
from audit.append_only import AppendOnlyModel
from people.models import User

ANSWERS = [(str(answer), str(answer)) for answer in Answer]


class SecondCheck(Signed, AppendOnlyModel):
    """Another person looked at what is proposed: countersigned, or returned with a sentence. Never the one who proposed it.

    `proposes` and `pack` are what was looked at: the answer, and the fingerprint of every item with its newest reading.
    `sample`: the items that were opened.
    """

    class Says(models.TextChoices):
        COUNTERSIGNED = "countersigned", _("Countersigned")
        RETURNED = "returned", _("Sent back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="second_checks")
    says = models.CharField(max_length=14, choices=Says.choices)
    words = models.TextField(blank=True)
    proposes = models.CharField(max_length=20, choices=ANSWERS)
    pack = models.CharField(max_length=64)
    sample = models.JSONField(default=list)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    checker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~Q(checker=F("proposed_by")), name="second_check_by_somebody_else"),
            models.CheckConstraint(condition=Q(says="countersigned") | ~Q(words=""), name="second_check_returned_says_why"),
        ]

    def __str__(self) -> str:
        return self.says


class Release(Signed, AppendOnlyModel):
    """What was answered, and handed over: the countersignature it rests on, the pack's fingerprint, the letter, its contents.

    `manifest`: every item given, in its order, with fingerprint and title, what was held back and why, what is missing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="releases")
    answer = models.CharField(max_length=20, choices=ANSWERS)
    how = models.JSONField(default=list, help_text="The ways they chose: here, download, paper ...")
    check_made = models.OneToOneField(SecondCheck, on_delete=models.PROTECT, related_name="release")
    letter = models.ForeignKey(RequestLetter, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pack = models.CharField(max_length=64)
    manifest = models.JSONField(default=dict)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.answer


class Debrief(models.Model):
    """Somebody who read hard things is asked how they are (law.md 4.2). Only they and nobody else reads what they wrote."""

    class Says(models.TextChoices):
        TALKED = "talked", _("I talked with somebody")
        WANTS = "wants", _("I would like to talk with somebody")
        NOT_NOW = "not_now", _("Not now")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    officer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="debriefs")
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="debriefs")
    why = models.CharField(max_length=40)
    offered_at = models.DateTimeField()
    says = models.CharField(max_length=10, choices=Says.choices, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["offered_at"]
        constraints = [models.UniqueConstraint(fields=["officer", "request", "why"], name="debrief_offered_once")]

    def __str__(self) -> str:
        return self.why
