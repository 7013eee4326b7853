"""The council's own rules for routine kinds: which open by themselves, and after how many days. A numbered list that is only added to."""

import uuid

from django.db import models
from django.db.models import Q

from audit.append_only import AppendOnlyModel
from people.models import User


class RoutineRule(AppendOnlyModel):
    """From `at` on, entries of this kind open by rule after `days`, or (null) only by a worker. The newest row of a kind counts.

    It can never open more than official_file/opening_rules.py allows: it makes that table stricter or slower, or gives the days
    for kinds that the table lets open.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    kind = models.CharField(max_length=40)
    days = models.PositiveIntegerField(null=True, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="routine_rule_says_why")]

    def __str__(self) -> str:
        return f"rule {self.number}: {self.kind}"
