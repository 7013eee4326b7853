"""Background work on files."""

from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from audit.who import THE_PORTAL
from files.actions.scan import scan
from files.models import File


@task()
def scan_file(file_id: str) -> str:
    """Scan one file. Returns what is known of it afterwards."""
    return scan(file=File.objects.get(pk=UUID(file_id)), by=THE_PORTAL, now=timezone.now()).value


def scan_soon(file: File) -> None:
    """Queue a scan. Without a scanner (a newcomer's machine) there is nobody to ask, and the file stays closed."""
    if settings.SCANNER_URL:
        scan_file.enqueue(str(file.pk))
