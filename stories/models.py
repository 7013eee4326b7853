"""What the young person made. Their words are stored as they arrived and are never changed once sent."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.protection import Protection, SealedOnce
from official_file.models import Entry
from people.errors import NotAllowed
from people.models import Child, User
from stories.lifecycle import LABELS, SENT_AT_LEAST, Status, can_move


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Contributions, fetched through who may see them."""

    def visible_to(self, user: Any, at: datetime) -> "ContributionQuerySet":
        """Their author sees all of theirs. Staff see what was sent, of children in their reach, and never a draft.

        Where the young person chose a reader, only that person and whoever confirms their decision sees it until it is
        in the file; where it is limited, the limits of its entry hold.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            return self.filter(author=user.pk)
        sent = self.filter(child__in=Child.objects.visible_to(user, at)).filter(status__in=SENT_AT_LEAST)
        return sent.filter(Q(chosen_reader__isnull=True) | Q(chosen_reader=user.pk) | Q(status__in=(Status.FILED, Status.FILED_LIMITED)))


class Contribution(models.Model):
    """A young person's own words about anything, or about one entry. Drafts are private to them."""

    class Kind(models.TextChoices):
        MY_SIDE = "my_side", _("My side of this")
        WRONG = "wrong", _("This is wrong")
        WORRY = "worry", _("Something that worries me")
        CELEBRATE = "celebrate", _("Something to celebrate")
        WANT = "want", _("Something I want to happen")
        KEEP = "keep", _("Something I want kept")
        OTHER = "other", _("Something else")

    PROTECTION: ClassVar[Protection] = SealedOnce(
        columns=("id", "child_id", "author_id", "words", "digest", "kind", "about_id", "helped_by", "sent_at"), when="sent_at IS NOT NULL"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="contributions")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="contributions")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    about = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions")
    words = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    helped_by = models.CharField(max_length=300, blank=True)
    urgent = models.BooleanField(default=False)
    about_my_worker = models.BooleanField(default=False)
    chosen_reader = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hidden_by_author = models.BooleanField(default=False)
    status = models.CharField(max_length=20, choices=[(str(key), label) for key, label in LABELS.items()], default=Status.DRAFT)
    entry = models.OneToOneField(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="contribution")
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        indexes = [models.Index(fields=["child", "status"], name="contribution_child_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | ~Q(digest=""), name="contribution_sent_has_a_digest"
            ),
        ]

    def __str__(self) -> str:
        return f"contribution {self.status}"

    def move_to(self, wanted: Status) -> None:
        """Take one step of the life-cycle, in memory. Raises NotAllowed when the table has no such step."""
        if not can_move(Status(self.status), wanted):
            raise NotAllowed("not_from_here", _("This was already decided. Open it again to see how it stands now."))
        self.status = wanted
