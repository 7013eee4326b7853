"""`manage.py import_ssd` with batches of three children, so that even a small export is written in many steps.

python -m tests.importers.small_batches import_ssd DIR --all
"""

import os
import sys
from unittest import mock

import django
from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command as manage.py does."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    with mock.patch("official_file.importers.ssd_import.BATCH", 3):
        execute_from_command_line(["manage.py", *sys.argv[1:]])


if __name__ == "__main__":
    main()
