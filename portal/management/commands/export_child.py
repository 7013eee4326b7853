import json
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from files.queries import SealBrokenError
from official_file.exports.checking import ExportBroken
from official_file.importers.at_the_terminal import database_refusals_in_words
from people.finding import child_by_reference
from people.models import Child
from portal.actions.export_file import ON_THE_SERVER, export_again, export_file
from portal.exporting.writing import Exported

FAILED = (ExportBroken, SealBrokenError, OSError)


class Command(BaseCommand):
    """Everything about one person, or everybody, in open formats. It holds what the person may not have been told."""

    help = (
        "Writes everything about one person into a new folder, in open formats, with a receipt. "
        "Example: manage.py export_child 900001 /srv/export/one --json  Every night: manage.py export_child --all /srv/export/all"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """REF OUT, or --all OUT."""
        parser.add_argument("where", nargs="+", metavar="[REF] OUT", help="the council's number or the portal's id, and the folder to make")
        parser.add_argument(
            "--all", action="store_true", help="everybody, each in a folder of their own in OUT; only what changed is written"
        )
        parser.add_argument("--no-pdf", action="store_true", help="leave summary.pdf out: much faster for many")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when everything was written, 1 when something could not be."""
        where, now, pdf = options["where"], timezone.now(), not options["no_pdf"]
        if len(where) != (1 if options["all"] else 2):
            raise CommandError("Give a number and a folder: export_child 900001 OUT. Or everybody: export_child --all OUT.")
        with database_refusals_in_words():
            said = self._all(Path(where[0]), now, pdf=pdf) if options["all"] else self._one(where[0], Path(where[1]), now, pdf=pdf)
        if options["json"]:
            self.stdout.write(json.dumps(said))
        if said.get("failed"):
            raise CommandError(f"{len(said['failed'])} could not be exported. What was exported before is still there.")

    def _one(self, ref: str, out: Path, now: datetime, *, pdf: bool) -> dict[str, Any]:
        child = child_by_reference(ref)
        if child is None:
            raise CommandError(f"No child is known by {ref}. Give the number the council's system uses.")
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise CommandError(f"{out} is there already. Name a folder that is not, so that nothing is overwritten.")
        if out.is_dir():
            out.rmdir()
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            exported = export_file(child=child, out=out, by=ON_THE_SERVER, now=now, pdf=pdf)
        except FAILED as error:
            raise CommandError(f"Nothing was exported. {_why(error)}") from error
        self.stderr.write(f"{exported.entries} entries are in {out}. It holds what the person may not have been told.")
        if exported.without_pdf:
            self.stderr.write(f"There is no PDF. {exported.without_pdf}")
        return {"ok": True, "child": str(child.pk), **_facts(exported)}

    def _all(self, out: Path, now: datetime, *, pdf: bool) -> dict[str, Any]:
        try:
            out.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise CommandError(f"Nothing was exported. {_why(error)}") from error
        written, unchanged, failed = [], 0, []
        for child in Child.objects.order_by("pk").iterator():
            try:
                exported = export_again(child=child, out=out / str(child.pk), by=ON_THE_SERVER, now=now, pdf=pdf)
            except FAILED as error:
                failed.append({"child": str(child.pk), "why": _why(error)})
                self.stderr.write(f"{child.pk}: {_why(error)}")
            else:
                unchanged += exported is None
                written += [{"child": str(child.pk), **_facts(exported)}] if exported else []
        self.stderr.write(f"{len(written)} written, {unchanged} unchanged since the last time, {len(failed)} failed.")
        return {"ok": not failed, "written": written, "unchanged": unchanged, "failed": failed}


def _facts(exported: Exported) -> dict[str, Any]:
    return {"folder": str(exported.folder), "entries": exported.entries, "heads": exported.heads, "sha256": exported.sha256}


def _why(error: Exception) -> str:
    if isinstance(error, ExportBroken):
        return f"{error.name} does not hold at {error.position}: {error.why} Run manage.py verify_file."
    return f"{getattr(error, 'strerror', None) or error}"
