"""Complaints and looking again: to the council (DPA 2018 s 164A), to the Commissioner, and the answer looked at again."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from access_requests.querysets import ComplaintQuerySet
from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce
from people.models import Child, User


class Complaint(models.Model):
    """Somebody is not content: their words as they came, who decides (never whom it is about), and how it ended in words.

    `about` is the person whose decision or delay it is about: the request's officer, where nothing else is said.
    """

    class To(models.TextChoices):
        COUNCIL = "council", _("A complaint to the council")
        COMMISSIONER = "commissioner", _("A complaint to the Information Commissioner")
        LOOK_AGAIN = "look_again", _("Look again at the answer")

    class State(models.TextChoices):
        RECEIVED = "received", _("Received")
        LOOKED_AT = "looked_at", _("Being looked at")
        DECIDED = "decided", _("Decided")
        TAKEN_BACK = "taken_back", _("Taken back")

    class Outcome(models.TextChoices):
        UPHELD = "upheld", _("You were right")
        PARTLY = "partly", _("You were right in part")
        NOT_UPHELD = "not_upheld", _("We do not think so")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=("id", "reference", "request_id", "to", "words", "digest", "received_on", "entered_at"), when="entered_at IS NOT NULL"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    request = models.ForeignKey(AccessRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="complaints")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300, blank=True)
    sealed_contact = models.TextField(blank=True)
    to = models.CharField(max_length=20, choices=To.choices)
    about = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    digest = models.CharField(max_length=64)
    nation = models.CharField(max_length=2)
    received_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    decider = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    outcome_words = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["received_on", "entered_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(decider=F("about")), name="complaint_decided_by_another"),
            models.CheckConstraint(
                condition=(Q(state="decided") & ~Q(outcome="") & ~Q(outcome_words="") & Q(decided_at__isnull=False))
                | (~Q(state="decided") & Q(outcome="", decided_at__isnull=True)),
                name="complaint_decided_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.state}"


class ComplaintStep(Signed, AppendOnlyModel):
    """One step on the way: acknowledged, progress told, a note, the outcome. `told`: the person who complained reads it."""

    class Kind(models.TextChoices):
        ACKNOWLEDGED = "acknowledged", _("We said that we have it")
        PROGRESS = "progress", _("We said how far we are")
        NOTE = "note", _("A note")
        DECIDED = "decided", _("Decided")
        TAKEN_BACK = "taken_back", _("Taken back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    words = models.TextField(blank=True)
    told = models.BooleanField(default=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.kind
