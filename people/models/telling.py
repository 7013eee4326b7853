"""How somebody may be told that something is waiting: ways to reach them, their quiet hours, and what was sent."""

import uuid
from datetime import time

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.task import Notice
from people.models.user import User


class ContactWay(models.Model):
    """An e-mail address or a phone number somebody gave, to be told that something is new and never what. Used once it is proved.

    `sealed_address` is encrypted at rest (people.encryption). `code_digest` is that of the code they have to give back.
    """

    class Kind(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", _("Text message")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="contact_ways")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    sealed_address = models.TextField()
    code_digest = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)
    added_at = models.DateTimeField()
    proved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="contact_way_one_of_each_kind")]

    def __str__(self) -> str:
        return self.kind


class NoticePreference(models.Model):
    """When somebody wants to be told, and whether they want to be reminded once. The hours of the night are quiet by default."""

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="notice_preference")
    quiet_from = models.TimeField(default=time(20))
    quiet_until = models.TimeField(default=time(8))
    remind = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"quiet {self.quiet_from:%H:%M} to {self.quiet_until:%H:%M}"


class NoticeSending(models.Model):
    """One notice on its way by one contact way. `turn` 1 is the notice, 2 the one reminder; there is no third (M19)."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be sent")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="sendings")
    way = models.ForeignKey(ContactWay, on_delete=models.CASCADE, related_name="sendings")
    turn = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    not_before = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["not_before"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "way", "turn"], name="notice_sending_once"),
            models.CheckConstraint(condition=Q(turn__in=(1, 2)), name="notice_sending_one_reminder_at_most"),
        ]

    def __str__(self) -> str:
        return self.state
