"""One story, once: several sources of one event, two entries that may be the same, one event of several brothers and sisters."""

import uuid
from typing import ClassVar

from django.db import models

from audit.append_only import AppendOnlyModel
from audit.protection import AppendOnly, Protection
from official_file.models.entry import Entry, EntrySource
from people.models import Child, User

# What a source said goes with every entry that came from it: also from the versions in which it was told with others.
SAID_OF_SOMETHING_DISPOSED_OF = (
    "EXISTS (SELECT 1 FROM official_file_disposal d"
    " JOIN official_file_entrysource gone ON gone.entry_id = d.entry_id"
    " JOIN official_file_entrysource mine ON mine.system = gone.system AND mine.key = gone.key"
    " WHERE mine.id = OLD.source_id)"
)


class SourceSaid(AppendOnlyModel):
    """What a second source said when a rule joined it to an entry: its body word for word, so that the joining can be undone."""

    PROTECTION: ClassVar[Protection] = AppendOnly(delete_allowed_when=SAID_OF_SOMETHING_DISPOSED_OF)

    source = models.OneToOneField(EntrySource, primary_key=True, on_delete=models.PROTECT, related_name="said")
    rule = models.CharField(max_length=20, help_text="The numbered rule of official_file/joining_rules.py.")
    body = models.TextField()

    def __str__(self) -> str:
        return f"rule {self.rule}"


class SourceParted(AppendOnlyModel):
    """A worker said that a joined source is about something else: from then on it is a source of an entry of its own."""

    source = models.OneToOneField(EntrySource, primary_key=True, on_delete=models.PROTECT, related_name="parted")
    became = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"parted {self.at:%Y-%m-%d}"


class PossibleDuplicate(models.Model):
    """Two entries of one child that look like one event. Proposed by a rule, decided by a person, and decided again when wrong."""

    class Answer(models.TextChoices):
        OPEN = "", "Nobody has looked"
        SAME = "same", "The same event"
        DIFFERENT = "different", "Two events"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="possible_duplicates")
    first = models.ForeignKey(
        Entry, on_delete=models.PROTECT, related_name="+", help_text="The one that stays shown when they are the same."
    )
    second = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=20)
    found_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["found_at"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="possible_duplicate_once"),
            models.CheckConstraint(condition=~models.Q(first=models.F("second")), name="possible_duplicate_of_another"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="possible_duplicate_answer_and_person_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.answer or 'open'}"


class SharedEvent(AppendOnlyModel):
    """One event that concerned several children, entered once. Each child's file holds their own part of it and nobody else's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    system = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["system", "key"], name="shared_event_once")]

    def __str__(self) -> str:
        return f"{self.system} {self.key}"


class SharedPart(AppendOnlyModel):
    """One child's part of a shared event: an entry of that child's file."""

    event = models.ForeignKey(SharedEvent, on_delete=models.PROTECT, related_name="parts")
    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="shared_part")

    def __str__(self) -> str:
        return f"part of {self.event_id}"
