"""Who wrote a row, as one that outlives accounts keeps it: the user, and copies of name and role at that moment."""

from datetime import datetime
from typing import Any

from django.db import models

from audit.who import Who
from people.models import User


class Signed(models.Model):
    """Columns of a row somebody wrote. `by` is empty for somebody without an account, and for the portal itself."""

    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=300)
    by_role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        abstract = True


def signed(by: User | Who, at: datetime) -> dict[str, Any]:
    """The columns of Signed, for a user or for somebody who has no account."""
    who = by if isinstance(by, Who) else by.who(at)
    return {"by": by if isinstance(by, User) else None, "by_name": who.name, "by_role": who.role, "at": at}
