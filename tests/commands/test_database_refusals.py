"""A command whose database refuses says what to look at, in a sentence: in a new folder nobody has run `migrate` yet."""

from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError


@pytest.mark.parametrize(
    ("command", "asks"),
    [
        (("verify_file",), "official_file.management.commands.verify_file.verify"),
        (("rebuild_search",), "official_file.management.commands.rebuild_search.rebuild"),
        (("rebuild_search", "--check"), "official_file.management.commands.rebuild_search.compare"),
        (("export_child", "900001", "out"), "portal.management.commands.export_child.child_by_reference"),
        (("import_export", "folder"), "portal.management.commands.import_export.take_in_export"),
    ],
)
@pytest.mark.django_db
def test_a_database_without_tables_is_no_traceback(command: tuple[str, ...], asks: str) -> None:
    with (
        patch(asks, side_effect=OperationalError("no such table: people_child")),
        pytest.raises(CommandError, match="manage.py migrate` has run"),
    ):
        call_command(*command)
