"""What the person a record is about says of it, and what the council must answer: corrections, plans, sharing with others."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce
from official_file.models.entry import Entry
from people.models import Child, User


class Rectification(models.Model):
    """They say that an entry is wrong or that they disagree (UK GDPR Art 16). What they said is sealed; the answer is added once.

    When it is due is reckoned from `asked_on` and what moved the clock (law/clock.py); `look_again_on` is only an index of it.
    """

    class Kind(models.TextChoices):
        WRONG = "wrong", "This is wrong"
        DISAGREE = "disagree", "I disagree"

    class Outcome(models.TextChoices):
        OPEN = "", "Not answered yet"
        CORRECTED = "corrected", "Corrected"
        PARTLY = "partly", "Corrected in part"
        BESIDE = "beside", "Kept as it was, with their words beside it"

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=("id", "child_id", "entry_id", "kind", "words", "asked_on", "asked_at", "outcome", "explanation", "correction_id"),
        when="decided_at IS NOT NULL",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="rectifications")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="rectifications")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField(blank=True)
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    look_again_on = models.DateField(null=True, blank=True)
    extended_at = models.DateTimeField(null=True, blank=True)
    extended_why = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    explanation = models.TextField(blank=True)
    correction = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_by_name = models.CharField(max_length=300, blank=True)
    decided_by_role = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, outcome="") | (Q(decided_at__isnull=False) & ~Q(outcome="") & ~Q(explanation="")),
                name="rectification_answer_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.entry_id}"


class PlanAnswer(AppendOnlyModel):
    """ "I agree", "I disagree" or "I want to talk" about one version of a plan or review. Kept with that version; the newest counts."""

    class Answer(models.TextChoices):
        AGREE = "agree", "I agree"
        DISAGREE = "disagree", "I disagree"
        TALK = "talk", "I want to talk"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="plan_answers")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="plan_answers")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.answer


class AskedBefore(models.Model):
    """Before something is told to somebody outside, they are asked: what, whom, why. They may change their mind until it is done.

    Question and answer are sealed once they were told what was done; each answer they gave has its line in the audit.
    """

    class Answer(models.TextChoices):
        OPEN = "", "Not answered yet"
        YES = "yes", "Yes"
        NO = "no", "No"
        TALK = "talk", "Talk to me first"

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=(
            "id",
            "child_id",
            "what",
            "with_whom",
            "why",
            "goes_ahead",
            "goes_ahead_why",
            "answer",
            "words",
            "answered_at",
            "outcome",
            "outcome_at",
        ),
        when="outcome_at IS NOT NULL",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="asked_before")
    what = models.TextField()
    with_whom = models.CharField(max_length=300)
    why = models.TextField()
    topic = models.CharField(max_length=20, blank=True, help_text="health, school, photographs, sharing: for the list of consents.")
    goes_ahead = models.BooleanField(default=False, help_text="The law lets it go ahead without agreement.")
    goes_ahead_why = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_by_name = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    answer_by = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(blank=True, help_text="What was done, told to the young person.")
    outcome_by_name = models.CharField(max_length=300, blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "asked before"
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(condition=Q(goes_ahead=False) | ~Q(goes_ahead_why=""), name="asked_before_going_ahead_says_why"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="asked_before_answer_and_when_together",
            ),
        ]

    def __str__(self) -> str:
        return f"asked {self.asked_at:%Y-%m-%d}"
