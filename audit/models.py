"""The audit's rows. They hold copies (names, roles, ids) and no foreign keys, so that they outlive what they describe."""

import uuid

from django.db import models

from audit.append_only import AppendOnlyModel


class ChainHead(models.Model):
    """The newest link of one chain: the row that is locked while a link is added. Can be rebuilt from the links."""

    chain = models.CharField(max_length=80, primary_key=True)
    position = models.PositiveIntegerField(default=0)
    link = models.CharField(max_length=64, default="")

    class Meta:
        verbose_name = "chain head"

    def __str__(self) -> str:
        return f"{self.chain} at {self.position}"


class AuditEvent(AppendOnlyModel):
    """One thing somebody did or looked at, chained to the one before (per child, or per installation)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    chain = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    link = models.CharField(max_length=64)
    event = models.CharField(max_length=60)
    at = models.DateTimeField()
    child = models.UUIDField(null=True, blank=True)
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    by_user = models.UUIDField(null=True, blank=True)
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-at", "-position"]
        constraints = [models.UniqueConstraint(fields=["chain", "position"], name="audit_event_position_once")]
        indexes = [models.Index(fields=["child", "-at"], name="audit_event_child_at")]

    def __str__(self) -> str:
        return f"{self.event} {self.at:%Y-%m-%d %H:%M}"

    def payload(self) -> dict[str, object]:
        """What the link's digest covers: every fact of this row, in words and ids, with no local numbers."""
        return {
            "event": self.event,
            "at": self.at.isoformat(),
            "child": str(self.child) if self.child else None,
            "by": [self.by_name, self.by_role, str(self.by_user) if self.by_user else None],
            "about": [self.about_type, str(self.about_id) if self.about_id else None],
            "facts": self.facts,
        }
