"""Help pages in other languages, and the words, notices and helplines that a later version of the software has in them."""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

from cms.first_contents import load_meanings, load_translated_pages


def add_contents(apps: Any, schema_editor: Any) -> None:
    """What comes with the software, added where it never was."""
    now = datetime.now(UTC)
    load_meanings(get_model=apps.get_model, now=now)
    load_translated_pages(get_model=apps.get_model, now=now)


class Migration(migrations.Migration):
    dependencies = [("cms", "0008_risk_words")]

    operations = [migrations.RunPython(add_contents, migrations.RunPython.noop)]
