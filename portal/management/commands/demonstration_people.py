import os
import shlex
from typing import Any

from django.core.management.base import BaseCommand

from people.models import User
from people.roles import display_name
from portal.management.demonstration.council import check_demonstration, read


class Command(BaseCommand):
    """Says who can sign in to the demonstration, how, and what to try."""

    help = "Says who can sign in to the demonstration. Example: manage.py demonstration_people"

    def handle(self, *args: Any, **options: Any) -> None:
        """Young people with their passphrases, then staff with their one passphrase and how to get a code."""
        check_demonstration()
        people = read("people.json")
        here = set(User.objects.filter(is_active=True).values_list("username", flat=True))
        self.stdout.write("Young people sign in with a name and a passphrase:")
        for one in people["young_people"]:
            if one["username"] in here:
                self.stdout.write(f"  {one['username']:<10} {one['passphrase']:<26} {one['try']}")
        self.stdout.write(f'\nStaff sign in with a name, the passphrase "{people["staff_passphrase"]}", and a code.')
        elsewhere = f"DATA_DIR={shlex.quote(os.environ['DATA_DIR'])} " if os.environ.get("DATA_DIR") else ""
        self.stdout.write(f"The code, for priya:  {elsewhere}.venv/bin/python manage.py demo_code priya")
        for one in people["staff"]:
            if one["username"] in here and one.get("try"):
                self.stdout.write(f"  {one['username']:<10} {display_name(one['role']):<32} {one['try']}")
        self.stdout.write("\nEverybody here was made up. Nothing leaves this machine.")
