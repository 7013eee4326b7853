"""Somebody asks for a file: the request itself, what is not sent yet, and the facts that move its clock."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from access_requests.lifecycle import LABELS, OPEN, Answer, State, can_move
from access_requests.models.signed import Signed
from access_requests.querysets import AccessRequestQuerySet
from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce
from audit.who import Who
from people.errors import NotAllowed
from people.models import Child, User

STATES = [(str(state), label) for state, label in LABELS.items()]


class AccessRequest(models.Model):
    """A request under UK GDPR Art 15 (access) or 16 (put right). What was asked is sealed at sending; how it stands moves on.

    `answers` is what the form held, word for word (access_requests/asking.py says which questions there are). `sealed_contact` is
    how and where to reach them, encrypted at rest. `child` is empty until somebody has matched the request with a record:
    before that nothing tells whether there is one. `requester` reads and writes about it signed in; without one, by
    reference and one-time code. `received_on` is the day it reached the council in whatever way, not the day it was typed in.
    """

    class Right(models.TextChoices):
        ACCESS = "access", _("See the file")
        RECTIFICATION = "rectification", _("Put something right")

    class Route(models.TextChoices):
        SIGNED_IN = "signed_in", _("Signed in")
        PUBLIC_FORM = "public_form", _("By the public form")
        BY_WORKER = "by_worker", _("Taken down by somebody at the council")

    class Asker(models.TextChoices):
        SELF = "self", _("For themselves")
        PARENT = "parent", _("A parent, or somebody with parental responsibility")
        ADVOCATE = "advocate", _("An advocate")
        SOLICITOR = "solicitor", _("A solicitor")
        SUPPORTER = "supporter", _("A relative, adviser or other person they trust")
        BODY = "body", _("An organisation that acts for people")
        ATTORNEY = "attorney", _("An attorney or deputy")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=(
            "id",
            "reference",
            "right",
            "route",
            "asker",
            "requester_id",
            "taken_by_id",
            "answers",
            "digest",
            "received_on",
            "sent_at",
            "follows_id",
        ),
        when="sent_at IS NOT NULL",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    right = models.CharField(max_length=20, choices=Right.choices, default=Right.ACCESS)
    route = models.CharField(max_length=20, choices=Route.choices)
    asker = models.CharField(max_length=20, choices=Asker.choices, default=Asker.SELF)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.PROTECT, related_name="access_requests")
    requester = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="access_requests")
    taken_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    known_as = models.CharField(max_length=300, blank=True, help_text="What to call the person who asks.")
    answers = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    sealed_contact = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en-gb")
    nation = models.CharField(max_length=2)
    state = models.CharField(max_length=20, choices=STATES, default=State.ASKED)
    proposes = models.CharField(max_length=20, blank=True, help_text="The answer an officer proposes (lifecycle.Answer).")
    proposed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    proposed_from = models.CharField(max_length=20, blank=True)
    proposed_why = models.TextField(blank=True)
    proposed_ground = models.CharField(max_length=40, blank=True, help_text="Of a refusal: a slug of law/refusing.py.")
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    distressing = models.BooleanField(default=False, help_text="Very hard to read: a second reader shares it.")
    second_reader = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    sent_at = models.DateTimeField()
    first_contact_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField()
    moved_by_name = models.CharField(max_length=300)
    ended_at = models.DateTimeField(null=True, blank=True)
    requester_seen_at = models.DateTimeField(null=True, blank=True)
    officer_seen_at = models.DateTimeField(null=True, blank=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        ordering = ["received_on", "sent_at"]
        indexes = [models.Index(fields=["state", "received_on"], name="access_request_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, state__in=sorted(OPEN)) | (Q(ended_at__isnull=False) & ~Q(state__in=sorted(OPEN))),
                name="access_request_ended_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(proposes="") | Q(proposes__in=sorted(Answer)), name="access_request_proposes_an_answer"),
        ]

    def __str__(self) -> str:
        return f"request {self.state}"

    @property
    def standing(self) -> State:
        """Where it stands, as the life-cycle names it."""
        return State(self.state)

    def move_to(self, wanted: State, *, by: Who, now: datetime) -> list[str]:
        """Take one step of the life-cycle, in memory, and name the fields to save. Raises NotAllowed when the table has no such step."""
        if not can_move(self.standing, wanted):
            raise NotAllowed("not_from_here", _now("This has changed since you opened it. Open it again to see how it stands now."))
        self.state, self.moved_at, self.moved_by_name = wanted, now, by.name
        self.ended_at = None if wanted in OPEN else now
        return ["state", "moved_at", "moved_by_name", "ended_at"]


class AskDraft(models.Model):
    """A request that is not sent yet. Its owner comes back signed in, or with a code of which only the digest is kept.

    What it holds is encrypted at rest, and gone for good when it is sent, thrown away, or not touched until `expires_at`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    code_digest = models.CharField(max_length=64, blank=True, db_index=True)
    route = models.CharField(max_length=20, choices=AccessRequest.Route.choices)
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    sealed_answers = models.TextField(blank=True)
    step = models.CharField(max_length=40, blank=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self) -> str:
        return "a request that is not sent"


class ClockFact(Signed, AppendOnlyModel):
    """One thing that moves the clock of a request, on a day. Only ever added; the due date is reckoned from them (law/clock.py).

    `about` says what a question was about: only SCOPE stops the clock (Art 12A(5)). `answers` points at the question that was
    answered, `corrects` at a fact that was wrong and counts no more. `words`: why, in a sentence the person may read.
    """

    class Kind(models.TextChoices):
        IDENTITY_ASKED = "identity_asked", _("We asked who they are")
        IDENTITY_RECEIVED = "identity_received", _("We know who they are")
        FEE_ASKED = "fee_asked", _("We asked for a fee")
        FEE_PAID = "fee_paid", _("The fee was paid")
        QUESTION_ASKED = "question_asked", _("We asked a question")
        QUESTION_ANSWERED = "question_answered", _("They answered our question")
        EXTENDED = "extended", _("We said that we need more time")
        HEALTH_ASKED = "health_asked", _("We asked a health professional")
        HEALTH_ANSWERED = "health_answered", _("A health professional answered")
        REPORTER_ASKED = "reporter_asked", _("We told the Principal Reporter")
        REPORTER_ANSWERED = "reporter_answered", _("The Principal Reporter answered")
        TAKEN_OUT = "taken_out", _("A fact was wrong, and counts no more")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="clock_facts")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    on = models.DateField()
    about = models.CharField(max_length=10, blank=True)
    words = models.TextField(blank=True)
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by")
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by")

    class Meta:
        ordering = ["on", "at"]
        constraints = [
            models.UniqueConstraint(fields=["corrects"], condition=Q(corrects__isnull=False), name="clock_fact_corrected_once"),
            models.CheckConstraint(
                condition=(Q(kind="question_asked") & ~Q(about="")) | (~Q(kind="question_asked") & Q(about="")),
                name="clock_fact_question_says_about_what",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("identity_asked", "question_asked", "extended", "taken_out")) | ~Q(words=""),
                name="clock_fact_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
