"""What was gathered for a request: each thing frozen with its fingerprint on the day, and what was said of it by whoever read it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access_requests.models.request import AccessRequest
from access_requests.models.searching import SourceSearch
from access_requests.models.signed import Signed
from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce
from files.models import File
from people.models import User


class Gathering(models.Model):
    """One run that gathers the pack in the background: how far it is, and where it goes on after it was stopped."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to begin")
        RUNNING = "running", _("Being gathered")
        DONE = "done", _("Gathered")
        FAILED = "failed", _("Stopped by a fault")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="gatherings")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    stage = models.CharField(max_length=40, blank=True)
    cursor = models.CharField(max_length=200, blank=True, help_text="The last thing of this stage that was done.")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    counts = models.JSONField(default=dict, blank=True)
    asked_by_name = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["request"], condition=Q(ended_at__isnull=True), name="gathering_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return self.state


class Upload(models.Model):
    """A file an officer brought in: a scan, a PDF, an e-mail, an archive of them. `parent`: what it was inside of."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be looked at")
        READING = "reading", _("Being read")
        TAKEN = "taken", _("Taken in")
        KEPT_UNREAD = "kept_unread", _("Kept, and could not be read")
        REFUSED = "refused", _("Not taken")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="uploads")
    search = models.ForeignKey(SourceSearch, null=True, blank=True, on_delete=models.PROTECT, related_name="uploads")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="inside")
    file = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=300, blank=True)
    added_by_name = models.CharField(max_length=300)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at", "name"]
        constraints = [models.CheckConstraint(condition=~Q(state="refused") | ~Q(reason=""), name="upload_refused_says_why")]

    def __str__(self) -> str:
        return self.state


class Item(models.Model):
    """One thing in the pack, frozen when it was gathered (R71): what it said, its version, author and signature, and a fingerprint.

    `key` names what it was made from ("entry:<uuid>", "upload:<uuid>:1-4"), so that gathering twice adds nothing. `frozen` is
    canonical JSON {title, text, kind, source, version, author, role, written_on, signed, ...}; `fingerprint` the SHA-256 of it
    and of the file's bytes. Where it stands in the pack, what it repeats and whether it was set aside may change; the thing may not.
    """

    class Placed(models.TextChoices):
        DATED = "dated", _("By its own date")
        EVIDENCE = "evidence", _("By what it says: it has no date of its own")
        UNDATED = "undated", _("Nothing says when: it stands at the end")

    class SetAside(models.TextChoices):
        ANOTHER_CHILD = "another_child", _("It is about another child")
        NOT_ASKED_FOR = "not_asked_for", _("It is not what they asked for")
        OTHER_RULES = "other_rules", _("It has its own rules")
        GIVEN_BEFORE = "given_before", _("They have had it already")
        TAKEN_APART = "taken_apart", _("It was taken apart into others")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=(
            "id",
            "request_id",
            "key",
            "kind",
            "source",
            "about_type",
            "about_id",
            "file_id",
            "first_page",
            "last_page",
            "frozen",
            "fingerprint",
            "when_from",
            "when_to",
            "precision",
            "frozen_at",
        ),
        when="frozen_at IS NOT NULL",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.PROTECT, related_name="items")
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    source = models.CharField(max_length=40, help_text="A slug of access_requests/sources.py.")
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    upload = models.ForeignKey(Upload, null=True, blank=True, on_delete=models.PROTECT, related_name="items")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    file = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    first_page = models.PositiveIntegerField(null=True, blank=True)
    last_page = models.PositiveIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(default=1)
    frozen = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64)
    likeness = models.JSONField(default=list, blank=True, help_text="What finds near duplicates: made again at any time.")
    when_from = models.DateField(null=True, blank=True)
    when_to = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=10, default="unknown")
    frozen_at = models.DateTimeField()
    placed = models.CharField(max_length=10, choices=Placed.choices, default=Placed.DATED)
    placed_on = models.DateField(null=True, blank=True)
    placed_why = models.TextField(blank=True)
    position = models.PositiveIntegerField(null=True, blank=True)
    same_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies")
    alike = models.PositiveSmallIntegerField(null=True, blank=True, help_text="How alike, of 100; 100 is the same.")
    set_aside = models.CharField(max_length=20, choices=SetAside.choices, blank=True)
    set_aside_why = models.TextField(blank=True)
    set_aside_by_name = models.CharField(max_length=300, blank=True)
    set_aside_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "when_from", "frozen_at", "id"]
        indexes = [models.Index(fields=["request", "position"], name="item_order"), models.Index(fields=["fingerprint"], name="item_print")]
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="item_gathered_once"),
            models.CheckConstraint(condition=~Q(same_as=models.F("id")), name="item_is_not_its_own_copy"),
            models.CheckConstraint(condition=Q(placed="dated") | ~Q(placed_why=""), name="item_placed_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.position}"


class ItemReading(Signed, AppendOnlyModel):
    """What whoever read a thing says of it. Only ever added; the newest counts. `ground`: a code of law/exemptions.json.

    `basis` answers what the law asks before that ground may be used (law/holding_back.py), by the name of each question.
    """

    class Says(models.TextChoices):
        GIVE = "give", _("Give it whole")
        HIDE_PARTS = "hide_parts", _("Parts have to be hidden first")
        HOLD_BACK = "hold_back", _("Hold all of it back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="readings")
    says = models.CharField(max_length=12, choices=Says.choices)
    ground = models.CharField(max_length=40, blank=True)
    why = models.TextField(blank=True)
    basis = models.JSONField(default=dict, blank=True)
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(says="hold_back") | (~Q(ground="") & ~Q(why="")), name="item_held_back_has_a_ground_and_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.says
