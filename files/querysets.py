"""Sets of files, by what the newest scan said."""

from typing import Any, Self

from django.apps import apps
from django.db.models import OuterRef, Subquery

from audit.append_only import AppendOnlyQuerySet
from files.scan_states import ScanState


class FileQuerySet(AppendOnlyQuerySet[Any]):
    """Files, added and read."""

    def with_newest_scan(self) -> Self:
        """Each file with `newest_scan`: the state the newest scan found, or None."""
        newest = apps.get_model("files", "FileScan").objects.filter(file=OuterRef("pk")).order_by("-at", "-id").values("state")[:1]
        return self.annotate(newest_scan=Subquery(newest))

    def clean(self) -> Self:
        """Files that may be shown."""
        return self.with_newest_scan().filter(newest_scan=ScanState.CLEAN)

    def waiting_to_be_scanned(self) -> Self:
        """Files no scanner has answered for yet, oldest first."""
        return self.with_newest_scan().filter(newest_scan=None).order_by("sealed_at")
