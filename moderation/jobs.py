"""Background work of the reading desk. `manage.py sweep` does the same; running it twice changes nothing more."""

from datetime import datetime

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import task

from audit.who import THE_PORTAL
from moderation.actions.tell_managers_of_overdue import tell_managers_of_overdue


def sweep_now(now: datetime) -> dict[str, int]:
    """Everything that is due to happen by itself. Returns how many of each were done.

    Sessions that are over go too: words may wait in one for somebody who signs in again, and must not wait for ever.
    """
    SessionStore.clear_expired()
    return {"told_of_overdue": tell_managers_of_overdue(by=THE_PORTAL, now=now)}


@task()
def sweep() -> dict[str, int]:
    """The sweep as a job for the background worker."""
    return sweep_now(timezone.now())
