"""What the person a record is about chose for themselves: never this kind, not now, keep my place. No worker reads these rows."""

import uuid

from django.db import models
from django.db.models import Q

from official_file.models.entry import Entry
from people.models import Child


class ReaderChoice(models.Model):
    """One choice of the reader's, in force until they end it. Queries for staff never touch this table."""

    class Choice(models.TextChoices):
        NEVER = "never", "Never show me this kind"
        NOT_NOW = "not_now", "Not now"
        PLACE = "place", "Where I stopped reading"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="reader_choices")
    choice = models.CharField(max_length=10, choices=Choice.choices)
    theme = models.CharField(max_length=40, blank=True, help_text="One of official_file/themes.py, for `never`.")
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True, help_text="When `not now` ends by itself.")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["child", "choice", "ended_at"], name="reader_choice_in_force")]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "theme"], condition=Q(choice="never", ended_at__isnull=True), name="never_chosen_once"
            ),
            models.UniqueConstraint(
                fields=["child", "entry"], condition=Q(choice="not_now", ended_at__isnull=True), name="not_now_chosen_once"
            ),
            models.UniqueConstraint(fields=["child"], condition=Q(choice="place", ended_at__isnull=True), name="one_place_kept"),
            models.CheckConstraint(condition=~Q(choice="never") | ~Q(theme=""), name="never_names_a_theme"),
            models.CheckConstraint(condition=Q(choice="never") | Q(entry__isnull=False), name="not_now_and_place_name_an_entry"),
        ]

    def __str__(self) -> str:
        return self.choice
