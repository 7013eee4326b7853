import json
from argparse import ArgumentParser
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from files.bags import BAGIT
from official_file.exports.checking import ExportBroken
from official_file.importers.at_the_terminal import database_refusals_in_words
from official_file.management.checks import OF_RECORDS
from people.errors import NotAllowed
from portal.actions.export_file import ON_THE_SERVER
from portal.actions.take_in_export import take_in_export, tie_together
from portal.exporting.reading import is_here_already


class Command(BaseCommand):
    """The way back from an export: a whole file comes in, or nothing of it."""

    requires_system_checks = OF_RECORDS
    help = (
        "Takes in what export_child wrote, where the person is not known yet. DIR is one export, or the folder of export_child --all. "
        "Example: manage.py import_export /srv/export/one --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """DIR."""
        parser.add_argument("folder", metavar="DIR", type=Path, help="an export, or a folder of exports")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when everything is here now, 1 when something was refused; what was refused left no trace."""
        folder: Path = options["folder"]
        many = folder.is_dir() and not (folder / BAGIT).exists()
        folders = _exports_in(folder) if many else [folder]
        if not folders:
            raise CommandError(f"There is no export in {folder}.")
        done = _Done(many=many)
        with database_refusals_in_words():
            for one in folders:
                done.take_in(one)
            if len(done.taken_in) > 1:
                done.tied = tie_together(folders=folders, by=ON_THE_SERVER, now=timezone.now())
        if options["json"]:
            self.stdout.write(json.dumps(done.as_json()))
        for refused in done.failed:
            name = "" if refused["name"] in ("", refused["folder"]) else f"{refused['name']}: "
            self.stderr.write(f"{refused['folder']} was refused. {name}{refused['why']}")
        if done.failed:
            raise CommandError(f"{len(done.failed)} refused, nothing of them is here. {len(done.taken_in)} came in.")
        self.stderr.write(f"{len(done.taken_in)} came in, {done.unchanged} were here already. The chains end where they ended.")


@dataclass(slots=True)
class _Done:
    """What became of each export. `many`: of a whole folder, what came in before is not refused again but counted."""

    many: bool
    taken_in: list[dict[str, Any]] = field(default_factory=list)
    failed: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0
    tied: int = 0

    def take_in(self, folder: Path) -> None:
        """One export: all of it, or nothing and why."""
        try:
            if self.many and is_here_already(folder):
                self.unchanged += 1
                return
            taken = take_in_export(folder=folder, by=ON_THE_SERVER, now=timezone.now())
        except ExportBroken as broken:
            self.failed.append({"folder": str(folder), "name": broken.name, "position": broken.position, "why": broken.why})
        except NotAllowed as refusal:
            self.failed.append({"folder": str(folder), "name": "", "position": 0, "why": str(refusal.sentence)})
        else:
            self.taken_in.append({"child": str(taken.child.pk), "entries": taken.entries})

    def as_json(self) -> dict[str, Any]:
        """For --json."""
        facts = {"taken_in": self.taken_in, "unchanged": self.unchanged, "tied": self.tied, "failed": self.failed}
        return {"ok": not self.failed, **facts}


def _exports_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".") and (path / BAGIT).exists())
