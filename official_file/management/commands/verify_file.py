import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from official_file.exports.checking import ExportBroken, check_export
from official_file.importers.at_the_terminal import database_refusals_in_words
from official_file.management.checks import OF_RECORDS
from official_file.verify import verify
from people.models import Child


class Command(BaseCommand):
    """Proves that nothing in the official file was changed since it was written."""

    requires_system_checks = OF_RECORDS
    help = "Checks every chain of the official file. Example: manage.py verify_file --child 900001 --json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--child takes the council's own number for a child, or the portal's id."""
        parser.add_argument("--child", metavar="REF", help="one child only: the council's number or the portal's id")
        parser.add_argument("--export", metavar="DIR", type=Path, help="an export of export_child, instead of what is here")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when whole, 1 when something was changed."""
        if options["export"]:
            self._export(options["export"], as_json=options["json"])
            return
        with database_refusals_in_words():
            count, broken = verify(self._children(options["child"]))
        if options["json"]:
            found = asdict(broken) if broken else None
            self.stdout.write(json.dumps({"ok": broken is None, "entries": count, "first_broken": found}))
        if broken:
            raise CommandError(f"The file of {broken.child} was changed at entry {broken.position}. {broken.why}")
        self.stderr.write(f"{count} entries read. Nothing has been changed.")

    def _export(self, folder: Path, *, as_json: bool) -> None:
        """The same of an export: every byte of it, and both its chains."""
        count, broken, head = 0, None, None
        try:
            checked = check_export(folder)
            count, head = checked.entries, {"child": checked.child, "heads": checked.heads, "sha256": checked.sha256}
        except ExportBroken as error:
            broken = {"child": folder.name, "position": error.position, "why": f"{error.name}: {error.why}"}
        if as_json:
            self.stdout.write(json.dumps({"ok": broken is None, "entries": count, "first_broken": broken, "export": head}))
        if broken:
            raise CommandError(f"The export is not whole. {broken['why']}")
        self.stderr.write(f"{count} entries read. The export is whole.")

    def _children(self, ref: str | None) -> list[Child]:
        if ref is None:
            return list(Child.objects.order_by("pk"))
        found = list(Child.objects.filter(identifiers__key=ref).distinct())
        if not found and len(ref.replace("-", "")) == 32:
            found = list(Child.objects.filter(pk=ref))
        if not found:
            raise CommandError(f"No child is known by {ref}. Give the number the council's system uses.")
        return found
