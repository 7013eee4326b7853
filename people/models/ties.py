"""Ties between staff and children: who may see whom, from and to, always recorded."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.child import Child
from people.models.user import PeriodQuerySet, User


class Relationship(models.Model):
    """A worker's tie to a child: allocated worker, personal adviser, reviewing officer."""

    class Role(models.TextChoices):
        SOCIAL_WORKER = "social_worker", _("Social worker")
        PERSONAL_ADVISER = "personal_adviser", _("Personal adviser")
        ACCESS_WORKER = "access_worker", _("Access worker")
        REVIEWING_OFFICER = "reviewing_officer", _("Reviewing officer")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="relationships")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="relationships")
    role = models.CharField(max_length=40, choices=Role.choices)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    about_me_read_at = models.DateTimeField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "user", "role"], condition=models.Q(ends__isnull=True), name="relationship_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")), name="relationship_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.role}"


class Cover(models.Model):
    """While one worker is away another reads and answers for them: recorded, with dates, by a named person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="covered_by")
    covering = models.ForeignKey(User, on_delete=models.PROTECT, related_name="covers")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="cover_ends_after_start"),
            models.CheckConstraint(condition=~models.Q(worker=models.F("covering")), name="cover_is_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.covering} for {self.worker}"


class EmergencyAccess(models.Model):
    """A colleague opened a record in an emergency: why, and until when. The person it is about sees it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="emergencies")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="emergencies")
    reason = models.TextField()
    starts = models.DateTimeField()
    ends = models.DateTimeField()

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-starts"]
        verbose_name_plural = "emergency accesses"

    def __str__(self) -> str:
        return f"{self.user} until {self.ends:%Y-%m-%d %H:%M}"
