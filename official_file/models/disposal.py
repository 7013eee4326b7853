"""Lawful destruction of one entry's content: proposed by one person, done by another, the chain kept whole."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel
from official_file.models.entry import Entry
from people.models import User


class DisposalProposal(AppendOnlyModel):
    """One person's proposal to destroy what an entry says, on a recorded ground."""

    class Ground(models.TextChoices):
        WRONG_PERSON = "wrong_person", "It was filed about the wrong person"
        ERASURE = "erasure", "The law says we must erase it (UK GDPR Art 17)"
        RETENTION = "retention", "The time we must keep it has ended"
        COURT_ORDER = "court_order", "A court ordered it"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="disposal_proposals")
    ground = models.CharField(max_length=20, choices=Ground.choices)
    reason = models.TextField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.ground


class Disposal(AppendOnlyModel):
    """The second person's yes. Only with this row does the database let the payload go."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="disposal")
    proposal = models.OneToOneField(DisposalProposal, on_delete=models.PROTECT, related_name="disposal")
    ground = models.CharField(max_length=20)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(proposed_by=models.F("confirmed_by")), name="disposal_by_two_people"),
        ]

    def __str__(self) -> str:
        return self.ground
