"""Puts in the contents that come with the software. Migrating does it too; this adds what a later version brings."""

import json
from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from cms.first_contents import (
    load_contents,
    load_kinder_words,
    load_meanings,
    load_notices,
    load_risk_words,
    load_translated_pages,
    picture_of_words,
)
from cms.first_versions import keep_first_versions
from cms.models import ServiceSettings


class Command(BaseCommand):
    """Adds what was never added before; touches nothing an editor has changed or taken away."""

    help = (
        "Puts in the help pages, words and helplines that come with the software, where they were never put in before. Names and the "
        'number are filled in only where they are empty. Example: manage.py load_cms_contents --duty-number "01632 960118"'
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may be filled in."""
        parser.add_argument("--service-name", default="", help="What young people see the service called.")
        parser.add_argument("--council-name", default="", help="The name of the council.")
        parser.add_argument("--duty-number", default="", help="The number of the team that answers at night and at weekends.")
        parser.add_argument("--json", action="store_true", help="The result as JSON on standard output.")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Add, fill in, keep first versions, and say what was done."""
        added = load_contents(get_model=apps.get_model, now=timezone.now())
        added |= load_notices(get_model=apps.get_model, now=timezone.now())
        added["meanings"] = load_meanings(get_model=apps.get_model, now=timezone.now())
        added["translated_pages"] = load_translated_pages(get_model=apps.get_model, now=timezone.now())
        picture_of_words(get_model=apps.get_model)
        added["kinder_words"] = load_kinder_words(get_model=apps.get_model)
        added["risk_words"] = load_risk_words(get_model=apps.get_model)
        self._fill_in(
            {
                "service_name": options["service_name"],
                "council_name": options["council_name"],
                "emergency_duty_number": options["duty_number"],
            }
        )
        Site.clear_site_root_paths_cache()  # a language may have got its own list of help pages
        versions = keep_first_versions()
        if options["verbosity"]:
            self.stderr.write(
                f"Added {added['pages']} help pages, {added['words']} words and {added['people']} people to talk to; "
                f"kept the first version of {versions}. What was there already stays as it was."
            )
        if options["json"]:
            self.stdout.write(json.dumps({"added": added, "first_versions": versions}))

    def _fill_in(self, given: dict[str, str]) -> None:
        row = ServiceSettings.objects.order_by("pk").first() or ServiceSettings()
        for name, value in given.items():
            if value and not getattr(row, name):
                setattr(row, name, value)
        row.save()
