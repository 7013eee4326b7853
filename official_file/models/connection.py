"""Somebody mentioned in a child's file."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Child, User


class Connection(models.Model):
    """Names and relation of somebody in the child's life. Shown to nobody as family until a worker confirms the child knows of them."""

    class Answer(models.TextChoices):
        NOBODY_ASKED = "", _("Nobody has asked them")
        NOT_KNOWN = "not_known", _("They do not know of this person")
        LATER = "later", _("To ask later")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="connections")
    source = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    names = models.JSONField(default=list)
    relation = models.CharField(max_length=200, blank=True)
    professional = models.BooleanField(default=False)
    other_child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Their own record, when they have one here."
    )
    own_word = models.CharField(max_length=200, blank=True, help_text="What the young person calls them: shown before `relation`.")
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    as_of = models.DateField(null=True, blank=True, help_text="When the source last said so.")
    known_confirmed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    known_confirmed_at = models.DateTimeField(null=True, blank=True)

    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="", help_text="While not confirmed.")
    ask_again_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "source", "key"], name="connection_once"),
            models.CheckConstraint(
                condition=Q(other_child__isnull=True) | ~Q(other_child=models.F("child")), name="connection_to_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(known_confirmed_by__isnull=True, known_confirmed_at__isnull=True)
                | Q(known_confirmed_by__isnull=False, known_confirmed_at__isnull=False),
                name="connection_confirmed_by_and_at_together",
            ),
        ]

    def __str__(self) -> str:
        return f"connection {self.key}"
