import time
from argparse import ArgumentParser
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.core.management.base import BaseCommand, CommandError

from people.encryption import decrypt
from portal.management.demonstration.council import check_demonstration

TOO_SHORT = 4  # seconds: nobody types that fast


class Command(BaseCommand):
    """Prints the number a member of the demonstration's staff types after their passphrase."""

    help = "Prints the second-factor code of a member of the demonstration's staff. Example: manage.py demo_code priya"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name they sign in with."""
        parser.add_argument("name", metavar="NAME", help="the name they sign in with, such as priya")

    def handle(self, *args: Any, **options: Any) -> None:
        """The code on stdout, how long it lasts on stderr. Waits for the next when this one was used or is nearly over."""
        check_demonstration()
        found = Authenticator.objects.filter(user__username__iexact=options["name"], type=Authenticator.Type.TOTP).first()
        if found is None:
            raise CommandError(f"Nobody called {options['name']} has a second factor here. `manage.py demonstration_people` says who does.")
        secret = decrypt(found.data["secret"])
        code, left = _code(secret)
        if left < TOO_SHORT or _was_used(found, code):
            self.stderr.write(f"Waiting {left} seconds for a fresh code ...")
            time.sleep(left)
            code, left = _code(secret)
        self.stdout.write(code)
        self.stderr.write(f"It works once, in the next {left} seconds.")


def _code(secret: str) -> tuple[str, int]:
    """The code of this moment, and how many whole seconds it still lasts."""
    now = int(time.time())
    return format_hotp_value(hotp_value(secret, now // app_settings.TOTP_PERIOD)), app_settings.TOTP_PERIOD - now % app_settings.TOTP_PERIOD


def _was_used(found: Authenticator, code: str) -> bool:
    """Whether somebody signed in with it already: a code works once."""
    return cache.get(found.wrap()._get_used_cache_key(code)) is not None
