"""A personal data breach and its 72 hours (UK GDPR Art 33 and 34): what happened, what was weighed, who was told (L4)."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce


class DataBreach(models.Model):
    """Something personal was lost, seen, changed or sent where it should not be. The clock runs from `noticed_at`.

    `risk` decides who is told: the Commissioner, unless a risk to people is unlikely; the people themselves where it is high.
    Nobody is named here: whose data it was stands in the council's own file of the breach, and in `request` where it was one.
    """

    class Risk(models.TextChoices):
        UNLIKELY = "unlikely", _("A risk to people is unlikely")
        LIKELY = "likely", _("A risk to people is likely")
        HIGH = "high", _("A high risk to people")

    class What(models.TextChoices):
        SENT_WRONG = "sent_wrong", _("Sent or shown to the wrong person")
        SEEN = "seen", _("Looked at without a reason")
        LOST = "lost", _("Lost or stolen")
        CHANGED = "changed", _("Changed or destroyed")
        NOT_REACHED = "not_reached", _("Could not be reached when it was needed")
        OTHER = "other", _("Something else")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=("id", "reference", "what", "happened", "noticed_at", "entered_at"), when="entered_at IS NOT NULL"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    what = models.CharField(max_length=14, choices=What.choices)
    happened = models.TextField()
    noticed_at = models.DateTimeField()
    request = models.ForeignKey(AccessRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="breaches")
    people = models.PositiveIntegerField(null=True, blank=True, help_text="How many people it touches; empty: not known yet.")
    risk = models.CharField(max_length=10, choices=Risk.choices, blank=True)
    entered_at = models.DateTimeField()
    entered_by_name = models.CharField(max_length=300)
    told_commissioner_at = models.DateTimeField(null=True, blank=True)
    told_people_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-noticed_at"]
        constraints = [models.CheckConstraint(condition=~Q(happened=""), name="breach_says_what_happened")]

    def __str__(self) -> str:
        return self.what


class BreachStep(Signed, AppendOnlyModel):
    """One thing done or decided about a breach, with why. Only ever added: what Art 33(5) asks to be documented."""

    class Kind(models.TextChoices):
        CONTAINED = "contained", _("Stopped or brought back")
        WEIGHED = "weighed", _("The risk was weighed")
        TOLD_COMMISSIONER = "told_commissioner", _("The Commissioner was told")
        NOT_TOLD_COMMISSIONER = "not_told_commissioner", _("The Commissioner need not be told")
        TOLD_PEOPLE = "told_people", _("The people were told")
        NOT_TOLD_PEOPLE = "not_told_people", _("The people need not be told")
        LEARNED = "learned", _("What changes because of it")
        NOTE = "note", _("A note")
        ENDED = "ended", _("Closed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    breach = models.ForeignKey(DataBreach, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    words = models.TextField()
    happened_at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="breach_step_says_why")]

    def __str__(self) -> str:
        return self.kind
