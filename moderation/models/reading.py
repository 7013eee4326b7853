"""A worker's reading of a contribution: who read it, what they decided and why, and who checked a decision.

A reading opens when a worker claims a contribution and ends when it is decided or put back. Decisions and checks of
decisions are only ever added.
"""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.append_only import AppendOnlyModel
from people.models import User
from stories.lifecycle import LABELS
from stories.models import Contribution, NotAddedReason


class Verdict(models.TextChoices):
    """What a worker decides. Limiting and not adding are proposals until a second person confirms them."""

    FILE = "file", _("Put in the file")
    FILE_LIMITED = "file_limited", _("Put in the file and limit who sees it")
    TALK_FIRST = "talk_first", _("Talk first")
    CANNOT_ADD = "cannot_add", _("Cannot add")


PROPOSALS = (Verdict.FILE_LIMITED, Verdict.CANNOT_ADD)


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings."""

    def open(self) -> "ReadingQuerySet":
        """Not ended, of a contribution that was not taken back meanwhile."""
        return self.filter(ended_at__isnull=True, contribution__status="being_read")


class Reading(models.Model):
    """Made when a worker claims a contribution; one at a time. A second look is a new reading by somebody else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="readings")
    claimed_at = models.DateTimeField()
    claimed_from = models.CharField(max_length=20, choices=[(str(key), label) for key, label in LABELS.items()])
    reply_draft = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["claimed_at"]
        constraints = [
            models.UniqueConstraint(fields=["contribution"], condition=Q(ended_at__isnull=True), name="reading_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"reading by {self.reader}"

    def end(self, *, now: datetime) -> None:
        """Close the reading; what was typed and not sent goes with it."""
        self.ended_at, self.reply_draft = now, ""
        self.save(update_fields=["ended_at", "reply_draft"])


class Decision(AppendOnlyModel):
    """What a reader decided, why, and what the young person is told. Only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="decisions")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    reason = models.CharField(max_length=20, choices=NotAddedReason.choices, blank=True)
    explanation = models.TextField(blank=True)
    reply = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~Q(reply=""), name="decision_has_a_reply"),
            models.CheckConstraint(
                condition=Q(verdict="cannot_add", reason__in=NotAddedReason.values) | (~Q(verdict="cannot_add") & Q(reason="")),
                name="decision_not_to_add_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(verdict__in=("file_limited", "cannot_add")) | ~Q(explanation=""), name="decision_proposed_is_explained"
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


class Check(AppendOnlyModel):
    """A second person's answer to a proposal: confirmed, or returned with a sentence. Never the person who proposed it."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        RETURNED = "returned", _("Returned")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="check_made")
    answer = models.CharField(max_length=20, choices=Answer.choices)
    sentence = models.TextField(blank=True)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=~Q(by=models.F("proposed_by")), name="check_by_somebody_else"),
            models.CheckConstraint(condition=Q(answer="confirmed") | ~Q(sentence=""), name="check_returned_says_why"),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()


class WriteBack(models.Model):
    """One filed contribution on its way into the council's own case management system, and the receipt that it arrived (law.md 4.3)."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be sent to the council's system")
        SENT = "sent", _("In the council's system")
        FAILING = "failing", _("Not yet in the council's system; we try again")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.OneToOneField(Contribution, on_delete=models.PROTECT, related_name="write_back")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    try_after = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    package_sha256 = models.CharField(max_length=64, blank=True, help_text="Of the package's tag manifest.")
    receipt = models.JSONField(default=dict, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="write_back_sent_has_its_moment",
            )
        ]

    def __str__(self) -> str:
        return self.state
