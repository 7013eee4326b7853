import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from people.models import Child, User
from portal.management.demonstration import joining, staff, words
from portal.management.demonstration.council import FOLDER, Council, check_demonstration, returns


class Command(BaseCommand):
    """Loads the demonstration council through the importers and the verbs that everybody uses. A second time it does nothing."""

    help = "Loads the demonstration council into an empty installation, once. Example: manage.py load_demonstration"

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError in production, and where there are children who are not the demonstration's."""
        check_demonstration()
        council = Council(now=timezone.now())
        if User.objects.filter(username=council.people["young_people"][0]["username"]).exists():
            self.stderr.write("The demonstration is there already.")
            return
        self._refuse_real_children(council)
        for folder in returns():
            self._step(f"return of {folder.name}", lambda folder=folder: self._import("import_ssda903", folder))
        self._step("notes and letters", lambda: self._import("import_case_notes", FOLDER / "case_notes.jsonl"))
        with transaction.atomic():  # all of it or none: what stopped half-way starts again from here
            self._live(council)

    def _live(self, council: Council) -> None:
        """The weeks before today."""
        self._step("staff and teams", lambda: staff.make_staff(council))
        self._step("whose worker each is", lambda: (staff.allocate_children(council), staff.record_covers(council)))
        self._step("looks at files", lambda: words.look_around(council))
        workers = {one["child"]: one["worker"] for one in council.people["young_people"]}
        for one in council.people["young_people"]:
            self._step(f"{one['username']} joins", lambda one=one: joining.open_and_join(council, one))
        for one in council.words["contributions"]:
            words.write_and_answer(council, one, council.staff[workers[one["child"]]])
        self._step("words sent and answered", lambda: None)
