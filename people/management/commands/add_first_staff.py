from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from people.actions.add_first_staff import add_first_staff
from people.errors import NotAllowed


class Command(BaseCommand):
    """Makes the first account manager, who then adds everybody else."""

    help = 'Makes the first account manager. Example: manage.py add_first_staff ruth "Ruth Bell"'

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A user name, the name people know, and the team's name."""
        parser.add_argument("username")
        parser.add_argument("display_name")
        parser.add_argument("--team", default="Accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the passphrase once. Raises CommandError when there is an account manager already."""
        try:
            made = add_first_staff(
                username=options["username"], display_name=options["display_name"], team=options["team"], now=timezone.now()
            )
        except NotAllowed as refusal:
            raise CommandError(refusal.sentence) from refusal
        self.stderr.write("This passphrase is shown once and stored nowhere. A second factor is asked for at the first sign-in.")
        self.stdout.write(f"{made.user.username} {made.passphrase}")
