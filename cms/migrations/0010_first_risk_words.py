"""The risk words that come with the software; content editors write them."""

from typing import Any

from django.db import migrations, models

from cms.first_contents import load_risk_words

GROUP = "Content editors"
RIGHTS = ("add", "change", "delete", "view")


def add_words_and_rights(apps: Any, schema_editor: Any) -> None:
    """The first words, and who may write more."""
    load_risk_words(get_model=apps.get_model)
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="cms", model="riskword")
    group = apps.get_model("auth", "Group").objects.get(name=GROUP)
    for right in RIGHTS:
        permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{right}_riskword", defaults={"name": f"Can {right} risk word"}
        )
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("cms", "0009_other_languages")]

    operations = [
        migrations.AlterField(
            model_name="riskword",
            name="term",
            field=models.CharField(
                help_text="As young people write it. An ending is found too: kill, killed.", max_length=80, verbose_name="word or phrase"
            ),
        ),
        migrations.RunPython(add_words_and_rights, migrations.RunPython.noop),
    ]
