import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from people.models import Child, Identifier, User
from portal.management.demonstration.answers import say_and_answer
from portal.management.demonstration.council import Council, check_demonstration
from portal.management.demonstration.importing import import_dataset, import_notes, import_returns, import_services_around
from portal.management.demonstration.joining import open_and_join
from portal.management.demonstration.levels import approve_the_sentences, write_for_levels
from portal.management.demonstration.papers import import_papers, open_papers
from portal.management.demonstration.plans import plan_and_meet
from portal.management.demonstration.requests import ask_for_files
from portal.management.demonstration.staff import allocate_children, make_staff, record_covers
from portal.management.demonstration.words import ask, look_around, look_in_an_emergency, write_and_answer_all

SOMEBODY_REAL = (
    "There are children here who are not the demonstration's, so nothing was loaded. "
    "Give DATA_DIR a fresh folder, or DATABASE_URL an empty database."
)


class Command(BaseCommand):
    """Loads the demonstration council through the importers and the verbs that everybody uses. A second time it does nothing."""

    help = "Loads the demonstration council into an empty installation, once. Example: manage.py load_demonstration"

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError in production, and where there are children who are not the demonstration's."""
        check_demonstration()
        council = Council(now=timezone.now())
        young_people = council.people["young_people"]
        if User.objects.filter(username__in=[one["username"] for one in young_people]).count() == len(young_people):
            self.stdout.write("The demonstration council is here already.")
            return
        self._refuse_real_children(council)
        self._step("Three returns", partial(import_returns, council))
        self._step("Notes and letters", partial(import_notes, council))
        self._step("Services around them", partial(import_services_around, council))
        self._step("The dataset of last night", partial(import_dataset, council))
        self._step("Papers", partial(import_papers, council))
        with transaction.atomic():  # all of it or none: what was stopped half-way starts again from here
            self._live(council)

    def _live(self, council: Council) -> None:
        """The weeks before today, in the order in which they happened."""
        self._step("Staff and teams", partial(make_staff, council))
        self._step("Whose worker each is", partial(allocate_children, council))
        self._step("Who stands in for whom", partial(record_covers, council))
        self._step("The sentences approved", partial(approve_the_sentences, council))
        workers = {one["child"]: council.staff[one["worker"]] for one in council.people["young_people"]}
        self._step("Looks at files", partial(look_around, council))
        self._step("A look in an emergency", partial(look_in_an_emergency, council))
        for one in council.people["young_people"]:
            self._step(f"{one['username'].capitalize()} joins", partial(open_and_join, council, one))
        self._step("Papers opened", partial(open_papers, council))
        self._step("Words at three levels", partial(write_for_levels, council))
        self._step("Plans and meetings", partial(plan_and_meet, council))
        self._step("Words sent and answered", partial(write_and_answer_all, council, workers))
        self._step("Things asked for", partial(ask, council))
        self._step("Whole files asked for", partial(ask_for_files, council))
        self._step("Said to be wrong, asked before sharing, papers and letters", partial(say_and_answer, council))

    def _refuse_real_children(self, council: Council) -> None:
        """Never mix people who were made up with people who were not."""
        ours = council.numbers()
        if Child.objects.exclude(identifiers__in=Identifier.objects.filter(key__in=ours)).exists():
            raise CommandError(SOMEBODY_REAL)

    def _step(self, what: str, do: Callable[[], object]) -> None:
        """Do one step, and say that it is done and how long it took."""
        began = time.monotonic()
        do()
        self.stdout.write(f"  {what} ({time.monotonic() - began:.1f} s)")
        self.stdout.flush()
