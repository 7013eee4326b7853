"""Help pages, words to know and people to talk to, so that a fresh installation has real contents before its first visitor."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import migrations

from cms.first_contents import load_contents


def add_contents(apps: Any, schema_editor: Any) -> None:
    """All contents, and one row of settings with the default hours."""
    load_contents(get_model=apps.get_model, now=datetime.now(UTC))
    apps.get_model("cms", "ServiceSettings").objects.get_or_create(pk=1)


def make_help_the_root(apps: Any, schema_editor: Any) -> None:
    """The list of help pages takes the place of the page a new Wagtail begins with."""
    index = apps.get_model("cms", "HelpIndexPage").objects.order_by("path").first()
    site, _made = apps.get_model("wagtailcore", "Site").objects.update_or_create(
        is_default_site=True, defaults={"root_page_id": index.pk, "site_name": settings.SERVICE_NAME}
    )
    pages = apps.get_model("wagtailcore", "Page").objects
    welcome = pages.filter(depth=2, slug="home", content_type__app_label="wagtailcore", content_type__model="page", numchild=0)
    gone = welcome.exclude(pk=site.root_page_id).count()
    welcome.exclude(pk=site.root_page_id).delete()
    root = pages.get(depth=1)
    root.numchild -= gone
    root.save(update_fields=["numchild"])


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_the_first_tables"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(add_contents, migrations.RunPython.noop),
        migrations.RunPython(make_help_the_root, migrations.RunPython.noop),
    ]
