"""Before anything is served: is the official file still protected by the database itself?"""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from audit.triggers import missing

PROTECTION_GONE = (
    "The database no longer protects the official file: {names}. Somebody or something removed this protection. "
    "Run `manage.py verify_file --json` to see whether anything was changed, tell the data protection officer, "
    "then run `manage.py restore_protection` and start again."
)


def check_protection() -> None:
    """Raise ImproperlyConfigured when a trigger is missing; the web server and the worker call this as they start."""
    lost = missing(connection)
    if lost:
        raise ImproperlyConfigured(PROTECTION_GONE.format(names=", ".join(lost)))
