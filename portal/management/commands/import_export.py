import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from files.bags import BAGIT
from official_file.exports.checking import ExportBroken
from people.errors import NotAllowed
from portal.actions.export_file import ON_THE_SERVER
from portal.actions.take_in_export import take_in_export, tie_together


class Command(BaseCommand):
    """The way back from an export: a whole file comes in, or nothing of it."""

    help = (
        "Takes in what export_child wrote, where the person is not known yet. DIR is one export, or the folder of export_child --all. "
        "Example: manage.py import_export /srv/export/one --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """DIR."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="an export, or a folder of exports")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when everything came in, 1 when something was refused; what was refused left no trace."""
        folder, now = options["folder"], timezone.now()
        folders = [folder] if (folder / BAGIT).exists() or not folder.is_dir() else _exports_in(folder)
        if not folders:
            raise CommandError(f"There is no export in {folder}.")
        done, failed = [], []
        for one in folders:
            try:
                taken = take_in_export(folder=one, by=ON_THE_SERVER, now=now)
            except ExportBroken as broken:
                failed.append({"folder": str(one), "name": broken.name, "position": broken.position, "why": broken.why})
            except NotAllowed as refusal:
                failed.append({"folder": str(one), "name": "", "position": 0, "why": str(refusal.sentence)})
            else:
                done.append({"child": str(taken.child.pk), "entries": taken.entries})
        tied = tie_together(folders=folders, by=ON_THE_SERVER, now=now) if len(done) > 1 else 0
        self._say(done, failed, tied, as_json=options["json"])

    def _say(self, done: list[dict[str, Any]], failed: list[dict[str, Any]], tied: int, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"ok": not failed, "taken_in": done, "tied": tied, "failed": failed}))
        for one in failed:
            self.stderr.write(f"{one['folder']} was refused. {one['name']} {one['why']}".replace("  ", " "))
        if failed:
            raise CommandError(f"{len(failed)} refused, nothing of them is here. {len(done)} came in.")
        self.stderr.write(f"{len(done)} came in, {sum(one['entries'] for one in done)} entries. The chains end where they ended.")


def _exports_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".") and (path / BAGIT).exists())
