"""What the young person wrote, and what was said back. Words are stored as they arrived and are never changed once sent."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.append_only import AppendOnlyModel
from audit.protection import Protection, SealedOnce
from audit.who import Who
from official_file.models import Connection, Entry, Meeting
from official_file.models.now import NEAR_ARMS
from people.errors import NotAllowed
from people.models import Child, User
from people.querysets import reached_through
from people.roles import Permission
from stories.lifecycle import IN_FILE, LABELS, Status, can_move


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Contributions, fetched through who may see them."""

    def visible_to(self, user: Any, at: datetime) -> "ContributionQuerySet":
        """Their author sees all of theirs. Staff who read contributions see what was sent, of children in their reach.

        Never a draft, nor what was taken back. Where the young person chose a reader, only that person and those who may
        confirm a decision see it until it is in the file. Once there, the limits of its entry hold.
        `stories.queries.who_will_read` asks the same question from the other side.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            return self.filter(child__user=user.pk, child__died_on__isnull=True)
        if not user.may(Permission.READ_CONTRIBUTIONS, at):
            return self.none()
        sent = self.sent().filter(child__in=Child.objects.visible_to(user, at))
        if not user.may(Permission.CONFIRM_DECISIONS, at):
            sent = sent.filter(Q(chosen_reader__isnull=True) | Q(chosen_reader=user.pk) | Q(status__in=IN_FILE))
        return sent.filter(Q(entry__isnull=True) | Q(entry__now__limited="") | _near(user, at))

    def sent(self) -> "ContributionQuerySet":
        """What the council holds: sent, and not taken back."""
        return self.filter(sent_at__isnull=False).exclude(status=Status.WITHDRAWN)

    def kept(self) -> "ContributionQuerySet":
        """What its author sees in a list: everything but drafts they threw away."""
        return self.exclude(status=Status.WITHDRAWN, sent_at__isnull=True)


def _near(user: Any, at: datetime) -> Q:
    """Children whose own worker this is, or whose worker they manage: who still reads what was limited."""
    return reached_through(NEAR_ARMS, user, at, "child")


class NotAddedReason(models.TextChoices):
    """The only reasons for "cannot add". Naming people or places, disagreeing, or being criticised are never reasons."""

    NOT_THEIRS = "not_theirs", _("These words or this picture are not theirs")
    ILLEGAL_IMAGE = "illegal_image", _("It is an illegal image")
    TECHNICAL = "technical", _("It is broken and cannot be opened")


class Contribution(models.Model):
    """A young person's own words about anything, or about one entry. Drafts are private to them.

    `version`, `tab` and `turn` say which open page saved the draft last (stories/actions/save_draft.py). `moved_at` and
    `moved_by_name` say who took the last step of its life, for its author.
    """

    class Kind(models.TextChoices):
        MY_SIDE = "my_side", _("My side of this")
        WRONG = "wrong", _("This is wrong")
        WORRY = "worry", _("Something that worries me")
        CELEBRATE = "celebrate", _("Something to celebrate")
        WANT = "want", _("Something I want to happen")
        KEEP = "keep", _("Something I want kept")
        THINK = "think", _("What I think or feel")
        PREPARE = "prepare", _("For my meeting")
        ADDED = "added", _("Something to add")
        CHANGED_MIND = "changed_mind", _("I changed my mind about this")
        OTHER = "other", _("Something else")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=(
            "id",
            "child_id",
            "author_id",
            "words",
            "digest",
            "kind",
            "about_id",
            "helped_by",
            "urgent",
            "meeting_id",
            "prompt",
            "board",
            "language",
            "about_person_words",
            "follows_id",
            "about_my_worker",
            "chosen_reader_id",
            "sent_at",
        ),
        when="sent_at IS NOT NULL",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="contributions")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="contributions")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    about = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions")
    prompt = models.CharField(max_length=40, blank=True, help_text="The question of a preparation sheet that it answers.")
    about_person = models.ForeignKey(Connection, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about_person_words = models.CharField(max_length=300, blank=True, help_text="What that person was called on the page.")
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by", help_text="What was in the file already."
    )
    words = models.TextField(blank=True)
    board = models.JSONField(default=list, blank=True, help_text="Taps, each with the words that stood there: [{board, pick, words}].")
    language = models.CharField(max_length=80, blank=True, help_text="The language of the words, where its author said so.")
    digest = models.CharField(max_length=64, blank=True)
    helped_by = models.CharField(max_length=300, blank=True)
    urgent = models.BooleanField(default=False)
    about_my_worker = models.BooleanField(default=False)
    chosen_reader = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hidden_by_author = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=[(str(key), label) for key, label in LABELS.items()], default=Status.DRAFT)
    moved_at = models.DateTimeField(null=True, blank=True)
    moved_by_name = models.CharField(max_length=300, blank=True)
    not_added_reason = models.CharField(max_length=20, choices=NotAddedReason.choices, blank=True)
    entry = models.OneToOneField(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="contribution")
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    tab = models.CharField(max_length=40, blank=True)
    turn = models.PositiveIntegerField(default=0)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        indexes = [models.Index(fields=["child", "status"], name="contribution_child_status")]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at__isnull=True) | ~Q(digest=""), name="contribution_sent_has_a_digest"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=False) | Q(status__in=("draft", "withdrawn")), name="contribution_not_sent_is_a_draft"
            ),
            models.CheckConstraint(
                condition=Q(status__in=("filed", "filed_limited"), entry__isnull=False)
                | (~Q(status__in=("filed", "filed_limited")) & Q(entry__isnull=True)),
                name="contribution_in_file_has_its_entry",
            ),
        ]

    def __str__(self) -> str:
        return f"contribution {self.status}"

    @property
    def standing(self) -> Status:
        """Where it stands, as the life-cycle names it."""
        return Status(self.status)

    def move_to(self, wanted: Status, *, by: Who, now: datetime) -> list[str]:
        """Take one step of the life-cycle, in memory, and name the fields to save.

        Raises NotAllowed when the table has no such step.
        """
        if not can_move(self.standing, wanted):
            raise NotAllowed("not_from_here", str(_("This has changed since you opened it. Open it again to see how it stands now.")))
        self.status, self.moved_at, self.moved_by_name = wanted, now, by.name
        return ["status", "moved_at", "moved_by_name"]


def signed(user: User, at: datetime) -> dict[str, Any]:
    """Who wrote a row, as one that outlives accounts keeps it: the user, and copies of name and role at that moment."""
    who = user.who(at)
    return {"by": user, "by_name": who.name, "by_role": who.role, "at": at}


class Reply(AppendOnlyModel):
    """What a worker wrote back. Only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="replies")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"reply {self.at:%Y-%m-%d}"


class Note(AppendOnlyModel):
    """A worker's note beside a contribution, never inside it. The young person can read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"note {self.at:%Y-%m-%d}"
