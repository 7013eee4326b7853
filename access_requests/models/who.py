"""Who asks, and for whom: proof of identity in proportion, one-time codes, authority, the child's own view, competence."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from access_requests.models.request import AccessRequest
from access_requests.models.signed import Signed
from audit.append_only import AppendOnlyModel
from people.models import Child, User


class IdentityStep(Signed, AppendOnlyModel):
    """One step of finding out who asks (UK GDPR Art 12(6): only where there are reasonable doubts, only what is in proportion).

    `why` is why it was needed: nothing is asked for without. No copy of a paper is kept, only that somebody has seen it.
    """

    class Way(models.TextChoices):
        ACCOUNT = "account", _("Signed in with an account a worker gave them")
        VOUCHED = "vouched", _("Somebody who knows them said so")
        DOCUMENT = "document", _("A paper was looked at")
        QUESTIONS = "questions", _("Questions from the file, in a call or a visit")
        OTHER = "other", _("In another way")

    class Outcome(models.TextChoices):
        ASKED = "asked", _("Asked for")
        ACCEPTED = "accepted", _("Enough")
        NOT_ENOUGH = "not_enough", _("Not enough")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="identity_steps")
    way = models.CharField(max_length=12, choices=Way.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    paper = models.CharField(max_length=10, blank=True, help_text="The kind of paper (access_requests/proof.py), never the paper.")
    why = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~Q(outcome="asked") | ~Q(why=""), name="identity_asked_says_why")]

    def __str__(self) -> str:
        return f"{self.way}: {self.outcome}"


class KnowledgeRound(Signed, AppendOnlyModel):
    """One round of questions from the file, asked in a live call or a visit (never by a page of theirs: ASVS 6.4.2). Says no answer.

    `asked`: the kinds of question, in their order; `right`: how many were answered right. Too few rounds are left for guessing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="knowledge_rounds")
    asked = models.JSONField(default=list)
    right = models.PositiveSmallIntegerField()
    passed = models.BooleanField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return "passed" if self.passed else "not passed"


class StatusCode(models.Model):
    """A one-time code that, with the reference, opens the page on which somebody without an account follows their request.

    Only its digest is kept. `way`: how it reached them. Used once; a new one is made each time.
    """

    class Way(models.TextChoices):
        SCREEN = "screen", _("Shown on the page")
        EMAIL = "email", _("By e-mail")
        SMS = "sms", _("By text message")
        PERSON = "person", _("Given by somebody of the access team")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="status_codes")
    digest = models.CharField(max_length=64, unique=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.way


class Competence(Signed, AppendOnlyModel):
    """Whether a child understands broadly what asking means (law.md 2; DPA 2018 s 208 for Scotland). Never an age gate.

    To set aside a presumption needs a reason and a second person.
    """

    class Basis(models.TextChoices):
        PRESUMED = "presumed", _("Presumed")
        ASSESSED_YES = "assessed_yes", _("Somebody who knows them says yes")
        ASSESSED_NOT_YET = "assessed_not_yet", _("Somebody who knows them says not yet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="competences")
    request = models.ForeignKey(AccessRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="competences")
    basis = models.CharField(max_length=20, choices=Basis.choices)
    reasons = models.TextField(blank=True)
    second_person = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=Q(basis="presumed") | ~Q(reasons=""), name="competence_assessed_says_why"),
            models.CheckConstraint(
                condition=Q(second_person__isnull=True) | ~Q(second_person=F("by")), name="competence_second_person_is_another"
            ),
        ]

    def __str__(self) -> str:
        return self.basis


class Authority(models.Model):
    """What lets somebody ask for another person: who, in which capacity, how far, until when. Ended at once when it is taken back."""

    class Scope(models.TextChoices):
        ASK = "ask", _("Ask, and follow the request")
        RECEIVE = "receive", _("Ask, follow, and get the copy")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.OneToOneField(AccessRequest, on_delete=models.PROTECT, related_name="authority")
    name = models.CharField(max_length=300)
    organisation = models.CharField(max_length=300, blank=True)
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.ASK)
    evidence = models.TextField(blank=True, help_text="What was seen: a signed form, an order, a register. No copy is kept here.")
    limits = models.TextField(blank=True, help_text="Court orders or agreements that limit what they may have.")
    checked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_at__isnull=True, checked_by__isnull=True) | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="authority_checked_by_and_at_together",
            ),
            models.CheckConstraint(condition=Q(checked_at__isnull=True) | ~Q(evidence=""), name="authority_checked_says_what_was_seen"),
        ]

    def __str__(self) -> str:
        return self.scope


class ChildView(Signed, AppendOnlyModel):
    """What the person a file is about says to somebody else asking for it. The newest counts. A parent never reads it."""

    class Says(models.TextChoices):
        YES = "yes", _("Yes, they may ask")
        NO = "no", _("No")
        TALK = "talk", _("Talk to me first")
        CANNOT_SAY = "cannot_say", _("Too young to say yet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="child_views")
    says = models.CharField(max_length=12, choices=Says.choices)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~Q(says="cannot_say") | ~Q(words=""), name="child_view_cannot_say_says_why")]

    def __str__(self) -> str:
        return self.says
